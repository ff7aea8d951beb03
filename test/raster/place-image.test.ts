import { describe, expect, test } from "vitest";

import type { GrayImage } from "../../src/model/image.ts";
import { applyAffine } from "../../src/model/box.ts";
import type { Affine } from "../../src/model/box.ts";
import { placeImage } from "../../src/raster/place-image.ts";
import { packBits } from "../support/made-page.ts";

const WIDTH = 83;
const HEIGHT = 70;

function isInk(x: number, y: number): boolean {
  return (x * 5 + y * 3 + x * y) % 7 < 2;
}

const GRAY: GrayImage = {
  widthPx: WIDTH,
  heightPx: HEIGHT,
  data: Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) =>
    isInk(index % WIDTH, Math.floor(index / WIDTH)) ? 40 : 255,
  ),
};
const BITS = {
  widthPx: WIDTH,
  heightPx: HEIGHT,
  bits: packBits(WIDTH, HEIGHT, (x, y) => !isInk(x, y)),
  inkTone: 40,
};

/** All ways to lay a sheet down, two points a pixel, with the corner of the page at the origin. */
const LAYINGS: readonly (readonly [string, Affine])[] = [
  ["as stored", { a: 2, b: 0, c: 0, d: 2, e: 0, f: 0 }],
  ["mirrored", { a: -2, b: 0, c: 0, d: 2, e: 2 * WIDTH, f: 0 }],
  ["upside down and mirrored", { a: 2, b: 0, c: 0, d: -2, e: 0, f: 2 * HEIGHT }],
  ["upside down", { a: -2, b: 0, c: 0, d: -2, e: 2 * WIDTH, f: 2 * HEIGHT }],
  ["turned right", { a: 0, b: 2, c: -2, d: 0, e: 2 * HEIGHT, f: 0 }],
  ["turned left", { a: 0, b: -2, c: 2, d: 0, e: 0, f: 2 * WIDTH }],
  ["transposed", { a: 0, b: 2, c: 2, d: 0, e: 0, f: 0 }],
  ["transposed upside down", { a: 0, b: -2, c: -2, d: 0, e: 2 * HEIGHT, f: 2 * WIDTH }],
];

describe.each(LAYINGS)("an image %s", (_, toPoints) => {
  test.each([
    ["the whole page", { left: 0, top: 0, right: 400, bottom: 400 }, null],
    // 7 to 50 and 15 to 46 pixels, after rounding.
    ["a part of it", { left: 13.8, top: 30.2, right: 100.9, bottom: 91.1 }, [43, 31]],
  ] as const)("stands upright on %s, every pixel at its place", (__, visible, size) => {
    for (const stored of [GRAY, BITS]) {
      const placed = placeImage(stored, toPoints, visible)!;
      const { gray } = placed;
      expect([gray.widthPx, gray.heightPx]).toEqual(
        size ?? (toPoints.a === 0 ? [HEIGHT, WIDTH] : [WIDTH, HEIGHT]),
      );
      expect(placed.toPoints).toMatchObject({ a: 2, d: 2 });
      let wrong = 0;
      for (let y = 0; y < HEIGHT; y++) {
        for (let x = 0; x < WIDTH; x++) {
          const point = applyAffine(toPoints, x + 0.5, y + 0.5);
          const column = Math.floor((point.x - placed.toPoints.e) / 2);
          const row = Math.floor((point.y - placed.toPoints.f) / 2);
          const isInside = column >= 0 && row >= 0 && column < gray.widthPx && row < gray.heightPx;
          const expected = GRAY.data[y * WIDTH + x];
          if (isInside && gray.data[row * gray.widthPx + column] !== expected) wrong += 1;
        }
      }
      expect(wrong).toBe(0);
    }
  });
});

test("what a truncated bilevel image lacks is paper", () => {
  const [, toPoints] = LAYINGS[0]!;
  const visible = { left: 0, top: 0, right: 400, bottom: 400 };
  const placed = placeImage({ ...BITS, bits: BITS.bits.subarray(0, 11 * 20) }, toPoints, visible)!;
  expect(placed.gray.data.subarray(0, WIDTH * 20)).toEqual(GRAY.data.subarray(0, WIDTH * 20));
  expect(placed.gray.data.subarray(WIDTH * 20).every((tone) => tone === 255)).toBe(true);
});

test("an image outside the visible part gives nothing", () => {
  const [, toPoints] = LAYINGS[0]!;
  expect(placeImage(GRAY, toPoints, { left: 300, top: 0, right: 400, bottom: 100 })).toBeNull();
});
