import { cellParagraphs } from "./cell-paragraphs.ts";
import { checkLimit } from "./transcript-limits.ts";
import type { TranscriptBudget } from "./transcript-limits.ts";
import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

/** A row as it was written between tabs or bars. */
export interface PlainRow {
  readonly lineNumber: number;
  readonly cells: readonly string[];
}

/**
 * Rows shorter than the longest are filled up with empty cells unless that asks for far more cells than were written:
 * one row with a hundred stray tabs must not give each of a thousand others a hundred cells.
 */
const ALWAYS_FILLED_PLACES = 10_000;
const MOST_PLACES_OF_A_CELL = 4;

/** A table of rows without spans; rows shorter than the longest end in cells that nobody wrote. */
export function plainTable(
  rows: readonly PlainRow[],
  markedHeaderRows: number | null,
  budget: TranscriptBudget,
): TranscriptTable {
  let [columnCount, written] = [0, 0];
  for (const { cells, lineNumber } of rows) {
    checkLimit("columns", cells.length, lineNumber);
    columnCount = Math.max(columnCount, cells.length);
    written += cells.length;
  }
  const places = rows.length * columnCount;
  const isFilled = places <= Math.max(ALWAYS_FILLED_PLACES, MOST_PLACES_OF_A_CELL * written);
  budget.take("places", places);
  budget.take("rows", rows.length);
  budget.take("cells", isFilled ? places : written);
  const tableCells: TranscriptCell[] = [];
  for (const [row, { cells, lineNumber }] of rows.entries()) {
    for (let column = 0; column < (isFilled ? columnCount : cells.length); column += 1) {
      const text = cells[column] ?? "";
      checkLimit("cellCharacters", text.length, lineNumber);
      const paragraphs = cellParagraphs(text);
      budget.take("lines", paragraphs.length);
      tableCells.push({ row, column, rowSpan: 1, columnSpan: 1, paragraphs, lineNumber });
    }
  }
  return {
    kind: "table",
    rowCount: rows.length,
    columnCount,
    markedHeaderRows,
    cells: tableCells,
    writtenCells: rows.map((row) => row.cells.length),
  };
}
