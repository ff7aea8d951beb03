import { delimitedRows } from "../normalize/read-delimited.ts";
import { toWesternDigits } from "../normalize/thai-digits.ts";
import { htmlTable } from "./html-table.ts";
import { inlinePieces } from "./inline-text.ts";
import { isDelimiterRow, isMarkdownRow, readMarkdownRows } from "./markdown-table.ts";
import { parseHtml, walkHtml } from "./parse-html.ts";
import type { HtmlNode } from "./parse-html.ts";
import { plainTable } from "./plain-table.ts";
import type { PlainRow } from "./plain-table.ts";
import type { TranscriptBudget } from "./transcript-limits.ts";
import type { TranscriptBlock, TranscriptLine, TranscriptPageBreak } from "./transcript.ts";

const HTML_DOCUMENT = /^\s*(?:<!doctype html|<html|<head|<body|<\?xml)/iu;
const HTML_TABLE = /<table[\s>]/giu;
const HTML_TABLE_END = /<\/table\s*>/giu;
/** Where an engine says that a page ends: a form feed, a rule, a comment, or a heading with the page's number. */
const PAGE_BREAK = new RegExp(
  [
    "^(?:-{3,}|\\*{3,}|_{3,}|={3,})$",
    "^<!--(?=.*(?:page|หน้า)).*-->$",
    "^(?:[-=*_~]{2,}|#{1,6}|\\[|<)\\s*(?:page|หน้า(?:ที่)?)\\s*[0-9\\u0e50-\\u0e59][^\\u0e01-\\u0e2ea-z]*$",
    "^\\{[0-9]+\\}-{3,}$",
  ].join("|"),
  "iu",
);
const BLOCK_TAGS = new Set(["p", "div", "section", "article", "header", "center", "li", "br", "tr"]);
const HEADING_TAG = /^h[1-6]$/u;
const LEFT_OUT = new Set(["script", "style", "head", "title", "template"]);

/**
 * What a transcript consists of, in its order: paragraphs of text, tables between tabs, between bars (Markdown) or in
 * HTML, and page breaks where it has them. The kinds may be mixed, as engines do that write HTML tables into Markdown.
 *
 * @throws TranscriptLimitError where it asks for more than `budget` allows
 */
export function readBlocks(text: string, budget: TranscriptBudget): TranscriptBlock[] {
  const plain = text.replaceAll(/\r\n?/gu, "\n");
  const blocks: TranscriptBlock[] = [];
  const add: AddBlock = (block) => {
    if (block.kind === "page-break") budget.take("pages", 1);
    if (block.kind === "paragraph") budget.take("lines", block.lines.length);
    if (block.kind !== "table" || block.rowCount > 0) blocks.push(block);
  };
  if (HTML_DOCUMENT.test(plain)) addHtml(plain, 0, budget, add);
  else addMixed(plain, budget, add);
  return blocks;
}

type AddBlock = (block: TranscriptBlock) => void;

/** The break of a line or comment, with the first number that it says; `{0}---` counts from 0. */
function pageBreak(text: string): TranscriptPageBreak {
  const digits = /[0-9\u0e50-\u0e59]+/u.exec(text)?.[0];
  if (digits === undefined) return { kind: "page-break", pageNumber: null };
  return {
    kind: "page-break",
    pageNumber: Number(toWesternDigits(digits)) + (text.trim().startsWith("{") ? 1 : 0),
  };
}

/** Text with HTML tables in it: each is cut out and parsed by itself, what stands between is plain text. */
function addMixed(text: string, budget: TranscriptBudget, add: AddBlock): void {
  let [position, lineShift] = [0, 0];
  for (;;) {
    const start = findFrom(HTML_TABLE, text, position)?.start ?? text.length;
    const before = text.slice(position, start);
    addPlain(before, lineShift, budget, add);
    if (start === text.length) return;
    const end = findFrom(HTML_TABLE_END, text, start)?.end ?? text.length;
    const table = text.slice(start, end);
    const tableShift = lineShift + lineCount(before);
    addHtml(table, tableShift, budget, add);
    lineShift = tableShift + lineCount(table);
    position = end;
  }
}

/** The first match of a global pattern from a place on. */
function findFrom(pattern: RegExp, text: string, from: number): { start: number; end: number } | null {
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  return found === null ? null : { start: found.index, end: found.index + found[0].length };
}

function lineCount(text: string): number {
  let count = 0;
  for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", end + 1)) count += 1;
  return count;
}

function addHtml(html: string, lineShift: number, budget: TranscriptBudget, add: AddBlock): void {
  let open: { text: string; lineNumber: number } | null = null;
  const close = (): void => {
    if (open !== null && open.text.trim() !== "") addText([open], add);
    open = null;
  };
  const isBlock = (node: HtmlNode): boolean =>
    "tagName" in node && (BLOCK_TAGS.has(node.tagName) || HEADING_TAG.test(node.tagName));
  const enter = (node: HtmlNode): boolean => {
    if ("value" in node) {
      open ??= { text: "", lineNumber: (node.sourceCodeLocation?.startLine ?? 1) + lineShift };
      open.text += node.value.replaceAll(/[^\S\f]+/gu, " ");
      return false;
    }
    if (node.nodeName === "#comment" && "data" in node && /page|หน้า/iu.test(node.data)) {
      close();
      add(pageBreak(node.data));
    }
    if (!("tagName" in node) || LEFT_OUT.has(node.tagName)) return false;
    if (node.tagName === "table") {
      close();
      add(htmlTable(node, lineShift, budget));
      return false;
    }
    if (isBlock(node) || node.tagName === "hr") close();
    if (node.tagName === "hr") add(pageBreak(""));
    return true;
  };
  walkHtml(parseHtml(html), enter, (node) => {
    if (isBlock(node)) close();
  });
  close();
}

function addPlain(text: string, lineShift: number, budget: TranscriptBudget, add: AddBlock): void {
  let lineNumber = lineShift + 1;
  for (const [index, page] of text.split("\f").entries()) {
    if (index > 0) add(pageBreak(""));
    const lines = page.split("\n").map((line, offset) => ({ text: line, lineNumber: lineNumber + offset }));
    lineNumber += lines.length - 1;
    addLines(page, lines, budget, add);
  }
}

/** Groups lines by what they are; a blank line ends every group. `text` is that of the lines. */
function addLines(
  text: string,
  lines: readonly TranscriptLine[],
  budget: TranscriptBudget,
  add: AddBlock,
): void {
  const kinds = lineKinds(lines);
  const tabs = createTabReader(text, lines, kinds);
  let position = 0;
  while (position < lines.length) {
    const kind = kinds[position]!;
    let end = position + 1;
    if (kind === "tabs") {
      const { rows, lineCount: taken } = tabs.readFrom(position);
      add(plainTable(rows, null, budget));
      position += taken;
      continue;
    }
    while (end < lines.length && kinds[end] === kind) end += 1;
    const group = lines.slice(position, end);
    if (kind === "bars") {
      const { rows, headerRows } = readMarkdownRows(group);
      add(plainTable(rows, headerRows, budget));
    } else if (kind === "page-break") {
      for (const line of group) add(pageBreak(line.text));
    } else if (kind === "text") {
      addText(group, add);
    }
    position = end;
  }
}

type LineKind = "blank" | "tabs" | "bars" | "page-break" | "text";

/** What each line is; around a row of dashes the rows of a Markdown table may do without bars at their ends. */
function lineKinds(lines: readonly TranscriptLine[]): LineKind[] {
  const kinds = lines.map(({ text }) => lineKind(text));
  const isOpenRow = (index: number): boolean =>
    kinds[index] === "text" && /(?<!\\)\|/u.test(lines[index]!.text);
  for (const [index, { text }] of lines.entries()) {
    if (kinds[index] !== "bars" || !isDelimiterRow(text)) continue;
    if (index > 0 && isOpenRow(index - 1)) kinds[index - 1] = "bars";
    for (let below = index + 1; below < lines.length && isOpenRow(below); below += 1) kinds[below] = "bars";
  }
  return kinds;
}

function lineKind(text: string): LineKind {
  const trimmed = text.trim();
  if (text.includes("\t") && trimmed !== "") return "tabs";
  if (trimmed === "") return "blank";
  if (PAGE_BREAK.test(trimmed)) return "page-break";
  return isMarkdownRow(text) ? "bars" : "text";
}

/**
 * Reads rows between tabs from a line on, up to a blank line or a line without a tab. A quoted cell may hold line ends, and
 * blank lines too; where no cell is quoted the text behind the next blank line is not looked at.
 */
function createTabReader(
  text: string,
  lines: readonly TranscriptLine[],
  kinds: readonly LineKind[],
): { readFrom(line: number): { rows: PlainRow[]; lineCount: number } } {
  const starts: number[] = [];
  let start = 0;
  for (const line of lines) {
    starts.push(start);
    start += line.text.length + 1;
  }
  // For each line the next one that is blank, and the next with a quoted cell.
  const nextBlank = nextOf(lines, (_, index) => kinds[index] === "blank");
  const nextQuote = nextOf(lines, (line) => /(?:^|\t)"/u.test(line.text));
  return {
    readFrom(line) {
      const first = lines[line]!.lineNumber;
      const hasQuote = nextQuote[line]! < nextBlank[line]!;
      const end = hasQuote ? text.length : (starts[nextBlank[line]!] ?? text.length + 1) - 1;
      const rows: PlainRow[] = [];
      let next = 1;
      for (const { lineNumber, cells } of delimitedRows(text.slice(0, end), "\t", starts[line]!)) {
        if (lineNumber !== next || cells.length < 2) break;
        rows.push({ cells, lineNumber: lineNumber + first - 1 });
        next = lineNumber + 1 + lineCount(cells.join(""));
      }
      // One quoted cell has swallowed the tab: then its quotes are characters like any other.
      if (rows.length === 0) {
        return { rows: [{ cells: lines[line]!.text.split("\t"), lineNumber: first }], lineCount: 1 };
      }
      return { rows, lineCount: next - 1 };
    },
  };
}

/** For each line the first from it on that is so; the number of lines where none is. */
function nextOf(
  lines: readonly TranscriptLine[],
  isSo: (line: TranscriptLine, index: number) => boolean,
): readonly number[] {
  const next = Array.from({ length: lines.length }, () => lines.length);
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = isSo(lines[index]!, index) ? index : (next[index + 1] ?? lines.length);
  }
  return next;
}

/** Text as a reader sees it: marks of Markdown and tags of HTML say how it looks, not what it says. */
function addText(lines: readonly TranscriptLine[], add: AddBlock): void {
  const read = lines.flatMap(({ text, lineNumber }) => {
    const plain = text.replaceAll("**", "").replace(/^\s*(?:#{1,6}|>)\s+/u, "");
    return inlinePieces(plain)
      .map((piece) => piece.text.trim())
      .filter((piece) => piece !== "")
      .map((piece) => ({ text: piece, lineNumber }));
  });
  if (read.length > 0) add({ kind: "paragraph", lines: read });
}
