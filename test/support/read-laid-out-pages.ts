import { measureText } from "../../maker/typeset/measure-text.ts";
import type { LaidOutPage, PageItem, PlacedTable } from "../../maker/typeset/page-items.ts";
import type { PointBox } from "../../src/model/box.ts";
import type { CellInk, ReadCell, ReadLine, ReadPage, ReadTable } from "../../src/model/reading.ts";

const GRAPHEMES = new Intl.Segmenter("th", { granularity: "grapheme" });
const SURE = 0.99;

type Printed = Exclude<PageItem, { kind: "rule" }>;

/** Pages of a made report as a perfect reader would give them, without drawing or recognizing anything. */
export function readLaidOutPages(pages: readonly LaidOutPage[]): ReadPage[] {
  return pages.map((page, index): ReadPage => {
    const pageNumber = index + 1;
    const printed = page.items.filter((item): item is Printed => item.kind !== "rule" && !isBlank(item));
    const inTables = new Set<Printed>();
    const tables = page.tables.map((table) => readTable(table, printed, inTables, pageNumber));
    return {
      pageNumber,
      widthPt: page.widthPt,
      heightPt: page.heightPt,
      kind: tables.length > 0 ? "table" : "cover",
      method: "ocr",
      tables,
      lines: printed.filter((item) => !inTables.has(item)).map((item) => readItem(item, pageNumber)),
      remarks: [],
    };
  });
}

function readTable(
  table: PlacedTable,
  printed: readonly Printed[],
  inTables: Set<Printed>,
  pageNumber: number,
): ReadTable {
  const { columnEdges, rowEdges } = table;
  const boxOf = (row: number, column: number, rowSpan: number, columnSpan: number): PointBox => {
    const [left, top] = [columnEdges[column] ?? 0, rowEdges[row] ?? 0];
    const right = columnEdges[column + columnSpan] ?? left;
    const bottom = rowEdges[Math.min(rowEdges.length - 1, row + rowSpan)] ?? top;
    return { pageNumber, left, top, width: right - left, height: bottom - top };
  };
  const cells = table.cells.map(({ row, column, rowSpan, columnSpan }): ReadCell => {
    const box = boxOf(row, column, rowSpan, columnSpan);
    const own = printed.filter((item) => !inTables.has(item) && isInside(item, box));
    for (const item of own) inTables.add(item);
    const lines = own.map((item) => readItem(item, pageNumber));
    return { row, column, rowSpan, columnSpan, box, ink: inkOf(lines), lines };
  });
  return {
    box: boxOf(0, 0, rowEdges.length - 1, columnEdges.length - 1),
    rowCount: rowEdges.length - 1,
    columnCount: columnEdges.length - 1,
    headerRowCount: table.headerRowCount,
    closedAtTop: table.closedAtTop,
    closedAtBottom: table.closedAtBottom,
    cells,
  };
}

function isBlank(item: Printed): boolean {
  return item.kind === "text" && item.text.trim() === "";
}

function isInside(item: Printed, { left, top, width, height }: PointBox): boolean {
  const [x, y] = item.kind === "mark" ? [item.centerX, item.centerY] : [item.left, item.baseline];
  return x >= left - 1 && x < left + width && y > top && y <= top + height + 1;
}

function inkOf(lines: readonly ReadLine[]): CellInk {
  const text = lines.map((line) => line.text).join("\n");
  if (text === "") return "empty";
  if (text === "-") return "dash";
  return /^[/✓√x]$/u.test(text) ? "mark" : "text";
}

function readItem(item: Printed, pageNumber: number): ReadLine {
  if (item.kind === "mark") {
    const box = { pageNumber, left: item.centerX - 3, top: item.centerY - 3, width: 6, height: 6 };
    const symbols = [{ text: item.mark, confidence: SURE, left: box.left, right: box.left + box.width }];
    return { box, text: item.mark, confidence: SURE, symbols };
  }
  const { text, face, sizePt, left, baseline, letterSpacing } = item;
  let [before, edge] = ["", left];
  const symbols = Array.from(GRAPHEMES.segment(text), ({ segment }, index) => {
    before += segment;
    const symbolLeft = edge;
    const right = left + measureText(before, face, sizePt) + letterSpacing * index;
    edge = right + letterSpacing;
    return { text: segment, confidence: SURE, left: symbolLeft, right };
  });
  const right = symbols.at(-1)?.right ?? left;
  const box = { pageNumber, left, top: baseline - sizePt * 0.6, width: right - left, height: sizePt * 0.75 };
  return { box, text, confidence: SURE, symbols };
}
