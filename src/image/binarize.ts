import type { BinaryImage, GrayImage } from "../model/image.ts";

/** 1 where `gray` is darker than `threshold`. */
export function binarize(gray: GrayImage, threshold: number): BinaryImage {
  const { data } = gray;
  const ink = new Uint8Array(data.length);
  // The sign of the difference: a branch at each edge of print would be guessed wrong.
  for (let i = 0; i < data.length; i++) ink[i] = (data[i]! - threshold) >>> 31;
  return { widthPx: gray.widthPx, heightPx: gray.heightPx, data: ink };
}
