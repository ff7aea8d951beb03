import { least } from "../model/extremes.ts";
import type { PixelRect } from "../model/box.ts";
import { areSideBySide, columnsOf } from "./find-text-columns.ts";

/** A row's number is at most this wide, in body heights; the heading of its column is wider. */
const WIDEST_NUMBER = 2.6;
/** Lines of one heading follow each other this closely, in body heights. */
const LINE_GAP = 2.4;
/** Headings in the middle have print above them of at least, and at most, this height, in body heights. */
const HIGHER = 0.7;
const HIGHEST = 6;
/** The header's text is centred: its lower edge lies at most this far below where that puts it. */
const CENTRE_SLACK = 1;

/**
 * Where the column headings end in print that begins with them, or null where it does not.
 *
 * The first column's heading (ลำดับที่) is wider than the numbers below it. It stands in the middle of the
 * header, so the header ends as far below it as it begins above it, at the next height that all print
 * leaves free.
 *
 * @param runs print down to the first rule over the whole table
 * @param limit the place of that rule
 */
export function findHeaderBottom(
  runs: readonly PixelRect[],
  innerEdges: readonly number[],
  limit: number,
  bodyHeightPx: number,
): number | null {
  if (runs.length === 0) return null;
  const top = least(
    runs.map((run) => run.top),
    0,
  );
  const own = runs.filter((run) => {
    const { first, last } = columnsOf(run, innerEdges, bodyHeightPx);
    return first === 0 && last === 0;
  });
  const isNarrow = (run: PixelRect): boolean => run.right - run.left <= bodyHeightPx * WIDEST_NUMBER;
  const heading: PixelRect[] = [];
  for (const run of own) {
    const previous = heading.at(-1);
    if (previous === undefined && isNarrow(run) && !isInMiddle(run, runs, innerEdges, bodyHeightPx))
      return null;
    // Below a heading as short as a number stands a number.
    if (previous !== undefined && isNarrow(previous) && isNarrow(run)) break;
    if (previous !== undefined && run.top - previous.bottom > bodyHeightPx * LINE_GAP) break;
    if (runs.some((other) => isHeadingOver(other, run, innerEdges, bodyHeightPx))) break;
    heading.push(run);
  }
  const [first, last] = [heading[0], heading.at(-1)];
  if (first === undefined || last === undefined) return null;
  const above = runs.filter((run) => run.bottom <= first.top);
  // A line that begins in the first column and goes over the next above the heading: the table began earlier.
  if (above.some((run) => isLineOverTable(run, innerEdges, bodyHeightPx))) return null;
  const expected = Math.max(last.bottom, first.top + last.bottom - top) - bodyHeightPx * CENTRE_SLACK;
  for (const gap of freeHeights(runs)) {
    if (gap.start < Math.max(expected, last.bottom)) continue;
    return gap.start >= limit ? limit : (gap.start + gap.end) / 2;
  }
  return limit;
}

/**
 * Whether a short line in the first column (ที่, or a number) stands in the middle of a header: headings of
 * other columns begin higher, and all columns have print as far below it as above.
 */
function isInMiddle(
  run: PixelRect,
  runs: readonly PixelRect[],
  innerEdges: readonly number[],
  bodyHeightPx: number,
): boolean {
  const top = least(
    runs.map((other) => other.top),
    run.top,
  );
  const above = run.top - top;
  if (above < bodyHeightPx * HIGHER || above > bodyHeightPx * HIGHEST) return false;
  const bottom = run.bottom + above + bodyHeightPx * HIGHER;
  const headed = new Set<number>();
  for (const other of runs) {
    if (other.bottom > bottom) continue;
    const { first, last } = columnsOf(other, innerEdges, bodyHeightPx);
    for (let column = first; column <= last; column++) headed.add(column);
  }
  return headed.size === innerEdges.length + 1;
}

function isLineOverTable(run: PixelRect, innerEdges: readonly number[], bodyHeightPx: number): boolean {
  const { first, last } = columnsOf(run, innerEdges, bodyHeightPx);
  return first === 0 && last > 0;
}

function isHeadingOver(
  other: PixelRect,
  run: PixelRect,
  innerEdges: readonly number[],
  bodyHeightPx: number,
): boolean {
  return other !== run && areSideBySide(other, run) && isLineOverTable(other, innerEdges, bodyHeightPx);
}

/** The heights that no run touches, between the first and the last run. */
function freeHeights(runs: readonly PixelRect[]): { start: number; end: number }[] {
  const gaps: { start: number; end: number }[] = [];
  let bottom = -Infinity;
  for (const run of runs.toSorted((a, b) => a.top - b.top)) {
    if (run.top > bottom && bottom > -Infinity) gaps.push({ start: bottom, end: run.top });
    bottom = Math.max(bottom, run.bottom);
  }
  return gaps;
}
