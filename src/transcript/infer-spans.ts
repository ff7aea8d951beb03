import { transcriptContent } from "./row-content.ts";
import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

/** `๑. นโยบาย`, `1) ด้าน`: how a heading over the whole table begins, where nothing else tells that it is one. */
const NUMBERED = /^[([]?[0-9\u0e50-\u0e59]{1,3}[.)\]]/u;
const POLICY_WORD = /^(?:นโยบาย|ประเด็น|ยุทธศาสตร์|ด้าน)/u;
const FEWEST_COLUMNS = 3;

/**
 * Gives cells the spans that a plain table cannot write: in the header a heading reaches over the empty cells at its
 * right that have a heading below, and down over the empty cells below it; in the body a heading that stands alone in
 * the first column reaches over the whole table. Rows in which the transcript itself has written a span stay.
 */
export function inferSpans(table: TranscriptTable, headerRowCount: number): TranscriptTable {
  const isWritten = table.cells.some(
    (cell) => cell.row < headerRowCount && cell.columnSpan + cell.rowSpan > 2,
  );
  const header = table.cells.filter((cell) => cell.row < headerRowCount);
  const body = table.cells.filter((cell) => cell.row >= headerRowCount);
  return {
    ...table,
    cells: [
      ...(isWritten ? header : spanHeader(header, headerRowCount)),
      ...spanHeadings(body, table.columnCount),
    ],
  };
}

function spanHeader(header: readonly TranscriptCell[], headerRowCount: number): TranscriptCell[] {
  const at = (row: number, column: number): TranscriptCell | undefined =>
    header.find((cell) => cell.row === row && cell.column === column);
  const isEmpty = (row: number, column: number): boolean => {
    const cell = at(row, column);
    return cell !== undefined && transcriptContent(cell) === "empty";
  };
  const isFilled = (row: number, column: number): boolean =>
    at(row, column) !== undefined && !isEmpty(row, column);
  const covered = new Set<string>();
  const spanned: TranscriptCell[] = [];
  for (const cell of header) {
    if (covered.has(`${cell.row},${cell.column}`)) continue;
    let [columnSpan, rowSpan] = [1, 1];
    if (transcriptContent(cell) !== "empty") {
      if (isFilled(cell.row + 1, cell.column)) {
        while (
          isEmpty(cell.row, cell.column + columnSpan) &&
          isFilled(cell.row + 1, cell.column + columnSpan)
        ) {
          columnSpan += 1;
        }
      } else {
        while (cell.row + rowSpan < headerRowCount && isEmpty(cell.row + rowSpan, cell.column)) rowSpan += 1;
      }
    }
    for (let down = 0; down < rowSpan; down += 1) {
      for (let right = 0; right < columnSpan; right += 1) {
        covered.add(`${cell.row + down},${cell.column + right}`);
      }
    }
    spanned.push({ ...cell, columnSpan, rowSpan });
  }
  return spanned;
}

function spanHeadings(body: readonly TranscriptCell[], columnCount: number): TranscriptCell[] {
  if (columnCount < FEWEST_COLUMNS) return [...body];
  const first = body.filter((cell) => cell.column === 0 && cell.columnSpan === 1);
  const countsRows = first.some((cell) => transcriptContent(cell) === "number");
  const headings = new Set(
    first.filter((cell) => isLoneHeading(cell, body, countsRows)).map((cell) => cell.row),
  );
  return body.flatMap((cell) => {
    if (!headings.has(cell.row)) return [cell];
    return cell.column === 0 ? [{ ...cell, columnSpan: columnCount }] : [];
  });
}

function isLoneHeading(cell: TranscriptCell, body: readonly TranscriptCell[], countsRows: boolean): boolean {
  const text = cell.paragraphs.join(" ");
  const isHeading = countsRows || NUMBERED.test(text) || POLICY_WORD.test(text);
  return (
    isHeading &&
    transcriptContent(cell) === "text" &&
    body.every(
      (other) => other.row !== cell.row || other.column === 0 || transcriptContent(other) === "empty",
    )
  );
}
