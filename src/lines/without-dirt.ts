import type { TextLine } from "../model/line.ts";
import { isLetterOrDash } from "./is-letter-or-dash.ts";

/** The lines of a cell without those of dirt: lines beside others that hold neither a letter nor a dash. */
export function withoutDirt(lines: readonly TextLine[], bodyHeightPx: number): readonly TextLine[] {
  if (lines.length < 2) return lines;
  const isPrint = (line: TextLine): boolean =>
    line.pieces.some(({ rect }) => isLetterOrDash(rect, bodyHeightPx));
  return lines.some(isPrint) ? lines.filter(isPrint) : lines;
}
