import { describe, expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import { findRulings } from "../../src/table/find-rulings.ts";
import { rulingsToGrids } from "../../src/table/rulings-to-grids.ts";
import { BODY_PX, drawWord, inkCanvas, type InkCanvas, toGray } from "../support/draw-ink.ts";
import { drawRules } from "../support/draw-table.ts";

const COLUMNS = [50, 200, 350, 500, 650, 800];
const ROWS = [50, 200, 245, 400];

/** A table of five columns; the second of its three rows, as low as one line, is a heading over all of them. */
function drawTable(): InkCanvas {
  const canvas = inkCanvas(900, 450);
  drawRules(
    canvas,
    ROWS.map((y) => [y, COLUMNS[0]!, COLUMNS.at(-1)!]),
    COLUMNS.map((x) => [x, ROWS[0]!, ROWS.at(-1)!]),
  );
  for (const x of COLUMNS.slice(1, -1)) canvas.erase(x, ROWS[1]! + 3, x + 3, ROWS[2]!);
  return canvas;
}

function cellsOf({ ink }: InkCanvas): string[] {
  const rulings = findRulings(ink, findComponents(ink).runs, BODY_PX);
  return rulingsToGrids(rulings, toGray(ink), BODY_PX).flatMap((grid) =>
    grid.cells.map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan}`),
  );
}

const WHOLE = [
  ...[0, 1, 2, 3, 4].map((column) => `0,${column} 1×1`),
  "1,0 1×5",
  ...[0, 1, 2, 3, 4].map((column) => `2,${column} 1×1`),
];

describe("borders of cells", () => {
  test("are where rules are drawn", () => {
    expect(cellsOf(drawTable())).toEqual(WHOLE);
  });

  test("may be broken, also where too little is left for a rule of its own", () => {
    const canvas = drawTable();
    for (let y = 60; y < 190; y += 12) canvas.erase(COLUMNS[2]!, y, COLUMNS[2]! + 3, y + 5);
    for (let y = 255; y < 390; y += 12) canvas.erase(COLUMNS[0]!, y, COLUMNS[0]! + 3, y + 5);
    for (let x = 360; x < 490; x += 12) canvas.erase(x, ROWS[2]!, x + 5, ROWS[2]! + 3);
    expect(cellsOf(canvas)).toEqual(WHOLE);
  });

  test("that the scan lost are closed where places form no rectangle", () => {
    const canvas = drawTable();
    canvas.erase(COLUMNS[1]! + 30, ROWS[1]!, COLUMNS[2]! - 10, ROWS[1]! + 3);
    expect(cellsOf(canvas)).toEqual(WHOLE);
  });

  test("go over the whole table where the scan lost a rule in its middle, between two column borders", () => {
    const canvas = drawTable();
    canvas.erase(COLUMNS[2]! + 5, ROWS[2]!, COLUMNS[3]! - 5, ROWS[2]! + 3);
    expect(cellsOf(canvas)).toEqual(WHOLE);
  });

  test("are none where all upright rules are thin for a while at the same height", () => {
    const canvas = drawTable();
    const gray = toGray(canvas.ink);
    const [from, to] = [290, 330];
    for (const x of COLUMNS) {
      canvas.erase(x, from, x + 3, to);
      for (let y = from; y < to; y++)
        for (let at = x; at < x + 3; at++) gray.data[y * gray.widthPx + at] = 190;
    }
    const rulings = findRulings(canvas.ink, findComponents(canvas.ink).runs, BODY_PX);
    const [grid] = rulingsToGrids(rulings, gray, BODY_PX);
    expect(grid!.rowEdges.length - 1).toBe(3);
    expect(grid!.cells).toHaveLength(11);
  });

  test("are no letters of a heading that happen to stand on a column's edge, as tall as the row", () => {
    const canvas = drawTable();
    drawWord(canvas, 140, 232, 12);
    canvas.fill(COLUMNS[1]! - 1, ROWS[1]! + 3, COLUMNS[1]! + 3, ROWS[2]!);
    expect(cellsOf(canvas)).toEqual(WHOLE);
  });

  test("are no line of print in the middle of a cell over two rows", () => {
    const canvas = inkCanvas(700, 300);
    drawRules(
      canvas,
      [
        [50, 50, 600],
        [150, 250, 600],
        [250, 50, 600],
      ],
      [50, 250, 400, 600].map((x) => [x, 50, 250]),
    );
    drawWord(canvas, 55, 161, 12);
    expect(cellsOf(canvas)).toEqual(["0,0 2×1", "0,1 1×1", "0,2 1×1", "1,1 1×1", "1,2 1×1"]);
  });

  test("are no stems of letters in line with each other over several low rows", () => {
    const canvas = inkCanvas(700, 400);
    const rows = [50, 90, 130, 170, 210, 250];
    drawRules(
      canvas,
      rows.map((y) => [y, 50, 600]),
      [50, 400, 600].map((x) => [x, 50, 250]),
    );
    for (const y of rows.slice(0, -1)) {
      drawWord(canvas, 60, y + 34, 8);
      // A stem as tall as the row, but for its corner.
      canvas.fill(60, y + 10, 63, y + 40);
    }
    expect(cellsOf(canvas)).toHaveLength(10);
  });
});
