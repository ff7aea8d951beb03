import type { TextLine } from "../model/line.ts";

/** Lines whose upper edges or middles differ by less than this, in body heights, stand side by side. */
export const SIDE_BY_SIDE = 0.5;
/** Between two rows lies this much more paper than between two lines of a cell. */
export const WIDER_GAP = 1.15;

/** The y of the middle of a line's consonants, in pixels. */
export function middleOf(line: TextLine): number {
  return (line.bodyTop + line.baseline) / 2;
}

/** The paper between a line and the one above it, in pixels: from baselines, since digits are higher than consonants. */
export function paperAbove(line: TextLine, previous: TextLine, bodyHeightPx: number): number {
  return line.baseline - bodyHeightPx - previous.baseline;
}
