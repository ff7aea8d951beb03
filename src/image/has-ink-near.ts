import type { PixelRect } from "../model/box.ts";
import type { BinaryImage } from "../model/image.ts";

/** Whether there is ink in a rectangle or within `reach` pixels of it; what lies beyond the image has none. */
export function hasInkNear(
  { widthPx, heightPx, data }: BinaryImage,
  { left, top, right, bottom }: PixelRect,
  reach: number,
): boolean {
  const from = Math.max(0, left - reach);
  const to = Math.min(widthPx, right + reach);
  for (let y = Math.max(0, top - reach); y < Math.min(heightPx, bottom + reach); y++) {
    for (let at = y * widthPx + from; at < y * widthPx + to; at++) if (data[at] === 1) return true;
  }
  return false;
}
