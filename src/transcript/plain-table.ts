import { cellParagraphs } from "./cell-paragraphs.ts";
import type { TranscriptTable } from "./transcript.ts";

/** A row as it was written between tabs or bars. */
export interface PlainRow {
  readonly lineNumber: number;
  readonly cells: readonly string[];
}

/** A table of rows without spans; rows shorter than the longest end in cells that nobody wrote. */
export function plainTable(rows: readonly PlainRow[], markedHeaderRows: number | null): TranscriptTable {
  const columnCount = Math.max(0, ...rows.map((row) => row.cells.length));
  return {
    kind: "table",
    rowCount: rows.length,
    columnCount,
    markedHeaderRows,
    cells: rows.flatMap(({ cells, lineNumber }, row) =>
      Array.from({ length: columnCount }, (_, column) => ({
        row,
        column,
        rowSpan: 1,
        columnSpan: 1,
        paragraphs: cellParagraphs(cells[column] ?? ""),
        lineNumber,
      })),
    ),
    writtenCells: rows.map((row) => row.cells.length),
  };
}
