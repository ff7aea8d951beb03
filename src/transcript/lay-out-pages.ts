import type { PointBox } from "../model/box.ts";
import { remark } from "../model/remark.ts";
import type { CellInk, ReadCell, ReadLine, ReadPage, ReadSymbol, ReadTable } from "../model/reading.ts";
import { cellsOfRows } from "./cells-of-rows.ts";
import { countHeaderRows } from "./count-header-rows.ts";
import { inferSpans } from "./infer-spans.ts";
import { transcriptContent } from "./row-content.ts";
import { wordsOf } from "./split-pages.ts";
import type { TranscriptPage, TranscriptParagraph, TranscriptTable } from "./transcript.ts";

/** Pages of a transcript as if they had been read, and the way back from a place on them to the transcript's lines. */
export interface LaidOutTranscript {
  readonly pages: readonly ReadPage[];
  /** The lines of the transcript, numbered from 1, that stand behind a box of these pages. */
  readonly linesOf: (box: PointBox) => { readonly first: number; readonly last: number } | null;
}

/**
 * What a transcript's letter is worth. Other engines are wrong in some letters of a thousand, and nothing tells where;
 * numbers and dates can be wrong like words, so that no field of a transcript is as sure as a good scan's.
 */
const LETTER_CONFIDENCE = 0.98;
/** Stands where the bytes of a text are no character: nothing of its line is to be believed unseen. */
const UNREADABLE = "\ufffd";
/** A place for one line or row on the page, and for one column; the sizes mean nothing, their order does. */
const SLOT_PT = 20;
const COLUMN_PT = 100;
const MOST_COVER_LINES = 16;
const WORDS_OF_A_COVER = 2;
const TEXT_SHARE = 0.6;
const TEXT_WIDTH_PT = 500;

/**
 * Sets a transcript's pages in a grid of even lines and columns, so that columns of different pages lie in the same
 * place and what stands above a table lies above it. A transcript has no geometry: these places serve the reading
 * of the form, are no places on paper, and must not reach the output.
 */
export function layOutPages(pages: readonly TranscriptPage[]): LaidOutTranscript {
  const linesOfPage: number[][] = [];
  const laidOut = pages.map((page, index) => {
    const slots: number[] = [];
    linesOfPage.push(slots);
    return layOutPage(page, index + 1, slots);
  });
  return {
    pages: laidOut,
    linesOf({ pageNumber, top, height }) {
      const slots = linesOfPage[pageNumber - 1] ?? [];
      const covered = slots.slice(Math.floor(top / SLOT_PT), Math.ceil((top + height) / SLOT_PT));
      if (covered.length === 0) return null;
      let [first, last] = [Infinity, 0];
      for (const line of covered) [first, last] = [Math.min(first, line), Math.max(last, line)];
      return { first, last };
    },
  };
}

function layOutPage(
  { blocks, isLeftOut = false }: TranscriptPage,
  pageNumber: number,
  slots: number[],
): ReadPage {
  const columnCount = blocks.reduce(
    (most, block) => (block.kind === "table" ? Math.max(most, block.columnCount) : most),
    0,
  );
  const widthPt = Math.max(TEXT_WIDTH_PT, columnCount * COLUMN_PT);
  const lines: ReadLine[][] = [];
  const tables: ReadTable[] = [];
  for (const block of blocks) {
    if (block.kind === "paragraph") lines.push(layOutText(block, pageNumber, widthPt, slots));
    else tables.push(layOutTable(block, pageNumber, slots));
  }
  return {
    pageNumber,
    widthPt,
    heightPt: slots.length * SLOT_PT,
    kind: blocks.length === 0 ? "blank" : tables.length > 0 ? "table" : isCover(blocks) ? "cover" : "text",
    method: "transcript",
    tables,
    lines: lines.flat(),
    remarks: isLeftOut
      ? [
          remark(
            "page-left-out",
            "warning",
            "The numbers of its pages pass over this page: the transcript has nothing of it.",
            { pageNumber },
          ),
        ]
      : [],
  };
}

/** A cover says in a few lines what report of which office it is. */
function isCover(blocks: TranscriptPage["blocks"]): boolean {
  const text = blocks.filter((block) => block.kind === "paragraph");
  const lineCount = text.reduce((sum, paragraph) => sum + paragraph.lines.length, 0);
  return lineCount <= MOST_COVER_LINES && wordsOf(text).length >= WORDS_OF_A_COVER;
}

/** Lines outside of tables stand in the middle: a transcript does not tell, and covers and titles do. */
function layOutText(
  { lines }: TranscriptParagraph,
  pageNumber: number,
  widthPt: number,
  slots: number[],
): ReadLine[] {
  return lines.map(({ text, lineNumber }) => {
    const top = slots.length * SLOT_PT;
    slots.push(lineNumber);
    const width = widthPt * TEXT_SHARE;
    return toLine(text, { pageNumber, left: (widthPt - width) / 2, top, width, height: SLOT_PT });
  });
}

function layOutTable(written: TranscriptTable, pageNumber: number, slots: number[]): ReadTable {
  const headerRowCount = countHeaderRows(written);
  const table = inferSpans(written, headerRowCount);
  const { cells, rowCount, columnCount } = table;
  const top = slots.length * SLOT_PT;
  for (const inRow of cellsOfRows(table)) {
    const first = inRow.reduce((least, { lineNumber }) => Math.min(least, lineNumber), Infinity);
    slots.push(inRow.length > 0 ? first : (slots.at(-1) ?? 1));
  }
  return {
    box: { pageNumber, left: 0, top, width: columnCount * COLUMN_PT, height: rowCount * SLOT_PT },
    rowCount,
    columnCount,
    headerRowCount,
    closedAtBottom: true,
    closedAtTop: true,
    cells: cells.map((cell): ReadCell => {
      const box = {
        pageNumber,
        left: cell.column * COLUMN_PT,
        top: top + cell.row * SLOT_PT,
        width: cell.columnSpan * COLUMN_PT,
        height: cell.rowSpan * SLOT_PT,
      };
      return {
        row: cell.row,
        column: cell.column,
        rowSpan: cell.rowSpan,
        columnSpan: cell.columnSpan,
        box,
        ink: inkOf(transcriptContent(cell)),
        lines: cell.paragraphs.map((text, index) =>
          toLine(text, sliceBox(box, index, cell.paragraphs.length)),
        ),
      };
    }),
  };
}

function inkOf(content: ReturnType<typeof transcriptContent>): CellInk {
  return content === "number" ? "text" : content;
}

/** The lines of a cell share its slots from top to bottom. */
function sliceBox(box: PointBox, index: number, count: number): PointBox {
  const height = box.height / count;
  return { ...box, top: box.top + index * height, height };
}

/**
 * Letters spread evenly over the line's width leave no gap that looks like a border between columns. They are made when
 * they are asked for: as objects they take fifty times the room of the text.
 */
function toLine(text: string, box: PointBox): ReadLine {
  return {
    box,
    text,
    confidence: text.includes(UNREADABLE) ? 0 : LETTER_CONFIDENCE,
    get symbols() {
      return symbolsOf(text, box);
    },
  };
}

/** Whoever asks for a line's letters asks for the same ones again before those of another line. */
let latest: {
  readonly text: string;
  readonly box: PointBox;
  readonly symbols: readonly ReadSymbol[];
} | null = null;

function symbolsOf(text: string, box: PointBox): readonly ReadSymbol[] {
  if (latest?.box === box && latest.text === text) return latest.symbols;
  const letters = Array.from(text);
  const step = box.width / Math.max(1, letters.length);
  const symbols = letters.map((letter, index) => ({
    text: letter,
    confidence: letter === UNREADABLE ? 0 : LETTER_CONFIDENCE,
    left: box.left + index * step,
    right: box.left + (index + 1) * step,
  }));
  latest = { text, box, symbols };
  return symbols;
}
