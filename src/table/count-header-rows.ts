import { greatest } from "../model/extremes.ts";
import type { GridCell } from "../model/table.ts";

/**
 * How many rows at the top are column headings, as far as spans tell.
 *
 * The next row still belongs to the header while a header cell reaches down into it, or while the row above
 * consists of group headings only (each over several columns), which need their columns named below. A first
 * row that is one cell over the whole table is no column heading: 0.
 */
export function countHeaderRows(cells: readonly Omit<GridCell, "rect">[], columnCount: number): number {
  const rowCells = (row: number): readonly Omit<GridCell, "rect">[] =>
    cells.filter((cell) => cell.row === row);
  const first = rowCells(0);
  if (first.length === 0 || first.some((cell) => cell.columnSpan === columnCount && columnCount > 1))
    return 0;
  let count = 1;
  for (;;) {
    const reached = greatest(
      cells.filter((cell) => cell.row < count).map((cell) => cell.row + cell.rowSpan),
      count,
    );
    const starting = rowCells(count - 1);
    const onlyGroups = starting.length > 0 && starting.every((cell) => cell.columnSpan > 1);
    const next = Math.max(reached, onlyGroups && rowCells(count).length > 0 ? count + 1 : count);
    if (next === count) return count;
    count = next;
  }
}
