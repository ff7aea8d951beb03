import { describe, expect, test } from "vitest";
import { findScatteredRulings } from "../../src/table/find-scattered-rulings.ts";
import { layOutPage } from "../../src/run/lay-out-page.ts";
import { BODY_PX, cleanPageOf, drawWord, inkCanvas, type InkCanvas, toGray } from "../support/draw-ink.ts";

/** Dots of two pixels, one in about every `distance`, never at equal distances. */
function drawDots(from: number, to: number, distance: number, draw: (at: number) => void): void {
  for (let at = from, index = 0; at < to; index++) {
    draw(at);
    at += Math.round(distance * (0.4 + ((index * 7) % 11) / 8.3));
  }
}

function drawLevel(canvas: InkCanvas, y: number, from: number, to: number): void {
  drawDots(from, to, BODY_PX * 1.5, (x) => canvas.fill(x, y, x + 2, y + 2));
}

function drawUpright(canvas: InkCanvas, x: number, from: number, to: number): void {
  drawDots(from, to, BODY_PX * 1.5, (y) => canvas.fill(x, y, x + 2, y + 2));
}

describe("rules of which dots are left", () => {
  test("are found where dots lie in line, not in lines of print", () => {
    const canvas = inkCanvas(1200, 600);
    drawLevel(canvas, 80, 60, 1140);
    drawUpright(canvas, 500, 80, 580);
    for (let baseline = 140; baseline < 580; baseline += 50) drawWord(canvas, 100, baseline, 14);
    const found = findScatteredRulings(toGray(canvas.ink), BODY_PX);
    expect(found.map((ruling) => [ruling.orientation, Math.round(ruling.position / 4)])).toEqual([
      ["horizontal", 20],
      ["vertical", 125],
    ]);
  });

  test("draw the grid of a table", () => {
    const canvas = inkCanvas(1300, 900);
    const columns = [100, 220, 700, 960, 1200];
    const rows = [100, 220, 420, 620, 820];
    for (const y of rows) drawLevel(canvas, y, columns[0]!, columns.at(-1)!);
    for (const x of columns) drawUpright(canvas, x, rows[0]!, rows.at(-1)!);
    for (const y of rows.slice(0, -1))
      for (const x of columns.slice(0, -1)) drawWord(canvas, x + 40, y + 60, 2);
    const [table] = layOutPage(cleanPageOf(canvas.ink)).tables;
    expect(table!.grid.cells).toHaveLength(16);
    expect(table!.grid.columnEdges.map((edge) => Math.round(edge / 10))).toEqual([10, 22, 70, 96, 120]);
  });
});
