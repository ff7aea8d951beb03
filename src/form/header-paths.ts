import type { ReadTable } from "../model/reading.ts";
import { headerCellsByColumn } from "../model/table-index.ts";
import { cellText } from "./table-rows.ts";

/**
 * For each column its header texts from the top level down, with `headerRowCount` rows counted as header; cells without
 * text are left out. A cell that spans several columns stands in the path of each, one that spans rows stands in it once.
 */
export function headerPaths(table: ReadTable, headerRowCount: number): string[][] {
  const texts = new Map(
    table.cells
      .filter((cell) => cell.row < headerRowCount)
      .map((cell) => [cell, cellText(cell).replaceAll("\n", " ")]),
  );
  return headerCellsByColumn(table, headerRowCount).map((path) =>
    path.map((cell) => texts.get(cell) ?? "").filter((text) => text !== ""),
  );
}
