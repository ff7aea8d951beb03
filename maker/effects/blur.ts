import type { GrayImage } from "../../src/model/image.ts";
import type { ImageEffect } from "./image-effect.ts";

const ONE = 1 << 14;

function gaussianWeights(sigmaPx: number): Int32Array {
  const radius = Math.max(1, Math.ceil(sigmaPx * 2.5));
  const raw = Array.from({ length: radius * 2 + 1 }, (_, index) =>
    Math.exp(-((index - radius) ** 2) / (2 * sigmaPx * sigmaPx)),
  );
  const sum = raw.reduce((total, value) => total + value, 0);
  const weights = Int32Array.from(raw, (value) => Math.round((value / sum) * ONE));
  weights[radius]! += ONE - weights.reduce((total, value) => total + value, 0);
  return weights;
}

function blurRows(image: GrayImage, weights: Int32Array): Uint8Array {
  const { widthPx, heightPx, data } = image;
  const radius = weights.length >> 1;
  const padded = new Uint8Array(widthPx + radius * 2);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y += 1) {
    const start = y * widthPx;
    padded.fill(data[start]!, 0, radius);
    padded.set(data.subarray(start, start + widthPx), radius);
    padded.fill(data[start + widthPx - 1]!, radius + widthPx);
    for (let x = 0; x < widthPx; x += 1) {
      let sum = ONE >> 1;
      for (let tap = 0; tap < weights.length; tap += 1) sum += weights[tap]! * padded[x + tap]!;
      out[start + x] = sum >> 14;
    }
  }
  return out;
}

function blurColumns(data: Uint8Array, widthPx: number, heightPx: number, weights: Int32Array): Uint8Array {
  const radius = weights.length >> 1;
  const sums = new Int32Array(widthPx);
  const out = new Uint8Array(data.length);
  for (let y = 0; y < heightPx; y += 1) {
    sums.fill(ONE >> 1);
    for (let tap = 0; tap < weights.length; tap += 1) {
      const row = Math.min(heightPx - 1, Math.max(0, y + tap - radius)) * widthPx;
      const weight = weights[tap]!;
      for (let x = 0; x < widthPx; x += 1) sums[x]! += weight * data[row + x]!;
    }
    for (let x = 0; x < widthPx; x += 1) out[y * widthPx + x] = sums[x]! >> 14;
  }
  return out;
}

/** Gaussian blur, separable, in fixed point; the edge pixels go on outside. Defocus of a lens, or of a copier. */
export const blur: ImageEffect<{ readonly sigmaPx: number }> = (image, { sigmaPx }) => {
  if (sigmaPx < 0.2) return image;
  const weights = gaussianWeights(sigmaPx);
  const data = blurColumns(blurRows(image, weights), image.widthPx, image.heightPx, weights);
  return { ...image, data };
};
