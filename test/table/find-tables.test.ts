import { describe, expect, test } from "vitest";
import type { TableGrid } from "../../src/model/table.ts";
import { layOutPage } from "../../src/run/lay-out-page.ts";
import { cleanPageOf, drawWord, inkCanvas, type InkCanvas, toGray } from "../support/draw-ink.ts";
import { drawCentred, drawLines, drawRules, LINE_PX } from "../support/draw-table.ts";

function gridsOf(canvas: InkCanvas): TableGrid[] {
  return layOutPage(cleanPageOf(canvas.ink)).tables.map((table) => table.grid);
}

function size(grid: TableGrid | undefined): string {
  return grid === undefined ? "none" : `${grid.rowEdges.length - 1}×${grid.columnEdges.length - 1}`;
}

function spansOf(grid: TableGrid): string[] {
  return grid.cells
    .filter((cell) => cell.rowSpan > 1 || cell.columnSpan > 1)
    .map((cell) => `${cell.row},${cell.column} ${cell.rowSpan}×${cell.columnSpan}`);
}

/** Columns of all made tables: numbers, text, text, two narrow ones under one heading. */
const EDGES = [100, 200, 600, 1000, 1200, 1400] as const;

/** Two header levels from 100 to 260. */
function drawHeader(canvas: InkCanvas): void {
  drawCentred(canvas, EDGES[0], EDGES[1], 192, 5);
  drawCentred(canvas, EDGES[1], EDGES[2], 192, 8);
  drawCentred(canvas, EDGES[2], EDGES[3], 192, 8);
  drawCentred(canvas, EDGES[3], EDGES[5], 152, 14);
  drawCentred(canvas, EDGES[3], EDGES[4], 232, 8);
  drawCentred(canvas, EDGES[4], EDGES[5], 232, 8);
}

const HEADER_CELLS = ["0,0 2×1", "0,1 2×1", "0,2 2×1", "0,3 1×2"];

/** A row of a number, two texts, and two short values; the longer text has `lines` lines. */
function drawRow(canvas: InkCanvas, baseline: number, lines: number): void {
  drawWord(canvas, 142, baseline, 1);
  drawLines(
    canvas,
    220,
    baseline,
    Array.from({ length: lines }, () => 22),
  );
  drawLines(canvas, 620, baseline, [22, 18]);
  drawCentred(canvas, EDGES[3], EDGES[4], baseline, 3);
  drawCentred(canvas, EDGES[4], EDGES[5], baseline, 3);
}

function drawHeading(canvas: InkCanvas, baseline: number): void {
  drawWord(canvas, 110, baseline, 30);
}

describe("fully ruled tables", () => {
  test("give rows, columns, spans and header", () => {
    const canvas = inkCanvas(1500, 700);
    const rows = [100, 180, 260, 330, 500, 640];
    drawRules(
      canvas,
      rows.map((y, row) => (row === 1 ? [y, EDGES[3], EDGES[5]] : [y, EDGES[0], EDGES[5]])),
      EDGES.map((x, column) =>
        column === 4 ? [x, 180, 260] : column > 0 && column < 5 ? [x, 100, 260] : [x, 100, 640],
      ),
    );
    for (const x of EDGES.slice(1, -1)) canvas.fill(x, 330, x + 3, 640);
    drawHeader(canvas);
    drawHeading(canvas, 305);
    drawRow(canvas, 370, 2);
    drawRow(canvas, 540, 2);
    const [grid, ...others] = gridsOf(canvas);
    expect(others).toEqual([]);
    expect(size(grid)).toBe("5×5");
    expect(spansOf(grid!)).toEqual([...HEADER_CELLS, "2,0 1×5"]);
    expect(grid!.headerRowCount).toBe(2);
    expect([grid!.closedAtTop, grid!.closedAtBottom]).toEqual([true, true]);
  });

  test("that the page cuts are open there", () => {
    const canvas = inkCanvas(900, 500);
    drawRules(
      canvas,
      [
        [100, 50, 800],
        [200, 50, 800],
      ],
      [50, 300, 550, 800].map((x) => [x, 100, 400]),
    );
    drawLines(canvas, 70, 150, [10, 10]);
    drawLines(canvas, 70, 250, [10, 10]);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("2×3");
    expect([grid!.closedAtTop, grid!.closedAtBottom]).toEqual([true, false]);
  });

  test("have no row for an underlined heading", () => {
    const canvas = inkCanvas(900, 500);
    drawRules(
      canvas,
      [50, 150, 400].map((y) => [y, 50, 800]),
      [50, 300, 550, 800].map((x) => [x, x === 50 || x === 800 ? 50 : 150, 400]),
    );
    drawWord(canvas, 60, 120, 25);
    canvas.fill(60, 126, 456, 129);
    drawLines(canvas, 70, 200, [10, 10, 10]);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("2×3");
    expect(spansOf(grid!)).toEqual(["0,0 1×3"]);
  });

  test("may be two on a page", () => {
    const canvas = inkCanvas(900, 900);
    for (const top of [50, 500]) {
      drawRules(
        canvas,
        [top, top + 100, top + 250].map((y) => [y, 50, 800]),
        [50, 300, 550, 800].map((x) => [x, top, top + 250]),
      );
      drawLines(canvas, 70, top + 60, [10]);
    }
    expect(gridsOf(canvas).map(size)).toEqual(["2×3", "2×3"]);
  });

  test("in light grey are found too", () => {
    const rules = inkCanvas(1500, 700);
    const rows = [100, 260, 450, 640];
    drawRules(
      rules,
      rows.map((y) => [y, EDGES[0], EDGES[5]]),
      EDGES.map((x) => [x, 100, 640]),
    );
    const print = inkCanvas(1500, 700);
    for (const baseline of [150, 310, 500]) drawRow(print, baseline, 2);
    const gray = toGray(print.ink, 20);
    rules.ink.data.forEach((pixel, at) => {
      if (pixel === 1) gray.data[at] = Math.min(gray.data[at]!, 190);
    });
    const { tables } = layOutPage(cleanPageOf(print.ink, gray));
    expect(tables.map((table) => size(table.grid))).toEqual(["3×5"]);
  });
});

describe("a stamp over a table's edge", () => {
  const rows = [100, 160, 260, 400, 540, 680] as const;
  const drawTable = (): InkCanvas => {
    const canvas = inkCanvas(1500, 800);
    drawRules(
      canvas,
      rows.map((y) => [y, EDGES[0], EDGES[5]] as const),
      EDGES.map((x) => [x, 100, 680] as const),
    );
    for (const [column, x] of EDGES.slice(0, -1).entries())
      drawCentred(canvas, x, EDGES[column + 1]!, 140, 4);
    for (const baseline of [200, 300, 440, 580]) drawRow(canvas, baseline, 2);
    return canvas;
  };

  test("has pieces of rings that look like rules, and adds no row or column by them", () => {
    const canvas = drawTable();
    for (let y = 0; y < 800; y += 1) {
      for (let x = 0; x < 400; x += 1) {
        const distance = Math.hypot(x - 110, y - 450);
        if (Math.abs(distance - 225) <= 4 || Math.abs(distance - 160) <= 4) canvas.fill(x, y, x + 1, y + 1);
      }
    }
    expect(gridsOf(drawTable()).map(size)).toEqual(["5×5"]);
    expect(gridsOf(canvas).map(size)).toEqual(["5×5"]);
  });
});

describe("tables without some rules", () => {
  test("have headings where all column borders stop, and rows where numbers stand", () => {
    const canvas = inkCanvas(1500, 1000);
    drawRules(
      canvas,
      [100, 260, 940].map((y) => [y, EDGES[0], EDGES[5]]),
      [
        [EDGES[0], 100, 940],
        [EDGES[5], 100, 940],
      ],
    );
    drawRules(canvas, [[180, EDGES[3], EDGES[5]]], []);
    for (const x of EDGES.slice(1, -1)) {
      canvas.fill(x, x === EDGES[4] ? 180 : 100, x + 3, 263);
      canvas.fill(x, 320, x + 3, 660);
      canvas.fill(x, 720, x + 3, 940);
    }
    drawHeader(canvas);
    drawHeading(canvas, 302);
    drawRow(canvas, 370, 3);
    drawRow(canvas, 550, 2);
    drawHeading(canvas, 700);
    drawRow(canvas, 780, 2);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("7×5");
    expect(spansOf(grid!)).toEqual([...HEADER_CELLS, "2,0 1×5", "5,0 1×5"]);
    // The border between the two rows lies in the paper between them.
    expect(grid!.rowEdges[4]).toBeGreaterThan(470);
    expect(grid!.rowEdges[4]).toBeLessThan(530);
  });

  test("have the columns that their print leaves free, under horizontal rules", () => {
    const canvas = inkCanvas(1500, 800);
    drawRules(
      canvas,
      [
        [100, EDGES[0], EDGES[5]],
        [180, EDGES[3], EDGES[5]],
        [260, EDGES[0], EDGES[5]],
        [330, EDGES[0], EDGES[5]],
        [510, EDGES[0], EDGES[5]],
        [700, EDGES[0], EDGES[5]],
      ],
      [],
    );
    drawHeader(canvas);
    drawHeading(canvas, 305);
    drawRow(canvas, 380, 3);
    drawRow(canvas, 560, 3);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("5×5");
    expect(spansOf(grid!)).toEqual([...HEADER_CELLS, "2,0 1×5"]);
    expect(grid!.headerRowCount).toBe(2);
  });

  test("have headings that are underlined, and no column by what is left of a broken rule", () => {
    const canvas = inkCanvas(1500, 800);
    const rows = [100, 260, 330, 510, 700];
    for (const y of rows) {
      // Longer and shorter pieces, as a threshold leaves them: the short ones look like dashes.
      for (let x = EDGES[0]; x < EDGES[5]; x += 130)
        canvas.fill(x, y, Math.min(EDGES[5] + 3, x + 100), y + 3);
      for (let x = EDGES[0] + 106; x < EDGES[5]; x += 130) canvas.fill(x, y, x + 10, y + 1);
    }
    drawRules(canvas, [[180, EDGES[3], EDGES[5]]], []);
    drawHeader(canvas);
    drawHeading(canvas, 305);
    // Lower vowels and tails touch the line below the words.
    canvas.fill(110, 311, 110 + 30 * 16, 314);
    for (let x = 112; x < 110 + 30 * 16; x += 64) canvas.fill(x, 305, x + 3, 311);
    drawRow(canvas, 380, 3);
    drawRow(canvas, 560, 3);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("5×5");
    expect(spansOf(grid!)).toEqual([...HEADER_CELLS, "2,0 1×5"]);
  });

  test("have cells over two rows where a level rule leaves their column out", () => {
    const canvas = inkCanvas(1500, 800);
    drawRules(
      canvas,
      [
        [100, EDGES[0], EDGES[5]],
        [180, EDGES[3], EDGES[5]],
        [260, EDGES[0], EDGES[5]],
        [430, EDGES[0], EDGES[1]],
        [430, EDGES[2], EDGES[5]],
        [600, EDGES[0], EDGES[5]],
        [780, EDGES[0], EDGES[5]],
      ],
      [],
    );
    drawHeader(canvas);
    drawLines(canvas, 220, 410, [22, 20]);
    for (const baseline of [320, 490]) {
      drawWord(canvas, 142, baseline, 1);
      drawLines(canvas, 620, baseline, [22, 18]);
      drawCentred(canvas, EDGES[3], EDGES[4], baseline, 3);
      drawCentred(canvas, EDGES[4], EDGES[5], baseline, 3);
    }
    drawRow(canvas, 660, 2);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("5×5");
    expect(spansOf(grid!)).toEqual([...HEADER_CELLS, "2,1 2×1"]);
  });

  test("of upright rules only have these as columns", () => {
    const canvas = inkCanvas(1500, 800);
    drawRules(
      canvas,
      [],
      EDGES.map((x) => [x, 100, 700]),
    );
    drawRow(canvas, 160, 2);
    drawRow(canvas, 340, 2);
    drawRow(canvas, 520, 2);
    const [grid, ...others] = gridsOf(canvas);
    expect(others).toEqual([]);
    expect(grid!.columnEdges.map(Math.round)).toEqual(EDGES.map((x) => expect.closeTo(x, -1)));
    expect(size(grid)).toBe("3×5");
    expect(grid!.headerRowCount).toBe(0);
  });

  test("have a header down to its rule, though narrow headings reach far below the first column's", () => {
    const canvas = inkCanvas(1500, 900);
    drawRules(
      canvas,
      [
        [100, EDGES[0], EDGES[5]],
        [180, EDGES[3], EDGES[5]],
        [420, EDGES[0], EDGES[5]],
        [600, EDGES[0], EDGES[5]],
        [800, EDGES[0], EDGES[5]],
      ],
      [],
    );
    drawCentred(canvas, EDGES[0], EDGES[1], 250, 5);
    drawCentred(canvas, EDGES[1], EDGES[2], 250, 8);
    drawCentred(canvas, EDGES[2], EDGES[3], 250, 8);
    drawCentred(canvas, EDGES[3], EDGES[5], 152, 14);
    for (const baseline of [220, 270, 320, 370, 410]) {
      drawCentred(canvas, EDGES[3], EDGES[4], baseline, 4);
      drawCentred(canvas, EDGES[4], EDGES[5], baseline, 4);
    }
    drawRow(canvas, 460, 3);
    drawRow(canvas, 640, 3);
    const [grid] = gridsOf(canvas);
    expect(size(grid)).toBe("4×5");
    expect(spansOf(grid!)).toEqual(HEADER_CELLS);
    expect(grid!.headerRowCount).toBe(2);
  });

  test("stand alone by their print where there is no rule at all", () => {
    const canvas = inkCanvas(1500, 1000);
    drawCentred(canvas, 0, 1500, 60, 30);
    drawHeader(canvas);
    drawHeading(canvas, 305);
    drawRow(canvas, 370, 3);
    drawRow(canvas, 550, 2);
    drawHeading(canvas, 700);
    drawRow(canvas, 780, 2);
    const [grid, ...others] = gridsOf(canvas);
    expect(others).toEqual([]);
    expect(size(grid)).toBe("7×5");
    expect(spansOf(grid!)).toEqual([...HEADER_CELLS, "2,0 1×5", "5,0 1×5"]);
    expect(grid!.headerRowCount).toBe(2);
    expect(grid!.rect.top).toBeGreaterThan(60);
  });
});

describe("no tables are", () => {
  test("a page of running text", () => {
    const canvas = inkCanvas(1500, 1000);
    for (let line = 0; line < 15; line++) drawWord(canvas, 100, 80 + line * LINE_PX, 78 - ((line * 7) % 11));
    expect(gridsOf(canvas)).toEqual([]);
  });

  test("a cover with a frame around the page", () => {
    const canvas = inkCanvas(1500, 1000);
    drawRules(
      canvas,
      [
        [20, 20, 1480],
        [970, 20, 1480],
      ],
      [
        [20, 20, 970],
        [1480, 20, 970],
      ],
    );
    for (const [index, letters] of [20, 30, 12, 26].entries())
      drawCentred(canvas, 0, 1500, 300 + index * 90, letters);
    expect(gridsOf(canvas)).toEqual([]);
  });

  test("two signatures side by side", () => {
    const canvas = inkCanvas(1500, 600);
    for (const left of [200, 900]) drawLines(canvas, left, 100, [20, 16, 24]);
    expect(gridsOf(canvas)).toEqual([]);
  });

  test("a letterhead rule and a footer rule with text between", () => {
    const canvas = inkCanvas(1500, 1000);
    drawRules(
      canvas,
      [
        [80, 100, 1400],
        [900, 100, 1400],
      ],
      [],
    );
    for (let line = 0; line < 10; line++) drawWord(canvas, 100, 200 + line * LINE_PX, 76 - ((line * 5) % 9));
    expect(gridsOf(canvas)).toEqual([]);
  });
});
