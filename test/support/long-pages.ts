import type { ReadingMethod } from "../../src/model/page.ts";
import type { ReadCell, ReadLine, ReadPage, ReadSymbol, ReadTable } from "../../src/model/reading.ts";

/** A cell's text, or one over several columns. Null is a place without a cell. */
export type LongCell = string | { readonly text: string; readonly columnSpan: number } | null;

const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 20;

/** Symbols of texts that stand in many rows: those of 100,000 rows take a gigabyte. */
const known = new Map<string, readonly ReadSymbol[]>();

function symbolsOf(text: string, left: number, width: number): readonly ReadSymbol[] {
  const key = `${left} ${width} ${text}`;
  const shared = known.get(key);
  if (shared !== undefined) return shared;
  const characters = Array.from(text);
  const step = width / Math.max(1, characters.length);
  const symbols = characters.map((character, index) => ({
    text: character,
    confidence: 0.98,
    left: left + index * step,
    right: left + (index + 1) * step,
  }));
  if (known.size < 1000) known.set(key, symbols);
  return symbols;
}

/** A line in an even grid, as transcripts are laid out. */
export function longLine(text: string, box: ReadLine["box"]): ReadLine {
  return { box, text, confidence: 0.98, symbols: symbolsOf(text, box.left, box.width) };
}

/** A table of many rows in an even grid, made without a cost beside that of its cells. */
export function longTable(
  rows: readonly (readonly LongCell[])[],
  { pageNumber = 1, columnCount = rows[0]?.length ?? 0, headerRowCount = 1 } = {},
): ReadTable {
  const cells: ReadCell[] = [];
  for (const [row, planned] of rows.entries()) {
    for (const [column, cell] of planned.entries()) {
      if (cell === null) continue;
      const { text, columnSpan } = typeof cell === "string" ? { text: cell, columnSpan: 1 } : cell;
      const box = {
        pageNumber,
        left: COLUMN_WIDTH * column,
        top: ROW_HEIGHT * (row + 2),
        width: COLUMN_WIDTH * columnSpan,
        height: ROW_HEIGHT,
      };
      const ink = text === "" ? "empty" : text === "-" ? "dash" : "text";
      const lines = text === "" ? [] : text.split("\n").map((line) => longLine(line, box));
      cells.push({ row, column, rowSpan: 1, columnSpan, box, ink, lines });
    }
  }
  return {
    box: {
      pageNumber,
      left: 0,
      top: 2 * ROW_HEIGHT,
      width: COLUMN_WIDTH * columnCount,
      height: ROW_HEIGHT * rows.length,
    },
    rowCount: rows.length,
    columnCount,
    headerRowCount,
    closedAtBottom: true,
    closedAtTop: true,
    cells,
  };
}

export function longPage(
  tables: readonly ReadTable[],
  {
    pageNumber = 1,
    lines = [],
    method = "transcript",
  }: {
    readonly pageNumber?: number;
    readonly lines?: readonly string[];
    readonly method?: ReadingMethod;
  } = {},
): ReadPage {
  return {
    pageNumber,
    widthPt: 600,
    heightPt: 1000,
    kind: tables.length > 0 ? "table" : "text",
    method,
    tables,
    lines: lines.map((text, index) =>
      longLine(text, { pageNumber, left: 100, top: index * 18, width: 400, height: 16 }),
    ),
    remarks: [],
  };
}
