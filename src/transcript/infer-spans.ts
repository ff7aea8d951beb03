import { cellsOfRows } from "./cells-of-rows.ts";
import { transcriptContent } from "./row-content.ts";
import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

/** `๑. นโยบาย`, `1) ด้าน`: how a heading over the whole table begins, where nothing else tells that it is one. */
const NUMBERED = /^[([]?[0-9\u0e50-\u0e59]{1,3}[.)\]]/u;
const POLICY_WORD = /^(?:นโยบาย|ประเด็น|ยุทธศาสตร์|ด้าน)/u;
const FEWEST_COLUMNS = 3;

type CellRow = readonly TranscriptCell[];

/**
 * Gives cells the spans that a plain table cannot write: in the header a heading reaches over the empty cells at its
 * right that have a heading below, and down over the empty cells below it; in the body a heading that stands alone in
 * the first column reaches over the whole table. Rows in which the transcript itself has written a span stay.
 */
export function inferSpans(table: TranscriptTable, headerRowCount: number): TranscriptTable {
  const rows = cellsOfRows(table);
  const header = rows.slice(0, headerRowCount);
  const isWritten = header.some((cells) => cells.some((cell) => cell.columnSpan + cell.rowSpan > 2));
  return {
    ...table,
    cells: [
      ...(isWritten ? header.flat() : spanHeader(header, table.columnCount)),
      ...spanHeadings(rows.slice(headerRowCount), table.columnCount),
    ],
  };
}

function spanHeader(rows: readonly CellRow[], columnCount: number): TranscriptCell[] {
  // One place more than there are columns, so that nothing stands at the right of the last.
  const stride = columnCount + 1;
  const isEmptyAt = new Map<number, boolean>();
  for (const { row, column, isEmpty } of rows.flatMap(withEmptiness))
    isEmptyAt.set(row * stride + column, isEmpty);
  const isEmpty = (row: number, column: number): boolean => isEmptyAt.get(row * stride + column) === true;
  const isFilled = (row: number, column: number): boolean => isEmptyAt.get(row * stride + column) === false;
  const covered = new Set<number>();
  const spanned: TranscriptCell[] = [];
  for (const cell of rows.flat()) {
    if (covered.has(cell.row * stride + cell.column)) continue;
    let [columnSpan, rowSpan] = [1, 1];
    if (isFilled(cell.row, cell.column)) {
      if (isFilled(cell.row + 1, cell.column)) {
        while (
          isEmpty(cell.row, cell.column + columnSpan) &&
          isFilled(cell.row + 1, cell.column + columnSpan)
        ) {
          columnSpan += 1;
        }
      } else {
        while (cell.row + rowSpan < rows.length && isEmpty(cell.row + rowSpan, cell.column)) rowSpan += 1;
      }
    }
    for (let down = 0; down < rowSpan; down += 1) {
      for (let right = 0; right < columnSpan; right += 1) {
        covered.add((cell.row + down) * stride + cell.column + right);
      }
    }
    spanned.push({ ...cell, columnSpan, rowSpan });
  }
  return spanned;
}

function withEmptiness(cells: CellRow): { row: number; column: number; isEmpty: boolean }[] {
  return cells.map((cell) => ({
    row: cell.row,
    column: cell.column,
    isEmpty: transcriptContent(cell) === "empty",
  }));
}

function spanHeadings(rows: readonly CellRow[], columnCount: number): TranscriptCell[] {
  if (columnCount < FEWEST_COLUMNS) return rows.flat();
  const isFirst = (cell: TranscriptCell): boolean => cell.column === 0 && cell.columnSpan === 1;
  const countsRows = rows.some((cells) =>
    cells.some((cell) => isFirst(cell) && transcriptContent(cell) === "number"),
  );
  return rows.flatMap((cells) => {
    const heading = cells.find((cell) => isFirst(cell) && isLoneHeading(cell, cells, countsRows));
    return heading === undefined ? cells : [{ ...heading, columnSpan: columnCount }];
  });
}

function isLoneHeading(cell: TranscriptCell, inRow: CellRow, countsRows: boolean): boolean {
  const text = cell.paragraphs.join(" ");
  const isHeading = countsRows || NUMBERED.test(text) || POLICY_WORD.test(text);
  return (
    isHeading &&
    transcriptContent(cell) === "text" &&
    inRow.every((other) => other.column === 0 || transcriptContent(other) === "empty")
  );
}
