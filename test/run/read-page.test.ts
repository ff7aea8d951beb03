import { expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import type { TextLine } from "../../src/model/line.ts";
import type { GridCell } from "../../src/model/table.ts";
import type { PageLayout } from "../../src/run/lay-out-page.ts";
import { readPage } from "../../src/run/read-page.ts";
import { countingEngine } from "../support/counting-engine.ts";
import { BODY_PX, cleanPageOf, drawWord, inkCanvas } from "../support/draw-ink.ts";

const canvas = inkCanvas(400, 400);
drawWord(canvas, 20, 60, 3);
const page = cleanPageOf(canvas.ink);
const components = findComponents(canvas.ink);

/** The page's only word, as a line of its own each time. */
function word(): TextLine {
  const pieces = [0, 1, 2].map((component) => ({
    component,
    rect: { left: 20 + component * 16, top: 40, right: 32 + component * 16, bottom: 60 },
  }));
  return { rect: { left: 20, top: 40, right: 64, bottom: 60 }, bodyTop: 40, baseline: 60, pieces };
}

const words = (count: number): readonly TextLine[] => Array.from({ length: count }, word);

/** A table of one column with a line in each of its cells, and lines outside of it. */
function layoutOf(cellCount: number, lineCount: number): PageLayout {
  const rect = { left: 10, top: 10, right: 390, bottom: 390 };
  const cells = Array.from({ length: cellCount }, (_, row): GridCell => {
    return { row, column: 0, rowSpan: 1, columnSpan: 1, rect };
  });
  const grid = {
    rect,
    columnEdges: [10, 390],
    rowEdges: Array.from({ length: cellCount + 1 }, (_, row) => 10 + row),
    cells,
    borders: [],
    headerRowCount: 0,
    closedAtTop: true,
    closedAtBottom: true,
  };
  return {
    bodyHeightPx: BODY_PX,
    rulings: [],
    components,
    tables: cellCount === 0 ? [] : [{ grid, lines: cells.map(() => [word()]) }],
    lines: words(lineCount),
    stamps: [],
  };
}

test("of a page with more lines than print has, those of cells come first and the rest is said to be unread", async () => {
  const engine = countingEngine("กขค", 0.99);
  const read = await readPage(page, layoutOf(990, 40), engine);
  expect(engine.callCount()).toBe(1000);
  expect(read.tables[0]!.cells.every(({ lines }) => lines[0]!.text === "กขค")).toBe(true);
  expect(read.lines).toHaveLength(10);
  const remark = read.remarks.find(({ code }) => code === "too-many-lines");
  expect(remark).toMatchObject({ severity: "error", box: { left: 4.8, top: 9.6 } });
  expect(remark?.message).toContain("30 lines were not read");
});

test("a cell that was left unread keeps its line, with nothing to believe", async () => {
  const read = await readPage(page, layoutOf(1001, 0), countingEngine("กขค", 0.99));
  const last = read.tables[0]!.cells.at(-1)!;
  expect(last.ink).toBe("text");
  expect(last.lines).toMatchObject([{ text: "", confidence: 0, symbols: [] }]);
});

test("a page that is as full as print may be is read to its end", async () => {
  const read = await readPage(page, layoutOf(0, 1000), countingEngine("กขค", 0.99));
  expect(read.lines).toHaveLength(1000);
  expect(read.remarks).toEqual([]);
});

test("ink of which no line was read is remarked", async () => {
  const figure = inkCanvas(1000, 1000);
  figure.fill(300, 300, 700, 700);
  const layout = { ...layoutOf(0, 0), components: findComponents(figure.ink) };
  const read = await readPage(cleanPageOf(figure.ink), layout, countingEngine("", 0));
  expect(read.kind).toBe("blank");
  expect(read.remarks.map(({ code }) => code)).toEqual(["ink-without-text"]);
});

test("an empty page has no remark", async () => {
  const read = await readPage(cleanPageOf(inkCanvas(400, 400).ink), layoutOf(0, 0), countingEngine("", 0));
  expect([read.kind, read.remarks]).toEqual(["blank", []]);
});
