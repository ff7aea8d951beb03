import { describe, expect, test } from "vitest";
import type { TextLine } from "../../src/model/line.ts";
import type { TableGrid } from "../../src/model/table.ts";
import type { FilledGrid } from "../../src/table/filled-grid.ts";
import { splitRows } from "../../src/table/split-rows.ts";
import { tableLine } from "../support/table-line.ts";

const BODY_PX = 20;
const EDGES = [0, 100, 400, 600] as const;

const line = (left: number, width: number, baseline: number): TextLine =>
  tableLine(left, width, baseline, BODY_PX);

/** A table of one body row: its columns' lines, and pieces of the rule right of the first column. */
function table(
  columns: readonly (readonly TextLine[])[],
  ruled: readonly [number, number][] = [],
): FilledGrid {
  const cells = columns.map((_, column) => ({
    row: 0,
    column,
    rowSpan: 1,
    columnSpan: 1,
    rect: { left: EDGES[column]!, top: 0, right: EDGES[column + 1]!, bottom: 500 },
  }));
  const grid: TableGrid = {
    rect: { left: 0, top: 0, right: 600, bottom: 500 },
    columnEdges: EDGES,
    rowEdges: [0, 500],
    cells,
    borders: ruled.map(([start, end]) => ({
      orientation: "vertical",
      position: EDGES[1],
      slope: 0,
      start,
      end,
      thicknessPx: 2,
      spans: [{ start, end }],
    })),
    headerRowCount: 0,
    closedAtTop: true,
    closedAtBottom: true,
  };
  return { grid, lines: columns };
}

const spans = ({ grid }: FilledGrid): string[] =>
  grid.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan}`);

/** Two numbered rows and, below, a label in the middle of the first two columns with its amount. */
const WITH_TOTAL = [
  [line(40, 20, 100), line(40, 20, 230)],
  [line(110, 250, 100), line(110, 150, 150), line(110, 250, 230), line(170, 60, 320)],
  [line(520, 60, 100), line(520, 60, 230), line(500, 80, 320)],
];

describe("the row of a total", () => {
  test("begins at a label in the middle, whose cells become one", () => {
    const split = splitRows(table(WITH_TOTAL), BODY_PX);
    expect(split.grid.rowEdges).toHaveLength(4);
    expect(spans(split).slice(-2)).toEqual(["2,0 1×2", "2,2 1×1"]);
    expect(split.lines.flat()).toHaveLength(9);
  });

  test("keeps its cells apart where a rule goes between them", () => {
    const split = splitRows(table(WITH_TOTAL, [[0, 500]]), BODY_PX);
    expect(spans(split).slice(-3)).toEqual(["2,0 1×1", "2,1 1×1", "2,2 1×1"]);
  });

  test("is none where the last line of a text is followed by another as closely as before", () => {
    const columns = [
      [line(40, 20, 100), line(40, 20, 230)],
      [line(110, 250, 100), line(110, 150, 150), line(110, 250, 230), line(110, 60, 280)],
      [line(520, 60, 100), line(520, 60, 230)],
    ];
    expect(splitRows(table(columns), BODY_PX).grid.rowEdges).toHaveLength(3);
  });

  test("is none where large print beside its label reaches as high as the last number", () => {
    const columns = [
      [line(40, 20, 100)],
      [line(110, 250, 100), line(170, 60, 130)],
      [tableLine(520, 60, 180, 6 * BODY_PX)],
    ];
    expect(splitRows(table(columns), BODY_PX).grid.rowEdges).toEqual([0, 500]);
  });
});

describe("what stands inside a stamp", () => {
  const columns = [
    [line(40, 20, 100), line(30, 40, 230), line(35, 30, 300)],
    [line(110, 250, 100), line(110, 250, 150), line(110, 250, 200), line(110, 250, 250)],
    [line(520, 60, 100)],
  ];

  test("begins no row, though it looks like numbers", () => {
    const stamp = { centerX: 50, centerY: 250, radiusX: 110, radiusY: 110 };
    expect(splitRows(table(columns), BODY_PX).grid.rowEdges.length).toBeGreaterThan(2);
    expect(splitRows(table(columns), BODY_PX, [stamp]).grid.rowEdges).toEqual([0, 500]);
    expect(splitRows(table(columns), BODY_PX, [stamp]).lines).toEqual(columns);
  });
});
