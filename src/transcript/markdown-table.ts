import type { PlainRow } from "./plain-table.ts";
import { TRANSCRIPT_LIMITS } from "./transcript-limits.ts";

const DELIMITER_CELL = /^\s*:?-{2,}:?\s*$/u;
/** No other line can be a row of dashes; most lines need not be cut into cells to see that. */
const DELIMITER_SIGNS = /^[\s|:-]*$/u;

/** Whether a line is one of a Markdown table: it has bars at both ends, or several inside. */
export function isMarkdownRow(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.includes("\t")) return false;
  return (trimmed.length > 1 && trimmed.startsWith("|") && trimmed.endsWith("|")) || isDelimiterRow(trimmed);
}

/** The row of dashes that Markdown sets below a header. */
export function isDelimiterRow(text: string): boolean {
  if (!DELIMITER_SIGNS.test(text)) return false;
  const cells = splitMarkdownRow(text);
  return cells.length > 1 && cells.every((cell) => DELIMITER_CELL.test(cell));
}

/** The cells between the bars; `\|` is a bar that belongs to the text. One cell more than a table may have at the most. */
export function splitMarkdownRow(text: string): string[] {
  const inside = text
    .trim()
    .replace(/^\|/u, "")
    .replace(/(?<!\\)\|$/u, "");
  return inside
    .split(/(?<!\\)\|/u, TRANSCRIPT_LIMITS.columns + 1)
    .map((cell) => cell.replaceAll("\\|", "|").trim());
}

/** The rows of a Markdown table, and how many of them stand above its row of dashes. */
export function readMarkdownRows(lines: readonly { readonly text: string; readonly lineNumber: number }[]): {
  readonly rows: PlainRow[];
  readonly headerRows: number | null;
} {
  const delimiter = lines.findIndex((line) => isDelimiterRow(line.text));
  const rows = lines
    .filter((line) => !isDelimiterRow(line.text))
    .map(({ text, lineNumber }) => ({ lineNumber, cells: splitMarkdownRow(text) }));
  return { rows, headerRows: delimiter < 0 ? null : delimiter };
}
