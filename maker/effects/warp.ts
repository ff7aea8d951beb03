import type { ImageEffect } from "./image-effect.ts";
import { sampleBilinear } from "./rotate.ts";

export interface WarpParameters {
  /** How far a point is moved at most. */
  readonly amplitudePx: number;
  readonly waveLengthPx: number;
}

/** A slight wave, as of paper that ran through a feeder unevenly: rows move sideways, columns up and down. */
export const warp: ImageEffect<WarpParameters> = (image, { amplitudePx, waveLengthPx }, random) => {
  const { widthPx, heightPx } = image;
  const [phaseX, phaseY] = [random.between(0, 2 * Math.PI), random.between(0, 2 * Math.PI)];
  const turn = (2 * Math.PI) / waveLengthPx;
  const moveY = Float32Array.from({ length: widthPx }, (_, x) => amplitudePx * Math.sin(turn * x + phaseX));
  const data = new Uint8Array(image.data.length);
  for (let y = 0; y < heightPx; y += 1) {
    const moveX = amplitudePx * Math.sin(turn * y + phaseY);
    for (let x = 0; x < widthPx; x += 1) {
      data[y * widthPx + x] = Math.round(sampleBilinear(image, x + moveX, y + moveY[x]!, "edge"));
    }
  }
  return { ...image, data };
};
