import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

/** The cells of each row, from left to right; empty for a row that cells from above cover. */
export function cellsOfRows({
  cells,
  rowCount,
}: Pick<TranscriptTable, "cells" | "rowCount">): readonly (readonly TranscriptCell[])[] {
  const rows: TranscriptCell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of cells) rows[cell.row]?.push(cell);
  return rows;
}
