import { expect, test } from "vitest";
import type { ReadPage } from "../../src/model/reading.ts";
import { doubtStamped } from "../../src/run/doubt-stamped.ts";

const box = (left: number, top: number, width: number, height: number): ReadPage["lines"][number]["box"] => ({
  pageNumber: 1,
  left,
  top,
  width,
  height,
});

const line = (left: number, top: number, text: string): ReadPage["lines"][number] => ({
  box: box(left, top, text.length * 10, 10),
  text,
  confidence: 0.99,
  symbols: Array.from(text, (symbol, i) => ({
    text: symbol,
    confidence: 0.99,
    left: left + i * 10,
    right: left + i * 10 + 10,
  })),
});

const cell = { row: 0, column: 0, rowSpan: 1, columnSpan: 1, box: box(0, 0, 200, 100) };
const PAGE: ReadPage = {
  pageNumber: 1,
  widthPt: 400,
  heightPt: 600,
  kind: "table",
  method: "ocr",
  tables: [
    {
      box: box(0, 0, 200, 100),
      rowCount: 1,
      columnCount: 1,
      headerRowCount: 0,
      closedAtTop: true,
      closedAtBottom: true,
      cells: [{ ...cell, ink: "mark", lines: [line(50, 45, "กขคงจฉชซ")] }],
    },
  ],
  lines: [line(10, 300, "กข")],
  remarks: [],
};

test("symbols under a stamp are doubtful, and no others", () => {
  const { tables, lines } = doubtStamped(PAGE, [{ box: box(100, 0, 100, 100), isTold: true }]);
  const [read] = tables[0]!.cells[0]!.lines;
  expect(read!.symbols.map(({ confidence }) => confidence)).toEqual([
    0.99, 0.99, 0.99, 0.99, 0.6, 0.6, 0.6, 0.6,
  ]);
  expect(read!.confidence).toBe(0.99);
  expect(lines).toEqual(PAGE.lines);
});

test("a stamp is remarked where it is, with a warning where it lies on a table and cannot be told from print", () => {
  const remarksOf = (place: ReadPage["lines"][number]["box"], isTold: boolean): string[] =>
    doubtStamped(PAGE, [{ box: place, isTold }]).remarks.map(({ code, severity }) => `${code} ${severity}`);
  expect(remarksOf(box(100, 0, 100, 100), false)).toEqual(["stamp-over-table warning"]);
  expect(remarksOf(box(100, 0, 100, 100), true)).toEqual(["stamp info"]);
  expect(remarksOf(box(100, 400, 100, 100), false)).toEqual(["stamp info"]);
});

test("a mark that may be the stamp's is read as text", () => {
  const inkUnder = (isTold: boolean): string =>
    doubtStamped(PAGE, [{ box: box(100, 0, 100, 100), isTold }]).tables[0]!.cells[0]!.ink;
  expect(inkUnder(true)).toBe("mark");
  expect(inkUnder(false)).toBe("text");
});

test("an empty cell is hidden by a stamp that covers most of it and cannot be told from print", () => {
  const empty = { ...cell, ink: "empty" as const, lines: [] };
  const page: ReadPage = { ...PAGE, tables: [{ ...PAGE.tables[0]!, cells: [empty] }] };
  const isHidden = (place: ReadPage["lines"][number]["box"], isTold: boolean): boolean | undefined =>
    doubtStamped(page, [{ box: place, isTold }]).tables[0]!.cells[0]!.isHidden;
  expect(isHidden(box(40, 10, 120, 120), false)).toBe(true);
  expect(isHidden(box(40, 10, 120, 120), true)).toBeUndefined();
  expect(isHidden(box(170, 10, 120, 120), false)).toBeUndefined();
  expect(isHidden(box(40, 80, 120, 120), false)).toBeUndefined();
});
