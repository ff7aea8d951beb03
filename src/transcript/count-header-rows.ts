import { cellsOfRows } from "./cells-of-rows.ts";
import { transcriptContent } from "./row-content.ts";
import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

/** Deepest header that offices print, with a row of column numbers below it. */
const DEEPEST_HEADER = 4;
/** Longer than any column heading. */
const LONGEST_HEADING = 90;
/** A header's first row names at least so many columns. */
const FEWEST_HEADINGS = 2;
/** A cell over this share of the columns is no column's heading. */
const WIDE_SHARE = 0.6;

/** What stands over a column in the rows above; null where nothing does. */
interface HeadingsOver {
  readonly count: number;
  readonly firstRow: number;
  readonly reachesFarther: boolean;
}

/**
 * How many rows at the top of a table hold column headings: those above the first dash, mark, number or policy heading.
 * What the transcript marks as a header (`<th>`, the row of dashes in Markdown) is one, and a second level that
 * Markdown cannot mark may stand below it. 0 for a page that goes on without a header.
 */
export function countHeaderRows(table: TranscriptTable): number {
  const rows = cellsOfRows(table);
  const body = firstBodyRow(rows, table.columnCount);
  const above = Math.min(body ?? table.rowCount, DEEPEST_HEADER);
  const headings = (rows[0] ?? []).filter((cell) => transcriptContent(cell) === "text");
  const covered = headings.reduce((sum, cell) => sum + cell.columnSpan, 0);
  const hasHeader = headings.length >= FEWEST_HEADINGS && covered * 2 >= table.columnCount;
  if (table.markedHeaderRows !== null)
    return Math.max(table.markedHeaderRows, body !== 0 && body !== null && hasHeader ? above : 0);
  // Nothing shows where a body of prose begins: then the header is its first row.
  if (hasHeader) return body === null ? 1 : withNumberRow(above, rows[above] ?? []);
  return 0;
}

/** The first row that cannot belong to a header; null where every row can. */
function firstBodyRow(rows: readonly (readonly TranscriptCell[])[], columnCount: number): number | null {
  const above: (HeadingsOver | null)[] = Array.from({ length: columnCount }, () => null);
  for (const [row, cells] of rows.entries()) {
    const filled = cells.filter((cell) => transcriptContent(cell) !== "empty");
    if (!canBeHeader(filled, columnCount)) return row;
    if (row > 0 && !goesOn(above, row, cells.length, filled)) return row;
    for (const { column, columnSpan } of filled) {
      for (let under = column; under < column + columnSpan; under += 1) {
        const over = above[under] ?? null;
        above[under] = {
          count: (over?.count ?? 0) + 1,
          firstRow: over?.firstRow ?? row,
          reachesFarther: over?.reachesFarther === true || columnSpan > 1,
        };
      }
    }
  }
  return null;
}

function canBeHeader(filled: readonly TranscriptCell[], columnCount: number): boolean {
  if (filled.some((cell) => transcriptContent(cell) !== "text")) return false;
  if (filled.some((cell) => cell.paragraphs.join(" ").length > LONGEST_HEADING)) return false;
  if (filled.some((cell) => cell.columnSpan >= WIDE_SHARE * columnCount)) return false;
  const [first] = filled;
  return !(filled.length === 1 && first?.column === 0 && columnCount > FEWEST_HEADINGS);
}

/**
 * Whether a row goes on with the header above it: it has a heading where that has none yet or stands over several columns,
 * or headings in most columns. A cell or two below headings that are complete are an activity going on from the page
 * before.
 */
function goesOn(
  above: readonly (HeadingsOver | null)[],
  row: number,
  cellCount: number,
  filled: readonly TranscriptCell[],
): boolean {
  const columns = new Set(filled.map((cell) => cell.column));
  const hasRoom = ({ column }: TranscriptCell): boolean => {
    const over = above[column] ?? null;
    if (over === null || (over.reachesFarther && over.count === 1)) return true;
    // Without spans a group's heading stands in its first column, and nothing over the next.
    return columns.has(column + 1) && (above[column + 1] ?? null) === null && over.firstRow === row - 1;
  };
  return filled.length * 2 > cellCount || filled.some(hasRoom);
}

/** A row of column numbers, `(๑) (๒) (๓)`, belongs to the header above it. */
function withNumberRow(headerRowCount: number, next: readonly TranscriptCell[]): number {
  const isNumbers =
    next.length > FEWEST_HEADINGS && next.every((cell) => transcriptContent(cell) === "number");
  return headerRowCount > 0 && isNumbers ? headerRowCount + 1 : headerRowCount;
}
