import { expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import { measureText } from "../../src/image/measure-text.ts";
import { BODY_PX, drawWord, inkCanvas, type InkCanvas } from "../support/draw-ink.ts";

const bodyOf = ({ ink }: InkCanvas, dpi = 300): number => measureText(findComponents(ink), dpi).bodyHeightPx;

function boxes(canvas: InkCanvas, count: number, sidePx: number): void {
  for (let at = 0; at < count; at++) {
    const left = 20 + at * (sidePx + 20);
    canvas.fill(left, 200, left + sidePx, 200 + sidePx);
    canvas.erase(left + 3, 203, left + sidePx - 3, 200 + sidePx - 3);
  }
}

test("a page without print has the body of usual print, however coarse it is", () => {
  expect(bodyOf(inkCanvas(100, 100))).toBe(23);
  expect(bodyOf(inkCanvas(3, 3), 0.4)).toBe(4);
});

test("letters an inch high are measured where there is hardly anything else", () => {
  const canvas = inkCanvas(2000, 600);
  boxes(canvas, 5, 300);
  drawWord(canvas, 20, 100, 6);
  expect(Math.abs(bodyOf(canvas) - 300)).toBeLessThanOrEqual(1);
});

test("print keeps its height beside boxes of a form, and beside less than four large letters", () => {
  const form = inkCanvas(2000, 600);
  boxes(form, 5, 300);
  for (const line of [100, 150]) drawWord(form, 20, line, 60);
  expect(Math.abs(bodyOf(form) - BODY_PX)).toBeLessThanOrEqual(1);
  const seal = inkCanvas(2000, 600);
  boxes(seal, 3, 300);
  drawWord(seal, 20, 100, 6);
  expect(Math.abs(bodyOf(seal) - BODY_PX)).toBeLessThanOrEqual(1);
});
