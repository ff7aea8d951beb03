import { expect, test } from "vitest";
import { indexByPlace } from "../../src/image/index-by-place.ts";
import { indexByRows } from "../../src/image/index-by-rows.ts";
import { holdsPoint, type PixelRect } from "../../src/model/box.ts";
import { seededRandom } from "../support/degenerate-pages.ts";

const random = seededRandom(5);
const upTo = (most: number): number => Math.floor(random() * most);
const RECTS: readonly PixelRect[] = Array.from({ length: 300 }, () => {
  const [left, top] = [upTo(400) - 20, upTo(400) - 20];
  return { left, top, right: left + 1 + upTo(60), bottom: top + 1 + upTo(90) };
});

test("what shares rows with a rectangle is among what the index gives, in the given order", () => {
  const near = indexByRows(RECTS, 20);
  const sharesRows = (a: PixelRect, b: PixelRect): boolean => a.top < b.bottom && b.top < a.bottom;
  for (const rect of RECTS) {
    const expected = RECTS.filter((other) => sharesRows(rect, other));
    expect(near(rect).filter((other) => sharesRows(rect, other))).toEqual(expected);
  }
});

test("a point is in the first of the rectangles that hold it", () => {
  const indexAt = indexByPlace(RECTS, 30);
  for (let at = 0; at < 500; at++) {
    const [x, y] = [random() * 500 - 50, random() * 500 - 50];
    expect(indexAt(x, y)).toBe(RECTS.findIndex((rect) => holdsPoint(rect, x, y)));
  }
});
