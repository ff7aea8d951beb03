import { expect, test } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import { PageError } from "../../src/raster/page-error.ts";
import { layOutPage } from "../../src/run/lay-out-page.ts";
import { readUpright } from "../../src/run/read-upright.ts";
import { createStageClock } from "../../src/run/stage-clock.ts";
import { countingEngine } from "../support/counting-engine.ts";
import { seededRandom } from "../support/degenerate-pages.ts";
import { cleanPageOf, drawWord, inkCanvas, pageOf, toGray } from "../support/draw-ink.ts";

/** Blots at random, as large as dots and letters. */
function blots(sidePx: number, count: number, largestPx: number): ReturnType<typeof inkCanvas> {
  const random = seededRandom(9);
  const canvas = inkCanvas(sidePx, sidePx);
  for (let at = 0; at < count; at++) {
    const [left, top] = [Math.floor(random() * sidePx), Math.floor(random() * sidePx)];
    const [width, height] = [4 + random() * largestPx, 4 + random() * largestPx];
    canvas.fill(left, top, left + Math.round(width), top + Math.round(height));
  }
  return canvas;
}

/** Words in lines, more of these than any report has. */
function manyLines(): GrayImage {
  const canvas = inkCanvas(1200, 4700);
  const random = seededRandom(4);
  // Letters that stood in columns would lie on their side.
  for (let y = 60; y < 4600; y += 34) {
    for (let left = 60; left < 1000;) {
      const letters = 2 + Math.floor(random() * 9);
      left = drawWord(canvas, left, y, letters) + 6 + Math.floor(random() * 12);
    }
  }
  return toGray(canvas.ink);
}

const read = (gray: GrayImage, engine: ReturnType<typeof countingEngine>): ReturnType<typeof readUpright> =>
  readUpright(pageOf(gray), async () => engine, createStageClock());

test("a page of blots of which no line is a word fails by itself, soon", { timeout: 60_000 }, async () => {
  const engine = countingEngine("ร", 0.98);
  const reading = read(toGray(blots(1500, 2600, 16).ink), engine);
  await expect(reading).rejects.toThrow(PageError);
  await expect(reading).rejects.toMatchObject({ code: "too-much-noise", pageNumber: 1 });
  expect(engine.callCount()).toBeLessThan(80);
});

test("a page full of dots fails without being laid out or read", { timeout: 20_000 }, async () => {
  const canvas = inkCanvas(1500, 1500);
  for (let y = 0; y < 1500; y += 9) for (let x = 0; x < 1500; x += 9) canvas.fill(x, y, x + 5, y + 5);
  const engine = countingEngine("กขค", 0.99);
  await expect(read(toGray(canvas.ink), engine)).rejects.toMatchObject({ code: "too-much-noise" });
  expect(engine.callCount()).toBe(0);
});

test("a page of many lines with words is read, each line once", { timeout: 60_000 }, async () => {
  const engine = countingEngine("กขค", 0.99);
  const { page } = await read(manyLines(), engine);
  expect(page.lines.length).toBeGreaterThan(130);
  expect(engine.callCount()).toBe(page.lines.length);
});

test("a page of dots is laid out, none compared with all others", { timeout: 60_000 }, () => {
  const { ink } = blots(2000, 25_000, 1);
  expect(() => layOutPage(cleanPageOf(ink))).not.toThrow();
});

test("strokes that hang together in more rows than a stack holds are laid out", { timeout: 60_000 }, () => {
  const canvas = inkCanvas(2600, 5200);
  for (let y = 0; y < 5200; y += 2) {
    for (let x = (y * 7) % 50; x < 2600; x += 49) canvas.fill(x, y, x + 45, y + 1);
  }
  expect(() => layOutPage(cleanPageOf(canvas.ink))).not.toThrow();
});
