import type { PointBox } from "../model/box.ts";
import type { ReadLine } from "../model/reading.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import { firstUnit } from "./first-unit.ts";
import { lineClusters, lineExtent } from "./line-characters.ts";
import { startsListItem } from "./list-item.ts";
import { isSplitNumber, wrapSpace } from "../normalize/wrap-space.ts";

/** A line within the cell that it was printed in. */
export interface PlacedLine {
  readonly line: ReadLine;
  readonly cell: PointBox;
  /** The line's text, normalized. */
  readonly text: string;
  /** Whether its cell's lines begin at the left edge; else they are centred or end at the right one. */
  readonly isLeftAligned: boolean;
}

const ONLY_NUMBER = /^[0-9๐-๙][0-9๐-๙,.]*$/u;
const CLOSES_BRACKET = /^[^(]*\)/u;
/** Characters by which a word may seem to fit and yet have been wrapped: edges are read to about this much. */
const FIT_SLACK_CHARACTERS = 1.5;
/** Width of a space in characters. */
const SPACE_CHARACTERS = 0.3;
/** Characters by which a first line is indented at least. */
const INDENT_CHARACTERS = 3;
/** A line that ends in `ดังนี้`, `ดังต่อไปนี้` or a colon announces what begins on the next one; marks are often misread. */
const ANNOUNCES = /(?:ดั?งน[ิีึื]?[่้๊๋]?|ดังต่?อไปน[ิีึื]?[่้๊๋]?|:)$/u;

/**
 * Whether `next` begins a new paragraph, list item or bullet; otherwise the page wrapped `previous` into it.
 *
 * The test is the one of the contract: a line is a wrap if the next line's first word would not have fitted. Where it
 * would not have fitted anyway (the last line of a paragraph happens to be full), a list item's number or bullet, an
 * announcing `ดังนี้` or an indent still tells a beginning. Where the paragraph so far has an open bracket, a number that
 * closes it (`(ร้อยละ` / `๘๐) และ`) is no list item. Two lines that are numbers stay two numbers, unless a comma
 * shows that the page broke one.
 */
export function startsParagraph(
  previous: PlacedLine,
  next: PlacedLine,
  isBracketOpen: boolean,
  measure: ColumnMeasure,
): boolean {
  if (startsListItem(next.text) && !(isBracketOpen && CLOSES_BRACKET.test(next.text))) return true;
  if (ANNOUNCES.test(previous.text)) return true;
  if (ONLY_NUMBER.test(previous.text) && ONLY_NUMBER.test(next.text))
    return !isSplitNumber(previous.text, next.text);
  const space = wrapSpace(previous.text, next.text) === "" ? 0 : SPACE_CHARACTERS;
  const needed = unitWidth(next) + (space + FIT_SLACK_CHARACTERS) * measure.advance;
  if (roomAfter(previous, measure) >= needed) return true;
  if (!previous.isLeftAligned || !next.isLeftAligned) return false;
  const indent = indentOf(next, measure);
  return (
    indent > INDENT_CHARACTERS * measure.advance &&
    indent > indentOf(previous, measure) + INDENT_CHARACTERS * measure.advance &&
    !startsListItem(previous.text)
  );
}

/** Room in a line for more text: behind it, or at both sides where it would have moved to make room. */
function roomAfter({ line, cell, isLeftAligned }: PlacedLine, measure: ColumnMeasure): number {
  const { left, right } = lineExtent(line);
  return isLeftAligned
    ? cell.left + cell.width - measure.rightPadding - right
    : cell.width - 2 * measure.rightPadding - (right - left);
}

function indentOf({ line, cell }: PlacedLine, measure: ColumnMeasure): number {
  return lineExtent(line).left - cell.left - measure.leftGap;
}

function unitWidth({ line }: PlacedLine): number {
  const unit = firstUnit(lineClusters(line));
  const first = unit[0];
  const last = unit.at(-1);
  return first === undefined || last === undefined ? 0 : last.right - first.left;
}
