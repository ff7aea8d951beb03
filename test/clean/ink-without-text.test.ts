import { expect, test } from "vitest";
import { addScannerEdges } from "../../maker/effects/add-scanner-edges.ts";
import { addSpecks } from "../../maker/effects/add-specks.ts";
import { punchHoles } from "../../maker/effects/punch-holes.ts";
import { makeRandom } from "../../maker/random.ts";
import { cleanPage } from "../../src/clean/clean-page.ts";
import { inkWithoutText } from "../../src/clean/ink-without-text.ts";
import type { GrayImage } from "../../src/model/image.ts";
import type { Remark } from "../../src/model/remark.ts";
import { inkCanvas, type InkCanvas, pageOf, toGray } from "../support/draw-ink.ts";

/** A sheet of A5 at 300 dpi. */
const [WIDTH, HEIGHT] = [1748, 2480] as const;

function sheet(draw: (canvas: InkCanvas) => void = () => undefined): GrayImage {
  const canvas = inkCanvas(WIDTH, HEIGHT);
  draw(canvas);
  return toGray(canvas.ink);
}

const remarkOn = (gray: GrayImage): Remark | null => inkWithoutText(cleanPage(pageOf(gray)));

const dust = { perMegapixel: 150, maxRadiusPx: 7, darkShare: 1, strength: 1 };
const holes = { radiusPx: 36, marginPx: 140, gapPx: 945, side: "left", level: 0 } as const;
const edges = { depthPx: 90, sides: ["left", "top", "bottom"], level: 10 } as const;

test.each([
  ["nothing", sheet()],
  ["dust", addSpecks(sheet(), dust, makeRandom("dust"))],
  ["the holes of a punch", punchHoles(sheet(), holes, makeRandom("holes"))],
  ["edges of the scanner", addScannerEdges(sheet(), edges, makeRandom("edges"))],
  ["a crease", sheet((canvas) => canvas.fill(0, 1200, WIDTH, 1203))],
  [
    "all of these",
    addScannerEdges(
      punchHoles(addSpecks(sheet(), dust, makeRandom("d")), holes, makeRandom("h")),
      edges,
      makeRandom("e"),
    ),
  ],
])("a sheet with %s on it is empty", (_, gray) => {
  expect(remarkOn(gray)).toBeNull();
});

test("a sheet that is all black is said to be", () => {
  const black = sheet((canvas) => canvas.fill(0, 0, WIDTH, HEIGHT));
  expect(remarkOn(black)).toMatchObject({ code: "page-all-black", severity: "warning", pageNumber: 1 });
});

test("a letter of two inches is ink, with its place", () => {
  const letter = sheet((canvas) => {
    canvas.fill(600, 800, 1100, 1400);
    canvas.erase(700, 900, 1000, 1400);
  });
  expect(remarkOn(letter)).toMatchObject({
    code: "ink-without-text",
    severity: "warning",
    box: { left: 144, top: 192, width: 120, height: 144 },
  });
});

test("ink in small pieces counts where it covers the page", () => {
  const screen = sheet((canvas) => {
    for (let y = 300; y < 1500; y += 24)
      for (let x = 300; x < 1500; x += 24) canvas.fill(x, y, x + 12, y + 12);
  });
  expect(remarkOn(screen)?.code).toBe("ink-without-text");
});
