import type { GrayImage } from "../../src/model/image.ts";

interface Tap {
  readonly from: number;
  readonly weights: readonly number[];
}

/** For each target pixel the source pixels under it: by area when shrinking, linear between centres when growing. */
function makeTaps(sourceLength: number, targetLength: number): Tap[] {
  const scale = sourceLength / targetLength;
  const reach = Math.max(1, scale);
  return Array.from({ length: targetLength }, (_, target) => {
    const center = (target + 0.5) * scale - 0.5;
    const from = Math.ceil(center - reach);
    const to = Math.floor(center + reach);
    const raw = Array.from({ length: to - from + 1 }, (_unused, offset) =>
      Math.max(0, 1 - Math.abs(from + offset - center) / reach),
    );
    const sum = raw.reduce((total, weight) => total + weight, 0);
    return { from, weights: raw.map((weight) => weight / sum) };
  });
}

/** The image in another size, with a triangle filter as wide as the coarser of both pixel sizes. */
export function resample(image: GrayImage, widthPx: number, heightPx: number): GrayImage {
  const columns = makeTaps(image.widthPx, widthPx);
  const rows = makeTaps(image.heightPx, heightPx);
  const narrow = new Float32Array(widthPx * image.heightPx);
  for (let y = 0; y < image.heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const tap = columns[x]!;
      let sum = 0;
      for (let index = 0; index < tap.weights.length; index += 1) {
        const sourceX = Math.min(image.widthPx - 1, Math.max(0, tap.from + index));
        sum += tap.weights[index]! * image.data[y * image.widthPx + sourceX]!;
      }
      narrow[y * widthPx + x] = sum;
    }
  }
  const data = new Uint8Array(widthPx * heightPx);
  const sums = new Float32Array(widthPx);
  for (let y = 0; y < heightPx; y += 1) {
    const tap = rows[y]!;
    sums.fill(0);
    for (let index = 0; index < tap.weights.length; index += 1) {
      const start = Math.min(image.heightPx - 1, Math.max(0, tap.from + index)) * widthPx;
      const weight = tap.weights[index]!;
      for (let x = 0; x < widthPx; x += 1) sums[x]! += weight * narrow[start + x]!;
    }
    for (let x = 0; x < widthPx; x += 1) data[y * widthPx + x] = Math.round(sums[x]!);
  }
  return { widthPx, heightPx, data };
}

/** The image in another size, each pixel taken whole from its nearest one: edges stay as hard as they are. */
export function resampleNearest(image: GrayImage, widthPx: number, heightPx: number): GrayImage {
  const data = new Uint8Array(widthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1) {
    const row = Math.floor(((y + 0.5) * image.heightPx) / heightPx) * image.widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      data[y * widthPx + x] = image.data[row + Math.floor(((x + 0.5) * image.widthPx) / widthPx)]!;
    }
  }
  return { widthPx, heightPx, data };
}
