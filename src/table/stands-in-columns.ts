import { indexByRows } from "../image/index-by-rows.ts";
import type { PixelRect } from "../model/box.ts";
import { areSideBySide, columnsOf } from "./find-text-columns.ts";
import { FEWEST_COLUMNS } from "./region.ts";

/** Fewer lines that stand in three columns make no table. */
const FEWEST_LINES = 3;
/** Print of a table stands in its columns; in running text most lines bridge any gap there may be. */
const MOST_BRIDGING_SHARE = 0.25;
/** Numbers, marks and amounts are at most this wide, in body heights. */
const WIDEST_VALUE = 7;
const WIDEST_NUMBER = 3;

/** Whether enough lines of print stand in three columns or more. */
export function standsInColumns(
  runs: readonly PixelRect[],
  innerEdges: readonly number[],
  bodyHeightPx: number,
): boolean {
  const placed = runs.map((run) => ({ run, ...columnsOf(run, innerEdges, bodyHeightPx) }));
  const bridging = placed.filter(({ first, last }) => first !== last).length;
  if (bridging > runs.length * MOST_BRIDGING_SHARE) return false;
  const columnOf = new Map(placed.map(({ run, first }) => [run, first]));
  const near = indexByRows(runs, bodyHeightPx);
  const inThree = placed.filter(({ run }) => {
    const beside = near(run).filter((other) => areSideBySide(run, other));
    return new Set(beside.map((other) => columnOf.get(other))).size >= FEWEST_COLUMNS;
  });
  return inThree.length >= FEWEST_LINES * FEWEST_COLUMNS;
}

/** Whether print without rules is a table beyond doubt: enough lines in three columns, and values in one. */
export function isTabular(
  runs: readonly PixelRect[],
  innerEdges: readonly number[],
  bodyHeightPx: number,
): boolean {
  if (!standsInColumns(runs, innerEdges, bodyHeightPx)) return false;
  const placed = runs.map((run) => ({ run, ...columnsOf(run, innerEdges, bodyHeightPx) }));
  const widthOf = (run: PixelRect): number => run.right - run.left;
  const numbers = placed.filter(
    ({ run, first, last }) => first === 0 && last === 0 && widthOf(run) <= bodyHeightPx * WIDEST_NUMBER,
  );
  if (numbers.length >= 1) return true;
  return innerEdges.some((_, index) => {
    const column = placed.filter(({ first, last }) => first === index + 1 && last === index + 1);
    return (
      column.length >= FEWEST_LINES && column.every(({ run }) => widthOf(run) <= bodyHeightPx * WIDEST_VALUE)
    );
  });
}
