import { expect, test } from "vitest";
import type { BinaryImage } from "../../src/model/image.ts";
import type { Ruling } from "../../src/model/table.ts";
import { isOfRing } from "../../src/table/is-of-ring.ts";

const SIZE = 600;
const STAMP = { centerX: 300, centerY: 300, radiusX: 200, radiusY: 200 };

function ringsOf(...radii: readonly number[]): BinaryImage {
  const data = new Uint8Array(SIZE * SIZE);
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      const distance = Math.hypot(x - STAMP.centerX, y - STAMP.centerY);
      if (radii.some((radius) => Math.abs(distance - radius) <= 3)) data[y * SIZE + x] = 1;
    }
  }
  return { widthPx: SIZE, heightPx: SIZE, data };
}

const level = (position: number, start: number, end: number): Ruling => ({
  orientation: "horizontal",
  position,
  start,
  end,
  slope: 0,
  thicknessPx: 6,
  spans: [{ start, end }],
});
const upright = (position: number, start: number, end: number): Ruling => ({
  ...level(position, start, end),
  orientation: "vertical",
});

test("the nearly straight pieces of a ring, outer or inner, are of the ring", () => {
  const ink = ringsOf(200, 140);
  const pieces = [level(101, 260, 340), level(499, 265, 338), upright(102, 270, 330), upright(440, 270, 330)];
  expect(pieces.map((piece) => isOfRing(piece, [STAMP], ink))).toEqual([true, true, true, true]);
});

test("rules under a stamp are not: they go on outside of it, or no circle goes on from them", () => {
  const ink = ringsOf(200);
  const rules = [level(101, 0, 590), level(300, 90, 510), level(180, 260, 340), upright(300, 260, 340)];
  expect(rules.map((rule) => isOfRing(rule, [STAMP], ink))).toEqual([false, false, false, false]);
});

test("of a ring that the page's edge cuts, what is left counts", () => {
  const cut = { ...STAMP, centerX: 60 };
  const data = new Uint8Array(SIZE * SIZE);
  const whole = ringsOf(200);
  for (let y = 0; y < SIZE; y += 1) data.set(whole.data.subarray(y * SIZE + 240, (y + 1) * SIZE), y * SIZE);
  const ink = { widthPx: SIZE, heightPx: SIZE, data };
  expect(isOfRing(level(101, 20, 100), [cut], ink)).toBe(true);
});

test("without a stamp nothing is", () => {
  expect(isOfRing(level(101, 260, 340), [], ringsOf(200))).toBe(false);
});
