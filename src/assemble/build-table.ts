import type { ExtractedCell, ExtractedTable } from "../model/extraction.ts";
import type { ReadCell } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import { cellsByRow, headerCellsByColumn } from "../model/table-index.ts";
import type { Remark } from "../model/remark.ts";
import { hasDigits } from "../normalize/thai-digits.ts";
import { measureColumn } from "./column-measure.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import { INK_CONFIDENCE, readingConfidence } from "./field-confidence.ts";
import { symbolsOf } from "./field-reading.ts";
import type { ReadingConditions } from "./field-reading.ts";
import { unionBox } from "../model/union-box.ts";
import { joinLines } from "./join-lines.ts";
import type { TextPart } from "./join-lines.ts";
import type { JoinedTable, TablePiece } from "./join-tables.ts";

type Row = (ExtractedCell | null)[];

/**
 * A table of any form as header paths and rows. Every cell stands where it begins; places that a span covers, and
 * places without a cell, are null. A cell that the page's end cut is one cell again.
 */
export function buildTable(
  { pieces, remarks }: JoinedTable,
  conditionsOf: (pageNumber: number) => ReadingConditions,
): ExtractedTable {
  const first = pieces[0];
  const columnCount = first?.table.columnCount ?? 0;
  const measures = measureColumns(pieces, columnCount);
  const rows: Row[] = [];
  const partsOfRow = new Map<Row, Map<number, ReadCell[]>>();
  for (const piece of pieces) {
    const cellsOf = cellsByRow(piece.table);
    for (let row = piece.headerRowCount; row < piece.table.rowCount; row += 1) {
      const cells = cellsOf.get(row) ?? [];
      const isJoined = row === piece.headerRowCount && piece.continuesRow;
      const target = isJoined ? rows.at(-1) : undefined;
      if (target === undefined) {
        const own: Row = Array.from({ length: columnCount }, () => null);
        rows.push(own);
        partsOfRow.set(own, new Map(cells.map((cell) => [cell.column, [cell]])));
      } else {
        const parts = partsOfRow.get(target);
        for (const cell of cells) {
          const known = parts?.get(cell.column);
          if (known === undefined) parts?.set(cell.column, [cell]);
          else known.push(cell);
        }
      }
    }
  }
  for (const row of rows) {
    for (const [column, cells] of partsOfRow.get(row) ?? []) {
      row[column] = buildCell(cells, measures[column], conditionsOf);
    }
  }
  return {
    pageNumbers: [...new Set(pieces.map((piece) => piece.table.box.pageNumber))],
    columns: first === undefined ? [] : headerPaths(first),
    rows,
    remarks: [...remarks, ...remarkDigits(pieces, conditionsOf)],
  };
}

function buildCell(
  cells: readonly ReadCell[],
  measure: ColumnMeasure | undefined,
  conditionsOf: (pageNumber: number) => ReadingConditions,
): ExtractedCell {
  const [first] = cells;
  if (first === undefined) throw new RangeError("a cell needs at least one part");
  const { method, knowsDigits } = conditionsOf(first.box.pageNumber);
  const inked = cells.filter((cell) => cell.ink !== "empty");
  const text = cellsText(
    inked,
    method === "transcript" ? null : first.columnSpan === 1 ? measure : undefined,
  );
  const symbols = symbolsOf(inked.flatMap((cell) => cell.lines));
  return {
    text,
    rowSpan: first.rowSpan,
    columnSpan: first.columnSpan,
    evidence: {
      observed: text,
      method,
      confidence: inked.length === 0 ? INK_CONFIDENCE : readingConfidence(symbols, knowsDigits),
      boxes: cells.map((cell) => cell.box),
      repairs: [],
    },
  };
}

/** Without a measure of the column, its own lines are measured; null where there is no geometry to measure. */
function cellsText(cells: readonly ReadCell[], measure: ColumnMeasure | undefined | null): string {
  const parts: TextPart[] = cells.map((cell, index) => ({
    box: cell.box,
    lines: cell.lines,
    joint: index === 0 ? null : "wrapped",
  }));
  const text = joinLines(parts, measure === undefined ? measureColumn(cells) : measure);
  return text === "" && cells.some((cell) => cell.ink === "dash") ? "-" : text;
}

/** For each column its header texts from the top level down; a cell over several columns stands in each path. */
function headerPaths({ table, headerRowCount }: TablePiece): string[][] {
  const texts = new Map(
    table.cells
      .filter((cell) => cell.row < headerRowCount)
      .map((cell) => [cell, cellsText([cell], undefined)]),
  );
  return headerCellsByColumn(table, headerRowCount).map((path) => path.map((cell) => texts.get(cell) ?? ""));
}

function measureColumns(pieces: readonly TablePiece[], columnCount: number): ColumnMeasure[] {
  const cellsOf: ReadCell[][] = Array.from({ length: columnCount }, () => []);
  for (const { table, headerRowCount } of pieces) {
    for (const cell of table.cells) {
      if (cell.row >= headerRowCount && cell.columnSpan === 1) cellsOf[cell.column]?.push(cell);
    }
  }
  return cellsOf.map(measureColumn);
}

function remarkDigits(
  pieces: readonly TablePiece[],
  conditionsOf: (pageNumber: number) => ReadingConditions,
): Remark[] {
  return pieces
    .filter(({ table }) => !conditionsOf(table.box.pageNumber).knowsDigits)
    .filter(({ table }) => table.cells.some((cell) => cell.lines.some((line) => hasDigits(line.text))))
    .map(({ table }) =>
      remark(
        "digits-unreadable",
        "warning",
        "The recognition model does not know all Thai digits: check every number in this table.",
        { box: unionBox([table.box]) },
      ),
    );
}
