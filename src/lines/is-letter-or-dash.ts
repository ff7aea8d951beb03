import type { PixelRect } from "../model/box.ts";

/** Print has a letter of this height, or a dash of this length, in body heights. */
const LOWEST_LETTER = 0.6;
const SHORTEST_DASH = 0.4;

/** Whether ink is as high as a letter or as long as a dash; marks, dots and dust are neither. */
export function isLetterOrDash(rect: PixelRect, bodyHeightPx: number): boolean {
  return (
    rect.bottom - rect.top >= bodyHeightPx * LOWEST_LETTER ||
    rect.right - rect.left >= bodyHeightPx * SHORTEST_DASH
  );
}
