import { array, assert, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { estimateSkewDegrees } from "../../src/clean/estimate-skew.ts";
import { drawWord, inkCanvas, type InkCanvas, toGray } from "../support/draw-ink.ts";

const WIDTH = 1800;
const HEIGHT = 640;

/** Lines of print whose letters climb or fall along the line, as a page of one bit a pixel shows them. */
function drawTurnedLines(canvas: InkCanvas, degrees: number, lengths: readonly number[]): void {
  const slope = Math.tan((degrees * Math.PI) / 180);
  lengths.forEach((letters, line) => {
    for (let letter = 0; letter < letters; letter++) {
      const x = 100 + letter * 16;
      drawWord(canvas, x, Math.round(140 + line * 50 + (x - WIDTH / 2) * slope), 1);
    }
  });
}

test("a page turned by any angle up to 5° is measured to 0.05°", () => {
  assert(
    property(
      integer({ min: -490, max: 490 }),
      array(integer({ min: 60, max: 98 }), { minLength: 6, maxLength: 8 }),
      (hundredths, lengths) => {
        const canvas = inkCanvas(WIDTH, HEIGHT);
        drawTurnedLines(canvas, hundredths / 100, lengths);
        const found = estimateSkewDegrees(toGray(canvas.ink), 128);
        expect(Math.abs(found - hundredths / 100)).toBeLessThanOrEqual(0.05);
      },
    ),
    { numRuns: 300, seed: 20260101 },
  );
});

test("a page whose lines the scanner has bent in waves is turned as they run on the whole", () => {
  const canvas = inkCanvas(1650, 1200);
  const slope = Math.tan((-0.5 * Math.PI) / 180);
  for (let line = 0; line < 15; line++) {
    for (let x = 80; x < 1560; x += 16) {
      const wave = 3 * Math.cos((2 * Math.PI * (x - 825)) / 1400);
      drawWord(canvas, x, Math.round(180 + line * 60 + (x - 825) * slope + wave), 1);
    }
  }
  expect(Math.abs(estimateSkewDegrees(toGray(canvas.ink), 128) + 0.5)).toBeLessThanOrEqual(0.15);
});
