import { greatest, least } from "../model/extremes.ts";
import type { TextLine } from "../model/line.ts";
import { middleOf, paperAbove, SIDE_BY_SIDE, WIDER_GAP } from "./line-distance.ts";

/** The narrowest gap tells how far the lines of one cell lie apart; no lines are nearer than this, in body heights. */
const NARROWEST_GAP = 0.8;
/** It occurs at least twice within this ratio: a stamp or a speck makes any gap once. */
const SAME_GAP = 1.1;
/** Where so many of the lines before a row's first one fill their column by this share, they are wrapped text. */
const FULL_SHARE = 0.85;
const MOST_FULL = 0.5;
/** So many columns begin anew where a row begins; one alone only among many such rows. */
const FEWEST_BEGINNING = 2;
const FEWEST_ROWS = 2;
/** A column of which less than this share of lines stands beside others holds what several rows have in common. */
const BESIDE_SHARE = 0.6;
/** Values are at most this wide, in body heights; so many columns of so many values, beside each other, make rows. */
const WIDEST_VALUE = 7;
const FEWEST_VALUE_COLUMNS = 2;
const FEWEST_VALUES = 3;

interface Height {
  readonly lines: TextLine[];
  readonly middle: number;
}

/**
 * Where rows begin in print without rules between rows and without numbers, as borders from top to bottom: at
 * heights where several columns begin anew at once, with more paper above than between the lines of one cell. Where all
 * lines lie equally far apart, each is a row if values stand in several columns.
 *
 * @param columns the lines of each column's cell, from top to bottom
 */
export function findRowStarts(
  columns: readonly (readonly TextLine[])[],
  bodyHeightPx: number,
): readonly number[] {
  const near = bodyHeightPx * SIDE_BY_SIDE;
  const isBeside = (line: TextLine, other: TextLine): boolean =>
    Math.abs(middleOf(line) - middleOf(other)) < near;
  const own = columns.filter((column) => {
    const others = columns.filter((other) => other !== column).flat();
    const beside = column.filter((line) => others.some((other) => isBeside(line, other)));
    return column.length > 0 && beside.length >= column.length * BESIDE_SHARE;
  });
  const gaps = own
    .flatMap((column) => column.slice(1).map((line, i) => paperAbove(line, column[i]!, bodyHeightPx)))
    .filter((gap) => gap >= bodyHeightPx * NARROWEST_GAP)
    .toSorted((a, b) => a - b);
  if (own.length < FEWEST_BEGINNING || gaps.length === 0) return [];
  const heights = heightsOf(own.flat(), near);
  // Large print reaches over several heights and has its middle beside other lines: two lines may be one height.
  if (heights.length < 2) return [];
  // Single lines missing in a row leave gaps twice as wide, so the gaps right below each other are what counts.
  const between = heights
    .slice(1)
    .map(({ middle }, index) => middle - heights[index]!.middle)
    .toSorted((a, b) => a - b);
  const isEven = between.at(-1)! < between[0]! * WIDER_GAP;
  if (isEven && !holdValues(own, bodyHeightPx)) return [];
  const narrowest = gaps.find((gap, index) => (gaps[index + 1] ?? Infinity) <= gap * SAME_GAP) ?? gaps[0]!;
  const widest = isEven ? -Infinity : narrowest * WIDER_GAP;
  const begins = heights.slice(1).map(({ lines }) =>
    lines.every((line) => {
      const column = own.find((other) => other.includes(line))!;
      const previous = column[column.indexOf(line) - 1];
      return previous === undefined || paperAbove(line, previous, bodyHeightPx) >= widest;
    }),
  );
  const isSeveral = (index: number): boolean => heights[index + 1]!.lines.length >= FEWEST_BEGINNING;
  const several = begins.filter((doesBegin, index) => doesBegin && isSeveral(index)).length;
  if (several < FEWEST_ROWS - 1) return [];
  const firstLines = heights.slice(1).flatMap(({ lines }, index) => (begins[index]! ? lines : []));
  if (followsFullLines(firstLines, own)) return [];
  return begins.flatMap((doesBegin, index) => {
    if (!doesBegin || !(isSeveral(index) || several >= FEWEST_ROWS)) return [];
    // A height holds a line at least.
    const top = least(
      heights[index + 1]!.lines.map((line) => line.bodyTop),
      0,
    );
    const bottom = greatest(
      heights.slice(0, index + 1).flatMap(({ lines }) => lines.map((line) => line.baseline)),
      top,
    );
    return bottom > top ? [] : [Math.round((bottom + top) / 2)];
  });
}

/** Lines side by side, from top to bottom. */
function heightsOf(lines: readonly TextLine[], near: number): Height[] {
  const heights: Height[] = [];
  for (const line of lines.toSorted((a, b) => middleOf(a) - middleOf(b))) {
    const last = heights.at(-1);
    if (last && middleOf(line) - last.middle < near) last.lines.push(line);
    else heights.push({ lines: [line], middle: middleOf(line) });
  }
  return heights;
}

/** Whether several columns hold nothing but values. */
function holdValues(columns: readonly (readonly TextLine[])[], bodyHeightPx: number): boolean {
  const values = columns.filter(
    (column) =>
      column.length >= FEWEST_VALUES &&
      column.every(({ rect }) => rect.right - rect.left <= bodyHeightPx * WIDEST_VALUE),
  );
  return values.length >= FEWEST_VALUE_COLUMNS;
}

/** Whether most lines above supposed first lines, in the widest column, go as far as the column's lines do. */
function followsFullLines(
  firstLines: readonly TextLine[],
  columns: readonly (readonly TextLine[])[],
): boolean {
  const widthOf = ({ rect }: TextLine): number => rect.right - rect.left;
  const widths = columns.map((column) => greatest(column.map(widthOf), 0));
  const widest = greatest(widths, 0);
  const column = columns[widths.indexOf(widest)]!;
  const above = column.slice(1).flatMap((line, i) => (firstLines.includes(line) ? [column[i]!] : []));
  return above.filter((line) => widthOf(line) >= widest * FULL_SHARE).length > above.length * MOST_FULL;
}
