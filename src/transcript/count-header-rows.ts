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

/**
 * How many rows at the top of a table hold column headings: those above the first dash, mark, number or policy heading.
 * What the transcript marks as a header (`<th>`, the row of dashes in Markdown) is one, and a second level that
 * Markdown cannot mark may stand below it. 0 for a page that goes on without a header.
 */
export function countHeaderRows(table: TranscriptTable): number {
  const rows = Array.from({ length: table.rowCount }, (_, row) =>
    table.cells.filter((cell) => cell.row === row).toSorted((a, b) => a.column - b.column),
  );
  const body = rows.findIndex(
    (cells, row) => !canBeHeader(cells, table.columnCount) || (row > 0 && !goesOn(rows.slice(0, row), cells)),
  );
  const above = Math.min(body < 0 ? table.rowCount : body, DEEPEST_HEADER);
  const headings = (rows[0] ?? []).filter((cell) => transcriptContent(cell) === "text");
  const covered = headings.reduce((sum, cell) => sum + cell.columnSpan, 0);
  const hasHeader = headings.length >= FEWEST_HEADINGS && covered * 2 >= table.columnCount;
  if (table.markedHeaderRows !== null)
    return Math.max(table.markedHeaderRows, body > 0 && hasHeader ? above : 0);
  // Nothing shows where a body of prose begins: then the header is its first row.
  if (hasHeader) return body < 0 ? 1 : withNumberRow(above, rows[above] ?? []);
  return 0;
}

function canBeHeader(cells: readonly TranscriptCell[], columnCount: number): boolean {
  const filled = cells.filter((cell) => transcriptContent(cell) !== "empty");
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
function goesOn(above: readonly (readonly TranscriptCell[])[], cells: readonly TranscriptCell[]): boolean {
  const filled = cells.filter((cell) => transcriptContent(cell) !== "empty");
  const headings = above.flat().filter((cell) => transcriptContent(cell) !== "empty");
  const isOver = (heading: TranscriptCell, column: number): boolean =>
    column >= heading.column && column < heading.column + heading.columnSpan;
  const hasRoom = ({ column }: TranscriptCell): boolean => {
    const over = headings.filter((heading) => isOver(heading, column));
    const reachesFarther = over.some(({ columnSpan }) => columnSpan > 1);
    // Without spans a group's heading stands in its first column, and nothing over the next.
    const hasFreeNeighbour =
      filled.some((cell) => cell.column === column + 1) &&
      !headings.some((heading) => isOver(heading, column + 1)) &&
      over.every(({ row }) => row === above.length - 1);
    return over.length === 0 || (reachesFarther && over.length === 1) || hasFreeNeighbour;
  };
  return filled.length * 2 > cells.length || filled.some(hasRoom);
}

/** A row of column numbers, `(๑) (๒) (๓)`, belongs to the header above it. */
function withNumberRow(headerRowCount: number, next: readonly TranscriptCell[]): number {
  const isNumbers =
    next.length > FEWEST_HEADINGS && next.every((cell) => transcriptContent(cell) === "number");
  return headerRowCount > 0 && isNumbers ? headerRowCount + 1 : headerRowCount;
}
