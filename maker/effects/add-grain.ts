import { emptyLike, type ImageEffect } from "./image-effect.ts";
import { makeNoiseField } from "./noise-field.ts";

/** Paper grain: noise that holds together over a few pixels (`sizePx`), `amplitude` in grey levels. */
export const addGrain: ImageEffect<{ readonly sizePx: number; readonly amplitude: number }> = (
  image,
  { sizePx, amplitude },
  random,
) => {
  const { widthPx, heightPx } = image;
  const field = makeNoiseField(widthPx, heightPx, sizePx, random);
  const row = new Float32Array(widthPx);
  const grainy = emptyLike(image);
  for (let y = 0; y < heightPx; y += 1) {
    field.readRow(y, row);
    for (let x = 0; x < widthPx; x += 1) {
      const index = y * widthPx + x;
      grainy.pixels[index] = image.data[index]! + row[x]! * amplitude;
    }
  }
  return grainy.image;
};
