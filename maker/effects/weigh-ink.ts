import type { GrayImage } from "../../src/model/image.ts";
import type { ImageEffect } from "./image-effect.ts";

/** Blends each pixel with the darkest (or lightest) of itself and its four neighbours. */
function blendWithNeighbour(image: GrayImage, share: number, darkest: boolean): GrayImage {
  const { widthPx, heightPx, data } = image;
  const out = new Uint8Array(data.length);
  const choose = darkest ? Math.min : Math.max;
  for (let y = 0; y < heightPx; y += 1) {
    const row = y * widthPx;
    const above = y > 0 ? row - widthPx : row;
    const below = y < heightPx - 1 ? row + widthPx : row;
    for (let x = 0; x < widthPx; x += 1) {
      const own = data[row + x]!;
      const left = data[row + (x > 0 ? x - 1 : 0)]!;
      const right = data[row + (x < widthPx - 1 ? x + 1 : x)]!;
      const aim = choose(own, left, right, data[above + x]!, data[below + x]!);
      out[row + x] = Math.round(own + (aim - own) * share);
    }
  }
  return { ...image, data: out };
}

/**
 * Makes strokes heavier (`amountPx` above 0: ink that spread, a copy of a copy) or lighter (below 0: worn toner).
 * The amount is what an edge moves by, in pixels, fractions allowed.
 */
export const weighInk: ImageEffect<{ readonly amountPx: number }> = (image, { amountPx }) => {
  let result = image;
  for (let rest = Math.abs(amountPx); rest > 0.01; rest -= 1) {
    result = blendWithNeighbour(result, Math.min(1, rest), amountPx > 0);
  }
  return result;
};
