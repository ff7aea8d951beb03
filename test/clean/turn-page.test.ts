import { describe, expect, test } from "vitest";
import { isSideways } from "../../src/clean/is-sideways.ts";
import { turnPage } from "../../src/clean/turn-page.ts";
import { findComponents } from "../../src/image/find-components.ts";
import { toPointBox } from "../../src/model/box.ts";
import type { QuarterTurns } from "../../src/model/page.ts";
import { binarize } from "../../src/image/binarize.ts";
import { BODY_PX, drawWord, inkCanvas, pageOf, toGray } from "../support/draw-ink.ts";

function prose() {
  const canvas = inkCanvas(900, 600);
  for (let line = 0; line < 8; line++) drawWord(canvas, 60 + (line % 3) * 7, 80 + line * 60, 30 + (line % 4));
  return pageOf(toGray(canvas.ink));
}

test.each([
  [1, [540, 100, 580, 120]],
  [2, [880, 540, 900, 580]],
  [3, [20, 880, 60, 900]],
] as const)("turning by %i right angles carries print and points along", (quarterTurns, place) => {
  const canvas = inkCanvas(1000, 600);
  canvas.fill(100, 20, 120, 60);
  const page = pageOf(toGray(canvas.ink));
  const turned = turnPage(page, quarterTurns);
  const [left, top, right, bottom] = place;
  const components = findComponents(binarize(turned.gray, 128));
  expect(components.count).toBe(1);
  expect([components.left[0], components.top[0], components.right[0], components.bottom[0]]).toEqual(place);
  const isLying = quarterTurns !== 2;
  expect([turned.widthPt, turned.heightPt]).toEqual(isLying ? [144, 240] : [240, 144]);
  const box = toPointBox({ left, top, right, bottom }, turned.toPoints, 1);
  expect(box.left).toBeCloseTo(left * 0.24);
  expect(box.top).toBeCloseTo(top * 0.24);
});

test("four turns are none", () => {
  const page = prose();
  const around = turnPage(turnPage(page, 3), 1);
  expect(around.gray).toEqual(page.gray);
  expect(around.toPoints.a).toBeCloseTo(page.toPoints.a);
  expect(around.toPoints.e).toBeCloseTo(0);
  expect(around.toPoints.f).toBeCloseTo(0);
});

describe("print runs", () => {
  const seen = (quarterTurns: QuarterTurns): boolean =>
    isSideways(findComponents(binarize(turnPage(prose(), quarterTurns).gray, 128)), BODY_PX);

  test("across an upright page, and one upside down", () => {
    expect([seen(0), seen(2)]).toEqual([false, false]);
  });

  test("up and down one that lies on its side", () => {
    expect([seen(1), seen(3)]).toEqual([true, true]);
  });

  test("nobody knows how on a page of a few letters", () => {
    const canvas = inkCanvas(300, 900);
    for (let line = 0; line < 20; line++) drawWord(canvas, 100, 60 + line * 40, 1);
    expect(isSideways(findComponents(canvas.ink), BODY_PX)).toBe(false);
  });
});
