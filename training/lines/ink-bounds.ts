import type { PixelRect } from "../../src/model/box.ts";
import type { GrayImage } from "../../src/model/image.ts";

/** The smallest rectangle around everything darker than `level`, or `null` on white paper. */
export function findInkBounds(image: GrayImage, level = 200): PixelRect | null {
  const { widthPx, heightPx, data } = image;
  let [left, top, right, bottom] = [widthPx, heightPx, 0, 0];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (data[y * widthPx + x]! >= level) continue;
      if (x < left) left = x;
      if (x >= right) right = x + 1;
      if (y < top) top = y;
      if (y >= bottom) bottom = y + 1;
    }
  }
  return right > left ? { left, top, right, bottom } : null;
}

/** A part of an image; what lies outside of it is white. */
export function cropImage(image: GrayImage, rect: PixelRect): GrayImage {
  const widthPx = rect.right - rect.left;
  const heightPx = rect.bottom - rect.top;
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  const from = Math.max(0, rect.left);
  const to = Math.min(image.widthPx, rect.right);
  for (let y = Math.max(0, rect.top); y < Math.min(image.heightPx, rect.bottom); y += 1) {
    const row = image.data.subarray(y * image.widthPx + from, y * image.widthPx + to);
    data.set(row, (y - rect.top) * widthPx + from - rect.left);
  }
  return { widthPx, heightPx, data };
}
