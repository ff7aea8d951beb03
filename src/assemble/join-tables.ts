import type { ReadCell, ReadTable } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";

/** A table's rows on one page. */
export interface TablePiece {
  readonly table: ReadTable;
  /** Rows at its top that repeat the header of the piece before, or are the header of the first piece. */
  readonly headerRowCount: number;
  /** Whether its first body row goes on with the last row of the piece before. */
  readonly continuesRow: boolean;
}

/** A table with the pieces that it is printed in, one for each page. */
export interface JoinedTable {
  readonly pieces: readonly TablePiece[];
  readonly remarks: readonly Remark[];
}

/** How alike two texts are although misread, 0 to 1. */
export type Similarity = (a: string, b: string) => number;

/** Two readings of one header are at least so alike. */
const SAME_HEADER = 0.75;
/** Borders of the same column differ by at most this share of the table's width from page to page. */
const BORDER_DRIFT = 0.02;

/**
 * Joins tables that run over pages, given in reading order: the last table of a page and the first of the next with
 * the same columns, if the second repeats the header, has none, or the page's end cut the first. A header that was
 * counted although the second goes on without one is body. When in doubt tables stay apart.
 */
export function joinTables(tables: readonly ReadTable[], similarity: Similarity): JoinedTable[] {
  const joined: { pieces: TablePiece[]; header: string; remarks: Remark[] }[] = [];
  for (const table of tables) {
    const current = joined.at(-1);
    const last = current?.pieces.at(-1);
    const piece =
      current === undefined || last === undefined
        ? null
        : continueTable(current.header, last, table, similarity);
    if (current === undefined || piece === null) {
      joined.push({
        pieces: [{ table, headerRowCount: table.headerRowCount, continuesRow: false }],
        header: headerText(table, table.headerRowCount),
        remarks: [],
      });
      continue;
    }
    current.pieces.push(piece);
    const message = `The table goes on from page ${last?.table.box.pageNumber ?? "before"}${
      piece.headerRowCount > 0 ? "; its repeated header was left out" : ""
    }${piece.continuesRow ? "; its first row was joined to the last one there" : ""}.`;
    current.remarks.push(remark("table-continued", "info", message, { box: table.box }));
  }
  return joined.map(({ pieces, remarks }) => ({ pieces, remarks }));
}

/** @param firstHeader what the header of the table's first piece says */
function continueTable(
  firstHeader: string,
  last: TablePiece,
  table: ReadTable,
  similarity: Similarity,
): TablePiece | null {
  if (table.box.pageNumber !== last.table.box.pageNumber + 1) return null;
  if (!hasSameColumns(last.table, table)) return null;
  const isCut = !last.table.closedAtBottom || !table.closedAtTop;
  const header = headerText(table, table.headerRowCount);
  const repeatsHeader = header !== "" && similarity(header, firstHeader) >= SAME_HEADER;
  if (!repeatsHeader && !isCut && table.headerRowCount > 0) return null;
  const headerRowCount = repeatsHeader ? table.headerRowCount : 0;
  return {
    table,
    headerRowCount,
    continuesRow: isCut && beginsInTheMiddle(last.table, table, headerRowCount),
  };
}

function hasSameColumns(a: ReadTable, b: ReadTable): boolean {
  if (a.columnCount !== b.columnCount) return false;
  const tolerance = BORDER_DRIFT * Math.max(a.box.width, b.box.width);
  const shift = b.box.left - a.box.left;
  const [first, second] = [leftBorders(a), leftBorders(b)];
  return [...first].every(([column, left]) => {
    const other = second.get(column);
    return (
      other === undefined || Math.min(Math.abs(other - left), Math.abs(other - shift - left)) <= tolerance
    );
  });
}

function leftBorders(table: ReadTable): Map<number, number> {
  return new Map(table.cells.map((cell) => [cell.column, cell.box.left]));
}

/** A row that was cut shows nothing in the column that names it, where its first half does. */
function beginsInTheMiddle(before: ReadTable, table: ReadTable, headerRowCount: number): boolean {
  const upper = before.cells.find((cell) => cell.row + cell.rowSpan === before.rowCount && cell.column === 0);
  const lower = table.cells.find((cell) => cell.row === headerRowCount && cell.column === 0);
  return upper !== undefined && lower !== undefined && upper.ink !== "empty" && lower.ink === "empty";
}

function headerText(table: ReadTable, headerRowCount: number): string {
  return table.cells
    .filter((cell) => cell.row < headerRowCount)
    .map(textOf)
    .join(" ");
}

function textOf(cell: ReadCell): string {
  return normalizeThai(cell.lines.map((line) => line.text).join(" ")).text;
}
