import type { ReadCell, ReadTable } from "./reading.ts";

/**
 * The cells of a table by the row that they begin in, rows from top to bottom, each row's cells in the table's order.
 * Made in one pass: to filter all cells for each row takes minutes for a list of some ten thousand rows.
 */
export function cellsByRow({ cells, rowCount }: ReadTable): ReadonlyMap<number, readonly ReadCell[]> {
  const found = new Map<number, ReadCell[]>();
  for (const cell of cells) {
    if (cell.row < 0 || cell.row >= rowCount) continue;
    const row = found.get(cell.row);
    if (row === undefined) found.set(cell.row, [cell]);
    else row.push(cell);
  }
  return new Map([...found].toSorted(([a], [b]) => a - b));
}

/**
 * For each column the cells of the first `headerRowCount` rows that stand over it, from the top level down. A cell that
 * spans several columns stands over each of them, one that spans rows is there once.
 */
export function headerCellsByColumn(
  { cells, columnCount }: ReadTable,
  headerRowCount: number,
): readonly (readonly ReadCell[])[] {
  const columns: ReadCell[][] = Array.from({ length: columnCount }, () => []);
  for (const cell of cells) {
    if (cell.row >= headerRowCount) continue;
    const end = Math.min(columnCount, cell.column + cell.columnSpan);
    for (let column = cell.column; column < end; column += 1) columns[column]?.push(cell);
  }
  return columns.map((over) => over.toSorted((a, b) => a.row - b.row));
}
