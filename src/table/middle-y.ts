import type { PixelRect } from "../model/box.ts";

/** The y of the middle of a rectangle, in pixels. */
export function middleY(rect: PixelRect): number {
  return (rect.top + rect.bottom) / 2;
}
