import type { TranscribedTable } from "./truth.ts";

/**
 * For each column its header texts from the top level down, from header rows written as in HTML: a cell
 * takes the next free place of its row, and one that spans rows or columns keeps the places under it taken.
 */
export function placeHeader(header: TranscribedTable["header"]): string[][] {
  const columns: (string[] | undefined)[] = [];
  const takenUntilRow: number[] = [];
  for (const [row, cells] of header.entries()) {
    let column = 0;
    for (const cell of cells) {
      while ((takenUntilRow[column] ?? 0) > row) column += 1;
      for (let end = column + cell.colspan; column < end; column += 1) {
        takenUntilRow[column] = row + cell.rowspan;
        (columns[column] ??= []).push(cell.t);
      }
    }
  }
  return Array.from(columns, (texts) => texts ?? []);
}
