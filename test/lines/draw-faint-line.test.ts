import { expect, test } from "vitest";
import { drawFaintLine } from "../../src/lines/draw-faint-line.ts";
import type { BinaryImage, GrayImage } from "../../src/model/image.ts";

const PAPER = 240;
const BODY_PX = 10;

/** A page 60 by 40 with rectangles of print: [left, top, right, bottom, level]. */
function pageWith(...rectangles: (readonly [number, number, number, number, number])[]): GrayImage {
  const data = new Uint8Array(60 * 40).fill(PAPER);
  for (const [left, top, right, bottom, level] of rectangles) {
    for (let y = top; y < bottom; y += 1) data.fill(level, y * 60 + left, y * 60 + right);
  }
  return { widthPx: 60, heightPx: 40, data };
}

const inkOf = ({ data, ...size }: GrayImage): BinaryImage => ({
  ...size,
  data: data.map((level) => (level < 128 ? 1 : 0)),
});

/** The picture of the line from row 10 to 30 of the page, from column 5 on: its ink between rows 15 and 25, on white. */
function pictureOf(page: GrayImage) {
  const data = new Uint8Array(50 * 20).fill(255);
  for (let y = 5; y < 15; y += 1) {
    for (let x = 0; x < 50; x += 1) {
      const level = page.data[(y + 10) * 60 + x + 5]!;
      if (level < 128) data[y * 50 + x] = level;
    }
  }
  return { image: { widthPx: 50, heightPx: 20, data }, left: 5, top: 10 };
}

const STROKE = [10, 15, 14, 25, 20] as const;

const levelAt = (image: GrayImage, x: number, y: number): number => image.data[(y - 10) * 50 + x - 5]!;

test("adds strokes that are lighter than the threshold and darker than the paper", () => {
  const page = pageWith(STROKE, [20, 15, 24, 25, 150]);
  const faint = drawFaintLine(pictureOf(page), page, inkOf(page), BODY_PX)!;
  expect(levelAt(faint, 22, 20)).toBe(150);
  expect(levelAt(faint, 12, 20)).toBe(20);
  expect(levelAt(faint, 40, 20)).toBe(255);
});

test("leaves to other ink what is nearer to it, also where that ink is outside of the picture", () => {
  const faintDot = [12, 28, 16, 30, 150] as const;
  const alone = pageWith(STROKE, faintDot);
  expect(levelAt(drawFaintLine(pictureOf(alone), alone, inkOf(alone), BODY_PX)!, 14, 28)).toBe(150);
  const above = pageWith(STROKE, faintDot, [10, 31, 40, 36, 20]);
  expect(drawFaintLine(pictureOf(above), above, inkOf(above), BODY_PX)).toBeNull();
});

test("leaves out what is far from the line's ink", () => {
  const page = pageWith(STROKE, [48, 15, 52, 25, 150]);
  expect(drawFaintLine(pictureOf(page), page, inkOf(page), BODY_PX)).toBeNull();
});

test("adds nothing to a scan of two levels", () => {
  const page = pageWith(STROKE);
  const bilevel = { ...page, data: page.data.map((level) => (level < 128 ? 0 : 255)) };
  expect(drawFaintLine(pictureOf(bilevel), bilevel, inkOf(bilevel), BODY_PX)).toBeNull();
});

test("takes the grain of the paper for paper", () => {
  const page = pageWith(STROKE);
  const grain = {
    ...page,
    data: page.data.map((level, at) => (level === PAPER ? PAPER - (at % 7) * 5 : level)),
  };
  expect(drawFaintLine(pictureOf(grain), grain, inkOf(grain), BODY_PX)).toBeNull();
});
