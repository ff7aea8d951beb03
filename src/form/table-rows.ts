import type { PointBox } from "../model/box.ts";
import type { CellContent } from "../model/form.ts";
import type { ReadCell, ReadTable } from "../model/reading.ts";
import { cellsByRow } from "../model/table-index.ts";
import { unionBox } from "../model/union-box.ts";
import { isNothing } from "../normalize/is-nothing.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";

/** The cells of a table that begin in one row, from left to right. */
export interface TableRow {
  readonly row: number;
  readonly box: PointBox;
  readonly cells: readonly ReadCell[];
}

/** The rows of a table from top to bottom; a row that only has cells reaching down from above is left out. */
export function tableRows(table: ReadTable): TableRow[] {
  return [...cellsByRow(table)].map(([row, cells]) => toTableRow(row, cells));
}

/** One row of a table; null where no cell begins in it. */
export function tableRow(table: ReadTable, row: number): TableRow | null {
  const cells = table.cells.filter((cell) => cell.row === row);
  return row < table.rowCount && cells.length > 0 ? toTableRow(row, cells) : null;
}

function toTableRow(row: number, cells: readonly ReadCell[]): TableRow {
  return {
    row,
    box: unionBox(cells.map((cell) => cell.box)),
    cells: cells.toSorted((a, b) => a.column - b.column),
  };
}

/** A cell's lines, normalized, one below the other; lines that hold nothing are left out. */
export function cellText(cell: ReadCell): string {
  return cell.lines
    .map((line) => normalizeThai(line.text).text)
    .filter((text) => text !== "")
    .join("\n");
}

/**
 * Ink comes before recognition: a dash or a mark that was read as garbage is still one. Text that reads as a lone
 * dash is a dash.
 */
export function cellContent(cell: ReadCell): CellContent {
  if (cell.ink !== "text") return cell.ink;
  const text = cellText(cell);
  if (text === "") return "unread";
  return isNothing(text) ? "dash" : "text";
}
