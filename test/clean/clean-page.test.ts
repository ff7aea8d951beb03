import { describe, expect, test } from "vitest";
import { cleanPage } from "../../src/clean/clean-page.ts";
import { estimateSkewDegrees } from "../../src/clean/estimate-skew.ts";
import { evenLight } from "../../src/clean/even-light.ts";
import { inkThreshold } from "../../src/clean/ink-threshold.ts";
import { binarize } from "../../src/image/binarize.ts";
import { removeDirt } from "../../src/clean/remove-dirt.ts";
import { rotateGray } from "../../src/clean/rotate.ts";
import { findComponents } from "../../src/image/find-components.ts";
import { applyAffine } from "../../src/model/box.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { drawWord, inkCanvas, pageOf, toGray } from "../support/draw-ink.ts";

/** A page of print; on a wider one an angle moves the ends of lines by more pixels. */
function printedPage(widthPx = 1000): GrayImage {
  const canvas = inkCanvas(widthPx, 700);
  const letters = Math.floor((widthPx - 200) / 16);
  for (let line = 0; line < 11; line++) drawWord(canvas, 100, 100 + line * 50, letters - (line % 3) * 5);
  return toGray(canvas.ink);
}

/** The same grey image with every level changed. */
function mapLevels(image: GrayImage, level: (value: number, x: number, y: number) => number): GrayImage {
  return {
    ...image,
    data: image.data.map((value, at) => level(value, at % image.widthPx, Math.floor(at / image.widthPx))),
  };
}

describe("skew", () => {
  test.each([-4.9, -2.35, -0.5, 0, 0.12, 1.8, 4.9])("of %f° is found within 0.05°", (degrees) => {
    const turned = rotateGray(printedPage(1800), -degrees).image;
    expect(Math.abs(estimateSkewDegrees(turned, 128) - degrees)).toBeLessThanOrEqual(0.05);
  });

  test("of a page without print is none", () => {
    expect(estimateSkewDegrees(toGray(inkCanvas(500, 500).ink), 128)).toBe(0);
  });
});

describe("turning", () => {
  test("there and back leaves print where it was", () => {
    const page = printedPage();
    const there = rotateGray(page, 3);
    const back = rotateGray(there.image, -3);
    let wrong = 0;
    let ink = 0;
    for (let y = 50; y < 650; y++) {
      for (let x = 50; x < 950; x++) {
        // Both maps together lead from a place on `back` to the one on the page.
        const middle = { x: back.image.widthPx / 2 + x - 500, y: back.image.heightPx / 2 + y - 350 };
        const isInk = page.data[y * page.widthPx + x]! < 128;
        const isBack =
          back.image.data[Math.floor(middle.y) * back.image.widthPx + Math.floor(middle.x)]! < 128;
        if (isInk) ink++;
        if (isInk !== isBack) wrong++;
      }
    }
    expect(wrong / ink).toBeLessThan(0.1);
  });

  test.each([-5, -0.4, 0.31, 4.9])("by %f° reads each pixel from where it lay", (degrees) => {
    const page = mapLevels(printedPage(), (value, x, y) => Math.min(value + ((x * 7 + y * 13) % 90), 255));
    const { image, toOriginal } = rotateGray(page, degrees);
    const grey = (x: number, y: number): number => page.data[y * page.widthPx + x] ?? 255;
    let largest = 0;
    for (let y = 0; y < image.heightPx; y++) {
      for (let x = 0; x < image.widthPx; x++) {
        const at = applyAffine(toOriginal, x + 0.5, y + 0.5);
        const [left, top] = [Math.floor(at.x - 0.5), Math.floor(at.y - 0.5)];
        if (left < 1 || top < 1 || left >= page.widthPx - 2 || top >= page.heightPx - 2) continue;
        const [shareX, shareY] = [at.x - 0.5 - left, at.y - 0.5 - top];
        const upper = grey(left, top) * (1 - shareX) + grey(left + 1, top) * shareX;
        const lower = grey(left, top + 1) * (1 - shareX) + grey(left + 1, top + 1) * shareX;
        const expected = upper * (1 - shareY) + lower * shareY;
        // Paper above the level of noise is left white.
        if (expected < 239)
          largest = Math.max(largest, Math.abs(image.data[y * image.widthPx + x]! - expected));
      }
    }
    expect(largest).toBeLessThan(8);
  });

  test.each([-5, -0.31, 0.31, 5])("by %f° leaves the surroundings white", (degrees) => {
    const { image } = rotateGray(toGray(inkCanvas(3000, 500).ink), degrees);
    expect(image.data.every((level) => level === 255)).toBe(true);
  });

  test("maps its pixels to those of the original", () => {
    const canvas = inkCanvas(600, 400);
    canvas.fill(496, 96, 504, 104);
    const { image, toOriginal } = rotateGray(toGray(canvas.ink), 4);
    const dot = findComponents(binarize(image, 128));
    const found = applyAffine(
      toOriginal,
      (dot.left[0]! + dot.right[0]!) / 2,
      (dot.top[0]! + dot.bottom[0]!) / 2,
    );
    expect(Math.hypot(found.x - 500, found.y - 100)).toBeLessThan(1);
  });
});

describe("light", () => {
  test("on shaded paper is lifted to white, and print stays black", () => {
    const shaded = mapLevels(printedPage(), (value, x) => (value === 255 ? 255 - x * 0.09 : 40));
    const even = evenLight(shaded, 300);
    const at = (x: number, y: number): number => even.data[y * even.widthPx + x]!;
    for (const x of [20, 300, 600, 980]) expect(at(x, 30)).toBeGreaterThan(245);
    expect(at(101, 90)).toBeLessThan(80);
  });

  test("of a white page needs no work", () => {
    const page = printedPage();
    expect(evenLight(page, 300)).toBe(page);
  });
});

describe("the ink threshold", () => {
  test.each([
    [0, 255],
    [90, 250],
    [60, 200],
  ])("parts ink of %i from paper of %i", (dark, light) => {
    const page = mapLevels(printedPage(), (value) => (value === 0 ? dark : light));
    const threshold = inkThreshold(page);
    expect(threshold).toBeGreaterThan(dark);
    expect(threshold).toBeLessThanOrEqual(light);
  });

  test("of an empty page makes no ink of its paper", () => {
    const page = mapLevels(toGray(inkCanvas(200, 200).ink), (_, x) => 240 + (x % 10));
    expect(binarize(page, inkThreshold(page)).data.includes(1)).toBe(false);
  });
});

describe("dirt", () => {
  test("specks go and dots of letters stay", () => {
    const canvas = inkCanvas(100, 100);
    canvas.fill(10, 10, 12, 12);
    canvas.fill(50, 50, 54, 54);
    const components = findComponents(removeDirt(canvas.ink, 300));
    expect(components.count).toBe(1);
    expect(components.left[0]).toBe(50);
  });

  test("the scanner's black edge goes, a table frame that touches the border stays", () => {
    const canvas = inkCanvas(800, 800);
    canvas.fill(0, 0, 60, 800);
    canvas.fill(300, 400, 800, 403);
    canvas.fill(300, 600, 800, 603);
    canvas.fill(300, 400, 303, 603);
    const components = findComponents(removeDirt(canvas.ink, 300));
    expect(components.count).toBe(1);
    expect(components.left[0]).toBe(300);
  });
});

test("a cleaned page leads back to the points of the page as scanned", () => {
  const canvas = inkCanvas(1000, 700);
  for (let line = 0; line < 10; line++) drawWord(canvas, 100, 100 + line * 50, 40);
  canvas.fill(880, 620, 900, 640);
  const scan = rotateGray(toGray(canvas.ink), -2.5);
  const clean = cleanPage(pageOf(scan.image));
  expect(clean.skewDegrees).toBeCloseTo(2.5, 1);
  // The square is the lowest ink of the straightened page.
  const components = findComponents(clean.ink);
  let square = 0;
  for (let id = 0; id < components.count; id++)
    if (components.bottom[id]! > components.bottom[square]!) square = id;
  const found = applyAffine(
    clean.toPoints,
    (components.left[square]! + components.right[square]!) / 2,
    (components.top[square]! + components.bottom[square]!) / 2,
  );
  const radians = (2.5 * Math.PI) / 180;
  const [dx, dy] = [890 - 500, 630 - 350];
  const expected = {
    x: scan.image.widthPx / 2 + dx * Math.cos(radians) - dy * Math.sin(radians),
    y: scan.image.heightPx / 2 + dx * Math.sin(radians) + dy * Math.cos(radians),
  };
  const pointsPerPx = 72 / 300;
  expect(Math.hypot(found.x - expected.x * pointsPerPx, found.y - expected.y * pointsPerPx)).toBeLessThan(
    1.5 * pointsPerPx,
  );
});
