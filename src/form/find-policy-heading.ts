import type { FormColumn, PolicyHeading } from "../model/form.ts";
import type { ReadCell } from "../model/reading.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import type { FormWording } from "./form-wording.ts";
import { cutHeadingLine } from "./heading-line.ts";
import { cellContent } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";

/** A heading as it stands in its row, before it is compared with the one in force. */
export type FoundHeading = Omit<PolicyHeading, "isRepeated">;

/** A cell that covers at least this share of the columns stands over the whole table. */
const WIDE_SHARE = 0.6;
/** Letters without which a text over the whole table is a fragment. */
const LETTERS_OF_A_TITLE = 4;
/** More lines over the whole table are rows whose rules were not found. */
const LINES_OF_A_HEADING = 3;
const NOTE = /^(?:หมายเหตุ|ลงชื่อ|ลงนาม|ผู้รายงาน|ข้อมูล ณ|ที่มา)/u;
const POLICY_WORD = /^(?:นโยบาย|ประเด็น|ยุทธศาสตร์|ด้าน)/u;

/**
 * The policy heading that a row holds, or null.
 *
 * A heading stands in a cell over all or most columns, whatever it says. Where the grid shows no such cell, it stands
 * in the first columns with nothing behind it, and then has to have a number before a policy's wording or be a known
 * heading. A known heading may also have been cut in pieces by columns that were drawn through it.
 */
export function findPolicyHeading(
  row: TableRow,
  columns: readonly FormColumn[],
  wording: Pick<FormWording, "splitHeading" | "matchHeading">,
): FoundHeading | null {
  const filled = row.cells.filter((cell) => cellContent(cell) !== "empty");
  if (filled.length === 0 || filled.some((cell) => cellContent(cell) !== "text")) return null;
  const [only] = filled;
  const isWide = filled.length === 1 && only !== undefined && only.columnSpan >= WIDE_SHARE * columns.length;
  if (filled.some((cell) => cell.lines.length > LINES_OF_A_HEADING)) return null;
  const lines = filled
    .flatMap((cell) => cell.lines)
    .map((line) => (isWide ? cutHeadingLine(line) : { text: line.text, tail: "" }));
  const text = joined(lines.map((line) => line.text));
  const parts = wording.splitHeading(text);
  if ((parts.title.match(/[ก-ฮ]/gu) ?? []).length < LETTERS_OF_A_TITLE || NOTE.test(text)) return null;
  const { numberText, title, isContinuation } = parts;
  const tail = joined(lines.map((line) => line.tail));
  const isFirst = standsFirst(row, filled.length, columns);
  if (!isWide && !isFirst && !filled.every(hasOneLine)) return null;
  const heading: FoundHeading = {
    text,
    numberText,
    title,
    isContinuation,
    known: wording.matchHeading(text),
    tail,
  };
  if (isWide || heading.known !== null) return heading;
  return isFirst && numberText !== null && POLICY_WORD.test(title) ? heading : null;
}

/** Whether what is filled stands in the sequence and activity columns, and the cells beside it stayed empty. */
function standsFirst(row: TableRow, filledCount: number, columns: readonly FormColumn[]): boolean {
  const leading = row.cells.slice(0, filledCount);
  return (
    row.cells.length > filledCount &&
    leading.every((cell) => cellContent(cell) !== "empty") &&
    leading.every((cell) => ["sequence", "activity"].includes(columns[cell.column]?.role ?? ""))
  );
}

function joined(texts: readonly string[]): string {
  return texts
    .map((text) => normalizeThai(text).text)
    .filter((text) => text !== "")
    .join(" ");
}

function hasOneLine(cell: ReadCell): boolean {
  return cell.lines.length === 1;
}
