import type { TextLine } from "../model/line.ts";

/** Print has a letter of this height, or a dash of this length, in body heights. */
const LOWEST_LETTER = 0.6;
const SHORTEST_DASH = 0.4;

/** The lines of a cell without those of dirt: lines beside others that hold neither a letter nor a dash. */
export function withoutDirt(lines: readonly TextLine[], bodyHeightPx: number): readonly TextLine[] {
  if (lines.length < 2) return lines;
  const isPrint = (line: TextLine): boolean =>
    line.pieces.some(
      ({ rect }) =>
        rect.bottom - rect.top >= bodyHeightPx * LOWEST_LETTER ||
        rect.right - rect.left >= bodyHeightPx * SHORTEST_DASH,
    );
  return lines.some(isPrint) ? lines.filter(isPrint) : lines;
}
