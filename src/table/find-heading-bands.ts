import { greatest, least } from "../model/extremes.ts";
import type { PixelRect } from "../model/box.ts";
import { aloneAmong, columnsOf } from "./find-text-columns.ts";

/** Lines of one heading follow each other this closely, in body heights. */
const LINE_GAP = 2.2;

/**
 * The rows of headings that stand over all columns: lines that begin in the first column, reach into the
 * second, and have hardly anything beside them. Borders lie in the middle of the paper around them, or at
 * `top` and `bottom`.
 */
export function findHeadingBands(
  runs: readonly PixelRect[],
  innerEdges: readonly number[],
  top: number,
  bottom: number,
  bodyHeightPx: number,
): { top: number; bottom: number }[] {
  const isAlone = aloneAmong(runs, bodyHeightPx);
  const lines = runs.filter((run) => {
    const { first, last } = columnsOf(run, innerEdges, bodyHeightPx);
    if (first !== 0 || last === 0) return false;
    return isAlone(run);
  });
  const blocks: { first: number; last: number }[] = [];
  for (const line of lines.toSorted((a, b) => a.top - b.top)) {
    const block = blocks.at(-1);
    if (block && line.top - block.last <= bodyHeightPx * LINE_GAP)
      block.last = Math.max(block.last, line.bottom);
    else blocks.push({ first: line.top, last: line.bottom });
  }
  return blocks.map(({ first, last }) => {
    const above = runs.filter((run) => (run.top + run.bottom) / 2 < first).map((run) => run.bottom);
    const below = runs.filter((run) => (run.top + run.bottom) / 2 > last).map((run) => run.top);
    return {
      top: above.length === 0 ? top : (greatest(above, top) + first) / 2,
      bottom: below.length === 0 ? bottom : (last + least(below, bottom)) / 2,
    };
  });
}
