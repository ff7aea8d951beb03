/** A row of a delimited text; `lineNumber` counts from 1 and is that of its first line. */
export interface DelimitedRow {
  readonly lineNumber: number;
  readonly cells: readonly string[];
}

/**
 * The rows of a text with one character between cells: CSV as RFC 4180 has it, tab-separated and semicolon-separated
 * text. A cell in double quotes may hold the delimiter, line ends, and quotes written twice. A quote that is never
 * closed in front of a delimiter or line end is a character like any other, so that one slip does not swallow the rest.
 * Lines that are empty give no row.
 */
export function readDelimited(text: string, delimiter: string): DelimitedRow[] {
  return [...delimitedRows(text, delimiter, text.startsWith("\ufeff") ? 1 : 0)];
}

/** The same row by row from a place in a text; what stands behind the last row that is asked for is not looked at. */
export function* delimitedRows(
  text: string,
  delimiter: string,
  start: number,
): Generator<DelimitedRow, void> {
  let position = start;
  let lineNumber = 1;
  while (position < text.length) {
    const cells: string[] = [];
    const first = lineNumber;
    let isRowOpen = true;
    while (isRowOpen) {
      const cell = readCell(text, position, delimiter);
      cells.push(cell.text);
      lineNumber += cell.lineEnds;
      position = cell.end;
      if (text.startsWith(delimiter, position)) {
        position += delimiter.length;
        continue;
      }
      isRowOpen = false;
      position += LINE_END.exec(text.slice(position, position + 2))?.[0].length ?? 0;
      lineNumber += 1;
    }
    if (cells.length > 1 || cells[0] !== "") yield { lineNumber: first, cells };
  }
}

const LINE_END = /^(?:\r\n|\n|\r)/u;
const LINE_ENDS = /\r\n|\n|\r/gu;

function readCell(
  text: string,
  start: number,
  delimiter: string,
): { text: string; end: number; lineEnds: number } {
  if (text[start] === '"') {
    const end = closingQuote(text, start + 1, delimiter);
    if (end !== null) {
      const inside = text.slice(start + 1, end);
      return {
        text: inside.replaceAll('""', '"'),
        end: end + 1,
        lineEnds: inside.match(LINE_ENDS)?.length ?? 0,
      };
    }
  }
  let end = start;
  while (end < text.length && !text.startsWith(delimiter, end) && text[end] !== "\n" && text[end] !== "\r")
    end += 1;
  return { text: text.slice(start, end), end, lineEnds: 0 };
}

function closingQuote(text: string, start: number, delimiter: string): number | null {
  let quote = text.indexOf('"', start);
  while (quote >= 0) {
    if (text[quote + 1] === '"') {
      quote = text.indexOf('"', quote + 2);
      continue;
    }
    const behind = text.slice(quote + 1, quote + 1 + Math.max(1, delimiter.length));
    return behind === "" || behind.startsWith(delimiter) || LINE_END.test(behind) ? quote : null;
  }
  return null;
}
