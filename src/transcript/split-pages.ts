import { cellsOfRows } from "./cells-of-rows.ts";
import { countHeaderRows } from "./count-header-rows.ts";
import { numberPages } from "./number-pages.ts";
import type { PageSegment } from "./number-pages.ts";
import type {
  TranscriptBlock,
  TranscriptCell,
  TranscriptPage,
  TranscriptParagraph,
  TranscriptTable,
} from "./transcript.ts";

/** Words of a cover and of the title over a table; both name office, year and report. */
const REPORT_WORDS = ["ปีงบประมาณ", "องค์การบริหารส่วน", "เทศบาล", "รายงาน", "นโยบาย", "ทรัพยากรบุคคล"];
/** So many that stand on both sides tell a cover from the title below it, which says the same again. */
const WORDS_SAID_TWICE = 2;

/**
 * The pages of a transcript. Where it says nothing of pages, each table begins one, since the form's table runs on from
 * page to page; text above a table is on the table's page, except for a cover, after which a title says the
 * same again. Text below the last table is on that table's page.
 */
export function splitPages(blocks: readonly TranscriptBlock[]): TranscriptPage[] {
  const pieces = blocks.flatMap((block): TranscriptBlock[] =>
    block.kind === "table" ? splitAtHeaders(block) : [block],
  );
  return pieces.some((block) => block.kind === "page-break")
    ? numberPages(byBreaks(pieces))
    : byTables(pieces.filter((block) => block.kind !== "page-break")).filter(
        ({ blocks: own }) => own.length > 0,
      );
}

function byBreaks(blocks: readonly TranscriptBlock[]): PageSegment[] {
  const segments: { blocks: (TranscriptParagraph | TranscriptTable)[]; markedNumber: number | null }[] = [
    { blocks: [], markedNumber: null },
  ];
  for (const block of blocks) {
    if (block.kind === "page-break") segments.push({ blocks: [], markedNumber: block.pageNumber });
    else segments.at(-1)?.blocks.push(block);
  }
  return segments;
}

function byTables(blocks: readonly (TranscriptParagraph | TranscriptTable)[]): TranscriptPage[] {
  const pages: TranscriptPage[] = [];
  let text: TranscriptParagraph[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") {
      text.push(block);
      continue;
    }
    const titleStart = findTitle(text);
    if (titleStart > 0) pages.push({ blocks: text.slice(0, titleStart) });
    pages.push({ blocks: [...text.slice(titleStart), block] });
    text = [];
  }
  const last = pages.pop();
  return [...pages, { blocks: [...(last?.blocks ?? []), ...text] }];
}

/** Where the title begins behind a cover: the last paragraphs that say again what those before have said; else 0. */
function findTitle(text: readonly TranscriptParagraph[]): number {
  const starts: number[] = [];
  let letters = "";
  for (const paragraph of text) {
    starts.push(letters.length);
    letters += lettersOf([paragraph]);
  }
  const said = REPORT_WORDS.map((word) => ({
    firstEnd: letters.includes(word) ? letters.indexOf(word) + word.length : Infinity,
    lastStart: letters.lastIndexOf(word),
  }));
  for (let start = text.length - 1; start > 0; start -= 1) {
    const place = starts[start]!;
    const saidTwice = said.filter(({ firstEnd, lastStart }) => firstEnd <= place && lastStart >= place);
    if (saidTwice.length >= WORDS_SAID_TWICE) return start;
  }
  return 0;
}

/** What of office, year and report some text names. */
export function wordsOf(paragraphs: readonly TranscriptParagraph[]): string[] {
  const letters = lettersOf(paragraphs);
  return REPORT_WORDS.filter((word) => letters.includes(word));
}

function lettersOf(paragraphs: readonly TranscriptParagraph[]): string {
  const text = paragraphs.flatMap((paragraph) => paragraph.lines.map((line) => line.text)).join("");
  return text.replaceAll(/\s/gu, "");
}

/** A table in which its own header comes again is several, one for each time. */
function splitAtHeaders(table: TranscriptTable): TranscriptTable[] {
  const headerRows = countHeaderRows(table);
  if (headerRows === 0) return [table];
  const rows = cellsOfRows(table);
  const header = rowText(rows[0]!);
  const starts = [0];
  /** How far cells above a row reach down. */
  let reached = 0;
  for (const [row, cells] of rows.entries()) {
    if (row >= headerRows && reached <= row && rowText(cells) === header) starts.push(row);
    for (const cell of cells) reached = Math.max(reached, row + cell.rowSpan);
  }
  return starts.map((start, index) => cutRows(table, rows, start, starts[index + 1] ?? table.rowCount));
}

/** Numbers differ from page to page, and spaces as well. */
function rowText(cells: readonly TranscriptCell[]): string {
  return cells.map((cell) => cell.paragraphs.join("").replaceAll(/[\s0-9\u0e50-\u0e59]/gu, "")).join("|");
}

function cutRows(
  table: TranscriptTable,
  rows: readonly (readonly TranscriptCell[])[],
  start: number,
  end: number,
): TranscriptTable {
  if (start === 0 && end === table.rowCount) return table;
  return {
    ...table,
    rowCount: end - start,
    markedHeaderRows: start === 0 ? table.markedHeaderRows : null,
    cells: rows
      .slice(start, end)
      .flat()
      .map((cell) => ({ ...cell, row: cell.row - start })),
    writtenCells: table.writtenCells.slice(start, end),
  };
}
