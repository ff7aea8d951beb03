import { describe, expect, test } from "vitest";
import { removeDirt } from "../../src/clean/remove-dirt.ts";
import type { BinaryImage } from "../../src/model/image.ts";

const DPI = 200;
const [WIDTH, HEIGHT] = [2200, 1600];
type Rect = readonly [left: number, top: number, right: number, bottom: number];

/** A table's rules: 11 upright and 21 level ones, 4 pixels thick, from `left` on. */
const rulesFrom = (left: number): Rect[] => [
  ...Array.from({ length: 11 }, (_, i): Rect => [left + 180 * i, 300, left + 180 * i + 4, 1304]),
  ...Array.from({ length: 21 }, (_, i): Rect => [left, 300 + 50 * i, left + 1804, 304 + 50 * i]),
];

function draw(rects: readonly Rect[]): BinaryImage {
  const data = new Uint8Array(WIDTH * HEIGHT);
  for (const [left, top, right, bottom] of rects) {
    for (let y = top; y < bottom; y++) data.fill(1, y * WIDTH + left, y * WIDTH + right);
  }
  return { widthPx: WIDTH, heightPx: HEIGHT, data };
}

const inkIn = ({ data }: BinaryImage, [left, top, right, bottom]: Rect): number => {
  let count = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) count += data[y * WIDTH + x]!;
  }
  return count;
};

describe("what a scanner leaves at the border", () => {
  const band: Rect = [0, 0, 60, HEIGHT];

  test("is removed, with what is thin of it", () => {
    const clean = removeDirt(draw([band, [60, 700, 70, 900], [0, 0, WIDTH, 8]]), DPI);
    expect(inkIn(clean, [0, 0, WIDTH, HEIGHT])).toBe(0);
  });

  test("takes no table along that has grown together with it", () => {
    const clean = removeDirt(draw([band, ...rulesFrom(50)]), DPI);
    expect(inkIn(clean, band)).toBe(0);
    const beyond: Rect = [90, 300, 1900, 1304];
    expect(inkIn(clean, beyond)).toBe(inkIn(draw(rulesFrom(50)), beyond));
  });
});

test("a table that touches the border is no dirt", () => {
  const page = draw(rulesFrom(0));
  expect(Buffer.compare(removeDirt(page, DPI).data, page.data)).toBe(0);
});

test("specks are removed, dots stay", () => {
  const clean = removeDirt(
    draw([
      [500, 500, 501, 502],
      [600, 600, 604, 604],
    ]),
    DPI,
  );
  expect(inkIn(clean, [500, 500, 510, 510])).toBe(0);
  expect(inkIn(clean, [600, 600, 604, 604])).toBe(16);
});
