import type { ImageEffect } from "./image-effect.ts";
import { makeNoiseField } from "./noise-field.ts";

export interface BreakParameters {
  /** Size of the gaps. */
  readonly sizePx: number;
  /** Share of the page that lies in gaps, 0 to 1. */
  readonly share: number;
  /** How much of the ink is gone in a gap, 0 to 1. */
  readonly fade: number;
}

/** Worn print: in patches the ink turns to paper, so that thin strokes break. */
export const breakStrokes: ImageEffect<BreakParameters> = (image, { sizePx, share, fade }, random) => {
  const { widthPx, heightPx } = image;
  const field = makeNoiseField(widthPx, heightPx, sizePx, random);
  const row = new Float32Array(widthPx);
  const data = Uint8Array.from(image.data);
  // Bilinear noise gathers around 0: about `share` of it lies above this level (fitted for shares below 0.5).
  const level = 0.8 - 1.3 * share;
  for (let y = 0; y < heightPx; y += 1) {
    field.readRow(y, row);
    for (let x = 0; x < widthPx; x += 1) {
      const depth = Math.min(1, Math.max(0, (row[x]! - level) * 4));
      if (depth === 0) continue;
      const index = y * widthPx + x;
      data[index] = Math.round(data[index]! + (255 - data[index]!) * depth * fade);
    }
  }
  return { ...image, data };
};
