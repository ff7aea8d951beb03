import { parse } from "parse5";
import type { DefaultTreeAdapterTypes } from "parse5";
import { readDelimited } from "../normalize/read-delimited.ts";
import { toWesternDigits } from "../normalize/thai-digits.ts";
import { htmlTable } from "./html-table.ts";
import { inlinePieces } from "./inline-text.ts";
import { isDelimiterRow, isMarkdownRow, readMarkdownRows } from "./markdown-table.ts";
import { plainTable } from "./plain-table.ts";
import type { PlainRow } from "./plain-table.ts";
import type { TranscriptBlock, TranscriptLine, TranscriptPageBreak } from "./transcript.ts";

type Node = DefaultTreeAdapterTypes.ChildNode;

const HTML_DOCUMENT = /^\s*(?:<!doctype html|<html|<head|<body|<\?xml)/iu;
const HTML_TABLE = /<table[\s>]/iu;
/** Where an engine says that a page ends: a form feed, a rule, a comment, or a heading with the page's number. */
const PAGE_BREAK = new RegExp(
  [
    "^(?:-{3,}|\\*{3,}|_{3,}|={3,})$",
    "^<!--.*(?:page|หน้า).*-->$",
    "^(?:[-=*_~]{2,}|#{1,6}|\\[|<)\\s*(?:page|หน้า(?:ที่)?)\\s*[0-9\\u0e50-\\u0e59]+[^\\u0e01-\\u0e2ea-z]*$",
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
 */
export function readBlocks(text: string): TranscriptBlock[] {
  const plain = text.replaceAll(/\r\n?/gu, "\n");
  const blocks = HTML_DOCUMENT.test(plain) ? htmlBlocks(plain, 0) : mixedBlocks(plain);
  return blocks.filter((block) => block.kind !== "table" || block.rowCount > 0);
}

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
function mixedBlocks(text: string): TranscriptBlock[] {
  const blocks: TranscriptBlock[] = [];
  let rest = text;
  let lineShift = 0;
  for (let found = HTML_TABLE.exec(rest); found !== null; found = HTML_TABLE.exec(rest)) {
    const before = rest.slice(0, found.index);
    const end = /<\/table\s*>/iu.exec(rest.slice(found.index));
    const length = end === null ? rest.length - found.index : end.index + end[0].length;
    const lines = lineCount(before);
    blocks.push(...plainBlocks(before, lineShift));
    blocks.push(...htmlBlocks(rest.slice(found.index, found.index + length), lineShift + lines));
    const taken = rest.slice(0, found.index + length);
    lineShift += lineCount(taken);
    rest = rest.slice(taken.length);
  }
  return [...blocks, ...plainBlocks(rest, lineShift)];
}

function lineCount(text: string): number {
  return text.split("\n").length - 1;
}

function htmlBlocks(html: string, lineShift: number): TranscriptBlock[] {
  const blocks: TranscriptBlock[] = [];
  let open: { text: string; lineNumber: number } | null = null;
  const close = (): void => {
    if (open !== null && open.text.trim() !== "") blocks.push(...textBlocks([open]));
    open = null;
  };
  const visit = (node: Node): void => {
    if ("value" in node) {
      open ??= { text: "", lineNumber: (node.sourceCodeLocation?.startLine ?? 1) + lineShift };
      open.text += node.value.replaceAll(/[^\S\f]+/gu, " ");
      return;
    }
    if (node.nodeName === "#comment" && "data" in node && /page|หน้า/iu.test(node.data)) {
      close();
      blocks.push(pageBreak(node.data));
    }
    if (!("tagName" in node) || LEFT_OUT.has(node.tagName)) return;
    if (node.tagName === "table") {
      close();
      blocks.push(htmlTable(node, lineShift));
      return;
    }
    const isBlock = BLOCK_TAGS.has(node.tagName) || HEADING_TAG.test(node.tagName);
    if (isBlock || node.tagName === "hr") close();
    if (node.tagName === "hr") blocks.push(pageBreak(""));
    for (const child of node.childNodes) visit(child);
    if (isBlock) close();
  };
  for (const node of parse(html, { sourceCodeLocationInfo: true }).childNodes) {
    if (node.nodeName !== "#documentType") visit(node);
  }
  close();
  return blocks;
}

function plainBlocks(text: string, lineShift: number): TranscriptBlock[] {
  const blocks: TranscriptBlock[] = [];
  let lineNumber = lineShift + 1;
  for (const [index, page] of text.split("\f").entries()) {
    if (index > 0) blocks.push(pageBreak(""));
    const lines = page.split("\n").map((line, offset) => ({ text: line, lineNumber: lineNumber + offset }));
    lineNumber += lines.length - 1;
    blocks.push(...lineBlocks(lines));
  }
  return blocks;
}

/** Groups lines by what they are; a blank line ends every group. */
function lineBlocks(lines: readonly TranscriptLine[]): TranscriptBlock[] {
  const blocks: TranscriptBlock[] = [];
  const kinds = lineKinds(lines);
  let position = 0;
  while (position < lines.length) {
    const kind = kinds[position]!;
    let end = position + 1;
    if (kind === "tabs") {
      const { block, lineCount: taken } = tabBlock(lines.slice(position));
      blocks.push(block);
      position += taken;
      continue;
    }
    while (end < lines.length && kinds[end] === kind) end += 1;
    const group = lines.slice(position, end);
    if (kind === "bars") {
      const { rows, headerRows } = readMarkdownRows(group);
      blocks.push(plainTable(rows, headerRows));
    } else if (kind === "page-break") {
      blocks.push(...group.map((line) => pageBreak(line.text)));
    } else if (kind === "text") {
      blocks.push(...textBlocks(group));
    }
    position = end;
  }
  return blocks;
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

/** Rows between tabs up to a blank line or a line without a tab; a quoted cell may hold line ends. */
function tabBlock(lines: readonly TranscriptLine[]): { block: TranscriptBlock; lineCount: number } {
  const first = lines[0]?.lineNumber ?? 1;
  const rows: PlainRow[] = [];
  let next = 1;
  for (const { lineNumber, cells } of readDelimited(tabText(lines), "\t")) {
    if (lineNumber !== next || cells.length < 2) break;
    rows.push({ cells, lineNumber: lineNumber + first - 1 });
    next = lineNumber + 1 + lineCount(cells.join(""));
  }
  return { block: plainTable(rows, null), lineCount: next - 1 };
}

/** What may belong to the block: up to the first blank line, and all of it where a quoted cell may hold that line. */
function tabText(lines: readonly TranscriptLine[]): string {
  const end = lines.findIndex((line) => line.text.trim() === "");
  const near = lines.slice(0, end < 0 ? lines.length : end).map((line) => line.text);
  const hasQuote = near.some((text) => /(?:^|\t)"/u.test(text));
  return (hasQuote ? lines.map((line) => line.text) : near).join("\n");
}

/** Text as a reader sees it: marks of Markdown and tags of HTML say how it looks, not what it says. */
function textBlocks(lines: readonly TranscriptLine[]): TranscriptBlock[] {
  const read = lines.flatMap(({ text, lineNumber }) => {
    const plain = text.replaceAll("**", "").replace(/^\s*(?:#{1,6}|>)\s+/u, "");
    return inlinePieces(plain)
      .map((piece) => piece.text.trim())
      .filter((piece) => piece !== "")
      .map((piece) => ({ text: piece, lineNumber }));
  });
  return read.length === 0 ? [] : [{ kind: "paragraph", lines: read }];
}
