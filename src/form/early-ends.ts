import { greatest } from "../model/extremes.ts";
import type { FormTable } from "./find-columns.ts";

/** A row's next line would still have fitted on a page that ends so many lines early. */
const EARLY_END_LINES = 2;

/**
 * For each table whether its author ended it with room left on the page: it is closed, and ends some lines above the
 * lowest table of the report. A row that goes on behind such an end was split where its author saw fit.
 */
export function findEarlyEnds(tables: readonly FormTable[]): boolean[] {
  const bottomOf = ({ table }: FormTable): number => table.box.top + table.box.height;
  const lowest = greatest(tables.map(bottomOf), 0);
  return tables.map((formTable) => {
    const heights = formTable.table.cells.flatMap((cell) => cell.lines.map((line) => line.box.height));
    const room = EARLY_END_LINES * (median(heights) ?? 0);
    return formTable.table.closedAtBottom && bottomOf(formTable) < lowest - room;
  });
}

function median(values: readonly number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
