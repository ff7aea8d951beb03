import { wrapSpace } from "../normalize/wrap-space.ts";
import { inlinePieces } from "./inline-text.ts";
import type { InlinePiece } from "./inline-text.ts";
import { splitListItems } from "./split-list-items.ts";

/** Two lines that a break parts, or a paragraph that begins behind them. */
interface CellLine {
  readonly text: string;
  readonly beginsParagraph: boolean;
}

/** A cell with so many lines, this share of them nearly as long as the longest, was broken where the page broke it. */
const LINES_THAT_SHOW_WRAPS = 3;
const FULL_LINES_SHARE = 0.6;
const FULL_LINE = 0.75;
/** No column of prose is narrower, in letters; shorter lines are a list. */
const NARROWEST_COLUMN = 15;
const BOLD = /\*\*(?=\S)([^*]+?)\*\*/gu;
const WORDS = new Intl.Segmenter("th", { granularity: "word" });

/** The paragraphs and list items of a cell as a transcript writes it: in one line, with `<br>`, `<p>`, `<u>`, or with line ends. */
export function cellParagraphs(text: string): string[] {
  const marked = text.replaceAll(BOLD, "<b>$1</b>").replaceAll(/\r\n|\n|\r/gu, "<br>");
  return joinPieces(inlinePieces(marked));
}

/** The same for a cell whose markup has been parsed. */
export function joinPieces(pieces: readonly InlinePiece[]): string[] {
  return unwrapLines(toLines(withHeadings(pieces))).flatMap(splitListItems);
}

/**
 * An underlined or bold piece is a heading of its own where nothing but space stands before it and a list item, a
 * break or nothing behind it; elsewhere it is a word that somebody wanted to be seen.
 */
function withHeadings(pieces: readonly InlinePiece[]): InlinePiece[] {
  const result: InlinePiece[] = [];
  let isBehindHeading = false;
  for (const [index, piece] of pieces.entries()) {
    const before = pieces[index - 1];
    const next = pieces[index + 1];
    const standsFree =
      (piece.begins !== "text" || before === undefined || /\s$/u.test(before.text)) &&
      (next === undefined || next.begins !== "text" || splitListItems(`ก ${next.text.trim()}`).length > 1);
    const isHeading = piece.isMarked && piece.text.trim().length > 1 && standsFree;
    result.push(isHeading || isBehindHeading ? { ...piece, begins: "paragraph" } : piece);
    isBehindHeading = isHeading;
  }
  return result;
}

function toLines(pieces: readonly InlinePiece[]): CellLine[] {
  const lines: { text: string; beginsParagraph: boolean }[] = [];
  for (const { text, begins } of pieces) {
    const last = lines.at(-1);
    if (begins === "text" && last !== undefined) last.text += text;
    else lines.push({ text, beginsParagraph: begins !== "line" });
  }
  return lines
    .map((line) => ({ ...line, text: line.text.replaceAll(/\s+/gu, " ").trim() }))
    .filter((line) => line.text !== "");
}

/**
 * Joins lines again that the page wrapped. Most engines set `<br>` where the print begins a new paragraph, some at
 * every printed line; in a cell of the second kind most lines are about as long as the longest. There a line is a wrap if
 * the next one's first word would not have fitted.
 */
function unwrapLines(lines: readonly CellLine[]): string[] {
  const lengths = lines.map((line) => letterCount(line.text));
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const broken = lengths.filter((_, index) => lines[index + 1]?.beginsParagraph === false);
  const full = broken.filter((length) => length >= FULL_LINE * longest).length;
  const showsWraps =
    longest >= NARROWEST_COLUMN &&
    broken.length + 1 >= LINES_THAT_SHOW_WRAPS &&
    full >= FULL_LINES_SHARE * broken.length;
  const joined: string[] = [];
  for (const [index, { text, beginsParagraph }] of lines.entries()) {
    const before = lines[index - 1];
    const isWrap =
      showsWraps &&
      !beginsParagraph &&
      before !== undefined &&
      splitListItems(`ก ${text}`).length === 1 &&
      (lengths[index - 1] ?? 0) + letterCount(firstWord(text)) > FULL_LINE * longest;
    if (isWrap) joined.push(`${joined.pop() ?? ""}${wrapSpace(before.text, text)}${text}`);
    else joined.push(text);
  }
  return joined;
}

function firstWord(text: string): string {
  for (const { segment } of WORDS.segment(text)) return segment;
  return "";
}

/** Marks above and below take no room. */
function letterCount(text: string): number {
  return text.replaceAll(/\p{Mn}/gu, "").length;
}
