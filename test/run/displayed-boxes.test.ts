import { expect, test } from "vitest";
import { turnPage } from "../../src/clean/turn-page.ts";
import { toPointBox } from "../../src/model/box.ts";
import type { QuarterTurns } from "../../src/model/page.ts";
import type { ReadPage } from "../../src/model/reading.ts";
import { displayBoxes } from "../../src/run/displayed-boxes.ts";
import { inkCanvas, pageOf, toGray } from "../support/draw-ink.ts";

function readPage(
  pageNumber: number,
  quarterTurns: QuarterTurns,
  widthPt: number,
  heightPt: number,
): ReadPage {
  const rest = { kind: "text", method: "ocr", tables: [], lines: [], remarks: [] } as const;
  return { pageNumber, quarterTurns, widthPt, heightPt, ...rest };
}

test.each([1, 2, 3] as const)("a box read after %i turns is given where it is displayed", (quarterTurns) => {
  const page = pageOf(toGray(inkCanvas(1000, 600).ink));
  const displayed = toPointBox({ left: 100, top: 20, right: 180, bottom: 60 }, page.toPoints, 1);
  const turned = turnPage(page, quarterTurns);
  const upright = [
    { left: 540, top: 100, right: 580, bottom: 180 },
    { left: 820, top: 540, right: 900, bottom: 580 },
    { left: 20, top: 820, right: 60, bottom: 900 },
  ][quarterTurns - 1]!;
  const read = toPointBox(upright, turned.toPoints, 1);
  const found = displayBoxes(read, [readPage(1, quarterTurns, turned.widthPt, turned.heightPt)]);
  for (const key of ["left", "top", "width", "height"] as const) {
    expect(found[key]).toBeCloseTo(displayed[key], 1);
  }
});

test("boxes at any depth are turned, those of other pages and other values stay", () => {
  const box = { pageNumber: 1, left: 10, top: 20, width: 30, height: 5 };
  const other = { ...box, pageNumber: 2 };
  const value = { text: "๕", none: null, list: [{ box, n: 1 }, { box: other }] };
  const pages = [readPage(1, 2, 100, 200), readPage(2, 0, 100, 200)];
  expect(displayBoxes(value, pages)).toEqual({
    text: "๕",
    none: null,
    list: [{ box: { ...box, left: 60, top: 175 }, n: 1 }, { box: other }],
  });
});

test("nothing is copied where no page was turned", () => {
  const value = { box: { pageNumber: 1, left: 1, top: 1, width: 1, height: 1 } };
  expect(displayBoxes(value, [readPage(1, 0, 10, 10)])).toBe(value);
});
