import { expect, test } from "vitest";
import { withoutNoise } from "../../src/clean/without-noise.ts";
import { findComponents } from "../../src/image/find-components.ts";
import { cleanPageOf, drawWord, inkCanvas, type InkCanvas } from "../support/draw-ink.ts";

const [WIDTH, HEIGHT] = [1500, 1500] as const;

/** The dots of a screen over a part of a page: a thousand for each square inch. */
function screen(canvas: InkCanvas, left: number, top: number, right: number, bottom: number): void {
  for (let y = top; y < bottom; y += 9) for (let x = left; x < right; x += 9) canvas.fill(x, y, x + 5, y + 5);
}

function page(draw: (canvas: InkCanvas) => void): ReturnType<typeof cleanPageOf> {
  const canvas = inkCanvas(WIDTH, HEIGHT);
  draw(canvas);
  return cleanPageOf(canvas.ink);
}

test("a page of dense print is left as it is", () => {
  const dense = page((canvas) => {
    for (let y = 40; y < HEIGHT; y += 34) drawWord(canvas, 20, y, 90);
  });
  expect(findComponents(dense.ink).count).toBeGreaterThan(3000);
  expect(withoutNoise(dense)).toBe(dense);
});

test("a page full of dots has nothing to read", () => {
  expect(withoutNoise(page((canvas) => screen(canvas, 0, 0, WIDTH, HEIGHT)))).toBeNull();
});

test("a photograph goes, with a remark about where it is, and the print below it stays", () => {
  const mixed = page((canvas) => {
    screen(canvas, 300, 150, 1050, 900);
    drawWord(canvas, 100, 1300, 40);
  });
  const quiet = withoutNoise(mixed)!;
  expect(findComponents(quiet.ink).count).toBe(40);
  const [remark] = quiet.remarks;
  expect([remark?.code, remark?.severity]).toEqual(["too-much-noise", "warning"]);
  expect(remark?.box).toEqual({ pageNumber: 1, left: 72, top: 36, width: 180, height: 180 });
});
