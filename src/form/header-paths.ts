import type { ReadCell, ReadTable } from "../model/reading.ts";
import { cellText } from "./table-rows.ts";

/**
 * For each column its header cells from the top level down, with `headerRowCount` rows counted as header. A cell that
 * spans several columns stands in the path of each, one that spans rows stands in it once.
 */
export function headerCellPaths(table: ReadTable, headerRowCount: number): ReadCell[][] {
  return Array.from({ length: table.columnCount }, (_, column) =>
    table.cells
      .filter(
        (cell) =>
          cell.row < headerRowCount && cell.column <= column && column < cell.column + cell.columnSpan,
      )
      .toSorted((a, b) => a.row - b.row),
  );
}

/** The header paths as text; cells without text are left out. */
export function headerPaths(table: ReadTable, headerRowCount: number): string[][] {
  return headerCellPaths(table, headerRowCount).map((path) =>
    path.map((cell) => cellText(cell).replaceAll("\n", " ")).filter((text) => text !== ""),
  );
}
