import { describe, expect, test } from "vitest";
import { makeRandom } from "../../maker/random.ts";
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

describe("specks", () => {
  /** A page of strokes as print has them, thirty lines of forty. */
  const strokes = Array.from({ length: 1200 }, (_, i): Rect => {
    const [x, y] = [200 + (i % 40) * 45, 200 + Math.floor(i / 40) * 40];
    return [x, y, x + 4, y + 18];
  });
  const dot = (x: number, y: number): Rect => [x, y, x + 1, y + 1];
  const broken = strokes.map(([left, top]) => dot(left + 1, top - 3));
  const random = makeRandom("dust");
  const dust = Array.from({ length: 1500 }, () =>
    dot(random.integer(0, WIDTH - 1), random.integer(0, HEIGHT - 1)),
  );
  const inkOf = (rects: readonly Rect[]): number =>
    inkIn(removeDirt(draw(rects), DPI), [0, 0, WIDTH, HEIGHT]);
  const strokeInk = inkOf(strokes);

  test("are removed as dust where they lie anywhere", () => {
    expect(strokeInk).toBe(1200 * 4 * 18);
    // What fell on a stroke's edge is a part of it.
    expect(inkOf([...strokes, ...dust])).toBeLessThan(strokeInk + 100);
  });

  test("stay where they crowd about print that is broken, and the dust between goes", () => {
    expect(inkOf([...strokes, ...broken])).toBe(strokeInk + 1200);
    const mixed = inkOf([...strokes, ...broken, ...dust.slice(0, 300)]);
    expect(mixed).toBeGreaterThanOrEqual(strokeInk + 1200);
    expect(mixed).toBeLessThan(strokeInk + 1200 + 100);
  });

  test("are all gone from an empty page", () => {
    expect(inkOf(dust)).toBe(0);
  });
});
