import type { PointBox } from "../model/box.ts";
import type { ReadLine } from "../model/reading.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import { startsParagraph } from "./paragraph-start.ts";
import { lineExtent } from "./line-characters.ts";
import type { PlacedLine } from "./paragraph-start.ts";
import { wrapSpace } from "../normalize/wrap-space.ts";

/** The lines of one cell, or of another box that text was set in; a field that runs over pages has several. */
export interface TextPart {
  readonly box: PointBox;
  readonly lines: readonly ReadLine[];
  /** How it hangs on to the part before; null for the first. */
  readonly joint: "wrapped" | "split" | null;
}

/** Characters by which the gaps beside a centred line differ at most. */
const CENTERED_SLACK_CHARACTERS = 2;

/**
 * The text of a field: its lines normalized, those that the page wrapped joined again, paragraphs, list items and
 * bullets apart with `\n`. Empty where there is no text.
 *
 * A part that the author split off begins a paragraph; where the page's end cut a row, its text is wrapped like
 * everywhere else.
 *
 * @param measure null where the text comes without geometry: then every line is a paragraph, as whoever wrote it down
 *   parted them
 */
export function joinLines(parts: readonly TextPart[], measure: ColumnMeasure | null): string {
  // Collected and joined once: to look a growing text over for each line takes square time.
  const joined: string[] = [];
  let isBracketOpen = false;
  let previous: PlacedLine | null = null;
  for (const part of parts) {
    const isLeftAligned = measure !== null && measure.isLeftAligned && !isCenteredBlock(part, measure);
    let isSplit = part.joint === "split";
    for (const line of part.lines) {
      const text = normalizeThai(line.text).text;
      if (text === "") continue;
      const next: PlacedLine = { line, cell: part.box, text, isLeftAligned };
      if (previous !== null) {
        const isNew = isSplit || measure === null || startsParagraph(previous, next, isBracketOpen, measure);
        joined.push(isNew ? "\n" : wrapSpace(previous.text, text));
        if (isNew) isBracketOpen = false;
      }
      joined.push(text);
      isBracketOpen = leavesBracketOpen(text, isBracketOpen);
      previous = next;
      isSplit = false;
    }
  }
  return normalizeThai(joined.join("")).text;
}

/** Whether the last bracket up to a line's end, or before it where it has none, is an opening one. */
function leavesBracketOpen(text: string, isOpenBefore: boolean): boolean {
  const [opening, closing] = [text.lastIndexOf("("), text.lastIndexOf(")")];
  const newline = text.lastIndexOf("\n");
  if (Math.max(opening, closing) < newline) return false;
  return opening === closing ? isOpenBefore : opening > closing;
}

/** Whether lines stand in the middle of their cell and at least one does so visibly, with room at its left. */
function isCenteredBlock({ box, lines }: TextPart, measure: ColumnMeasure): boolean {
  const gaps = lines
    .filter((line) => line.text.trim() !== "")
    .map((line) => {
      const extent = lineExtent(line);
      return { left: extent.left - box.left, right: box.left + box.width - extent.right };
    });
  const slack = CENTERED_SLACK_CHARACTERS * measure.advance;
  return (
    gaps.every((gap) => Math.abs(gap.left - gap.right) <= slack) &&
    gaps.some((gap) => gap.left > measure.rightPadding + slack)
  );
}
