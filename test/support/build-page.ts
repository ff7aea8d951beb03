import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PointBox } from "../../src/model/box.ts";
import type { PageKind } from "../../src/model/page.ts";
import type { CellInk, ReadCell, ReadLine, ReadPage, ReadTable } from "../../src/model/reading.ts";

/** Text, top, height, and the left edge of the first spacing character with the steps from edge to edge, in 1/10 pt. */
type SavedLine = readonly [text: string, top: number, height: number, edges: readonly number[]];
type SavedBox = readonly [left: number, top: number, width: number, height: number];
type SavedCell = readonly [
  row: number,
  column: number,
  rowSpan: number,
  columnSpan: number,
  box: SavedBox,
  ink: CellInk,
  lines: readonly SavedLine[],
];

interface SavedPage {
  readonly pageNumber: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly kind: PageKind;
  readonly lines: readonly SavedLine[];
  readonly tables: readonly (Omit<ReadTable, "box" | "cells"> & {
    readonly box: SavedBox;
    readonly cells: readonly SavedCell[];
  })[];
}

/** How sure the built symbols are, where a test does not say otherwise. */
export const SURE = 0.99;

/**
 * The pages of a fixture as a perfect reader would give them: geometry and text of `digital.pdf`, one page a line of
 * `data/<name>.pages.jsonl`.
 */
export function loadPages(name: "phaising-2566" | "thalo-2566"): ReadPage[] {
  const text = readFileSync(join(import.meta.dirname, "data", `${name}.pages.jsonl`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => toPage(JSON.parse(line) as SavedPage));
}

function toPage(saved: SavedPage): ReadPage {
  const { pageNumber } = saved;
  const toBox = ([left, top, width, height]: SavedBox): PointBox => ({
    pageNumber,
    left,
    top,
    width,
    height,
  });
  return {
    pageNumber,
    widthPt: saved.widthPt,
    heightPt: saved.heightPt,
    kind: saved.kind,
    method: "ocr",
    remarks: [],
    lines: saved.lines.map((line) => toLine(line, pageNumber)),
    tables: saved.tables.map((table) => ({
      ...table,
      box: toBox(table.box),
      cells: table.cells.map(([row, column, rowSpan, columnSpan, box, ink, lines]) => ({
        row,
        column,
        rowSpan,
        columnSpan,
        box: toBox(box),
        ink,
        lines: lines.map((line) => toLine(line, pageNumber)),
      })),
    })),
  };
}

function toLine([text, top, height, edges]: SavedLine, pageNumber: number): ReadLine {
  let edge = 0;
  const borders = edges.map((step) => (edge += step) / 10);
  return lineOf(text, { pageNumber, top, height, borders });
}

/** A line whose spacing characters lie between `borders`; marks share the box of their letter. */
function lineOf(
  text: string,
  place: { pageNumber: number; top: number; height: number; borders: readonly number[]; confidence?: number },
): ReadLine {
  const { pageNumber, top, height, borders, confidence = SURE } = place;
  const [left, right] = [borders[0] ?? 0, borders.at(-1) ?? 0];
  let index = -1;
  const symbols = Array.from(text, (character) => {
    if (!/^\p{Mn}$/u.test(character)) index += 1;
    return { text: character, confidence, left: borders[index] ?? left, right: borders[index + 1] ?? right };
  });
  return { box: { pageNumber, left, top, width: right - left, height }, text, confidence, symbols };
}

/** One printed line with all characters equally wide. */
export function buildLine(
  text: string,
  place: { pageNumber?: number; left?: number; top?: number; advance?: number; confidence?: number } = {},
): ReadLine {
  const { pageNumber = 1, left = 0, top = 0, advance = ADVANCE, confidence = SURE } = place;
  const count = Array.from(text).filter((character) => !/^\p{Mn}$/u.test(character)).length;
  const borders = Array.from({ length: count + 1 }, (_, index) => left + index * advance);
  return lineOf(text, { pageNumber, top, height: 12, borders, confidence });
}

/** Width of every character of a built line, and the padding of a built cell, in points. */
export const ADVANCE = 5;
export const PADDING = 3;
const LINE_HEIGHT = 12;

/** A cell to build: its printed lines separated by `\n`, with spans or an ink that the text does not show. */
export interface CellPlan {
  readonly text: string;
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  readonly ink?: CellInk;
  readonly confidence?: number;
}

/** Null is a place without a cell of its own: covered by a span, or beyond the table's edge. */
export type RowPlan = readonly (string | CellPlan | null)[];

export interface TablePlan {
  /** Widths of the columns in points. */
  readonly widths: readonly number[];
  readonly rows: readonly RowPlan[];
  readonly headerRowCount?: number;
  readonly closedAtTop?: boolean;
  readonly closedAtBottom?: boolean;
  readonly left?: number;
  readonly top?: number;
}

/** A table as read from a page, set out from its plan: `-` is a dash, `/` a mark, `""` an empty cell. */
export function buildTable(plan: TablePlan, pageNumber = 1): ReadTable {
  const {
    widths,
    rows,
    headerRowCount = 0,
    closedAtTop = true,
    closedAtBottom = true,
    left = 40,
    top = 100,
  } = plan;
  const edges = sumsFrom(left, widths);
  const heights = rows.map((row) => 6 + LINE_HEIGHT * Math.max(1, ...row.map(lineCount)));
  const tops = sumsFrom(top, heights);
  const cells: ReadCell[] = rows.flatMap((row, rowIndex) =>
    row.flatMap((planned, column): ReadCell[] => {
      if (planned === null) return [];
      const { text, columnSpan = 1, rowSpan = 1, ink, confidence = SURE } = planOf(planned);
      const box = {
        pageNumber,
        left: edges[column] ?? left,
        top: tops[rowIndex] ?? top,
        width: (edges[column + columnSpan] ?? left) - (edges[column] ?? left),
        height: (tops[rowIndex + rowSpan] ?? top) - (tops[rowIndex] ?? top),
      };
      const lines = text === "" ? [] : text.split("\n");
      return [
        {
          row: rowIndex,
          column,
          rowSpan,
          columnSpan,
          box,
          ink: ink ?? inkOf(text),
          lines: lines.map((line, index) =>
            buildLine(line, {
              pageNumber,
              left: box.left + PADDING,
              top: box.top + 3 + index * LINE_HEIGHT,
              confidence,
            }),
          ),
        },
      ];
    }),
  );
  const right = edges.at(-1) ?? left;
  return {
    box: { pageNumber, left, top, width: right - left, height: (tops.at(-1) ?? top) - top },
    rowCount: rows.length,
    columnCount: widths.length,
    headerRowCount,
    closedAtTop,
    closedAtBottom,
    cells,
  };
}

/** A page of A4 across, with tables and with centred lines above them. */
export function buildPage(
  pageNumber: number,
  plan: {
    readonly tables?: readonly TablePlan[];
    readonly centeredLines?: readonly string[];
    readonly kind?: PageKind;
  } = {},
): ReadPage {
  const { tables = [], centeredLines = [], kind } = plan;
  const widthPt = 842;
  return {
    pageNumber,
    widthPt,
    heightPt: 595,
    kind: kind ?? (tables.length > 0 ? "table" : centeredLines.length > 0 ? "cover" : "blank"),
    method: kind === "failed" ? null : "ocr",
    tables: tables.map((table) => buildTable(table, pageNumber)),
    lines: centeredLines.map((text, index) => {
      const width = buildLine(text).box.width;
      return buildLine(text, { pageNumber, left: (widthPt - width) / 2, top: 20 + index * 20 });
    }),
    remarks: [],
  };
}

/** `start` and the borders that the sizes behind it make. */
function sumsFrom(start: number, sizes: readonly number[]): number[] {
  let sum = start;
  return [start, ...sizes.map((size) => (sum += size))];
}

function lineCount(cell: string | CellPlan | null): number {
  return planOf(cell).text.split("\n").length;
}

function planOf(cell: string | CellPlan | null): CellPlan {
  return cell === null ? { text: "" } : typeof cell === "string" ? { text: cell } : cell;
}

function inkOf(text: string): CellInk {
  if (text === "") return "empty";
  return text === "-" ? "dash" : text === "/" ? "mark" : "text";
}

/** The same pages as the stock model would read their digits: five of the ten are others to it. */
export function misreadDigits(pages: readonly ReadPage[]): ReadPage[] {
  return JSON.parse(
    JSON.stringify(pages).replace(/[๔๖๗๘๙]/gu, (digit) => STOCK_READING[digit] ?? digit),
  ) as ReadPage[];
}

const STOCK_READING: Readonly<Record<string, string>> = { "๔": "๕", "๖": "๒", "๗": "๓", "๘": "๕", "๙": "๓" };
