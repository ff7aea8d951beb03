import { expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import { eraseRulings } from "../../src/table/erase-rulings.ts";
import { findRulings } from "../../src/table/find-rulings.ts";
import { BODY_PX, inkCanvas } from "../support/draw-ink.ts";

test("a stroke that climbs from a rule to the letters above does not lead the eraser away", () => {
  const canvas = inkCanvas(600, 160);
  canvas.fill(20, 100, 580, 103);
  canvas.erase(200, 100, 215, 103);
  // The tail of a lower vowel, from the gap in the rule up to the feet of a word.
  for (let step = 0; step < 15; step += 1) {
    canvas.fill(200 + step, 99 - step, 201 + step, 102 - step);
  }
  canvas.fill(215, 85, 500, 88);
  const rules = findRulings(canvas.ink, findComponents(canvas.ink).runs, BODY_PX).filter(
    ({ position }) => position > 95,
  );
  expect(rules).toHaveLength(1);
  const { data, widthPx } = eraseRulings(canvas.ink, rules, BODY_PX);
  const row = (y: number): number => data.subarray(y * widthPx, (y + 1) * widthPx).reduce((a, b) => a + b, 0);
  expect(row(86)).toBeGreaterThanOrEqual(285);
  expect(row(101)).toBeLessThan(20);
});

test("the tip of a tone mark that shows on either side of a rule stays whole", () => {
  const canvas = inkCanvas(400, 160);
  canvas.fill(20, 100, 380, 103);
  canvas.fill(200, 96, 203, 104);
  // A stroke that stands on the rule is a letter's foot and ends there.
  canvas.fill(300, 80, 303, 100);
  const rules = findRulings(canvas.ink, findComponents(canvas.ink).runs, BODY_PX);
  const { data, widthPx } = eraseRulings(canvas.ink, rules, BODY_PX);
  const column = (x: number): number =>
    Array.from({ length: 160 }, (_, y) => data[y * widthPx + x]!).reduce((a, b) => a + b, 0);
  expect(column(201)).toBe(8);
  expect(column(301)).toBe(20);
  expect(column(100)).toBe(0);
});
