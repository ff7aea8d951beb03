import type { TextLine } from "../model/line.ts";

/**
 * A line across a page of A3 at 600 dpi, in letters an inch high, has six million pixels. What is larger is a bar or a
 * picture, and drawing it again wider and blurred would take gigabytes.
 */
const MOST_LINE_PIXELS = 12_000_000;

/** Whether a line is larger than print can be, so that it is not read. */
export function isTooLarge({ rect }: Pick<TextLine, "rect">): boolean {
  return (rect.right - rect.left) * (rect.bottom - rect.top) > MOST_LINE_PIXELS;
}
