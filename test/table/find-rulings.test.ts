import { describe, expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import type { Ruling } from "../../src/model/table.ts";
import { eraseRulings } from "../../src/table/erase-rulings.ts";
import { extendToCrossings } from "../../src/table/extend-to-crossings.ts";
import { findFaintRulings } from "../../src/table/find-faint-rulings.ts";
import { findRulings } from "../../src/table/find-rulings.ts";
import { BODY_PX, drawWord, inkCanvas, type InkCanvas, toGray } from "../support/draw-ink.ts";

function rulesOf(canvas: InkCanvas): Ruling[] {
  return findRulings(canvas.ink, findComponents(canvas.ink).runs, BODY_PX);
}

describe("rules", () => {
  test("are found both ways, with place and thickness", () => {
    const canvas = inkCanvas(400, 300);
    canvas.fill(20, 100, 380, 103);
    canvas.fill(200, 20, 204, 280);
    const rules = rulesOf(canvas);
    expect(rules.map((rule) => [rule.orientation, rule.position, rule.start, rule.end])).toEqual([
      ["horizontal", 101.5, 20, 380],
      ["vertical", 202, 20, 280],
    ]);
    expect(rules[0]!.thicknessPx).toBeCloseTo(3, 1);
  });

  test("that are broken are one, and know where they are drawn", () => {
    const canvas = inkCanvas(600, 60);
    canvas.fill(20, 30, 580, 33);
    canvas.erase(200, 30, 204, 33);
    canvas.erase(400, 30, 430, 33);
    const rules = rulesOf(canvas);
    expect(rules).toHaveLength(1);
    expect(rules[0]!.spans).toEqual([
      { start: 20, end: 400 },
      { start: 430, end: 580 },
    ]);
  });

  test("that climb a pixel at a time are one, with their slope", () => {
    const canvas = inkCanvas(900, 60);
    for (let step = 0; step < 8; step++) canvas.fill(20 + step * 100, 20 + step, 120 + step * 100, 23 + step);
    const rules = rulesOf(canvas);
    expect(rules).toHaveLength(1);
    expect(rules[0]!.slope).toBeCloseTo(0.01, 2);
    expect(rules[0]!.end - rules[0]!.start).toBe(800);
  });

  test("that are doubled stay two", () => {
    const canvas = inkCanvas(400, 60);
    canvas.fill(20, 20, 380, 23);
    canvas.fill(20, 28, 380, 31);
    expect(rulesOf(canvas)).toHaveLength(2);
  });

  test("are no rows of print", () => {
    const canvas = inkCanvas(900, 200);
    for (let line = 0; line < 3; line++) drawWord(canvas, 10, 50 + line * 45, 50);
    expect(rulesOf(canvas)).toEqual([]);
  });

  test("reach the crossing rule with their last short piece", () => {
    const canvas = inkCanvas(300, 300);
    canvas.fill(20, 250, 280, 253);
    canvas.fill(100, 20, 103, 206);
    canvas.fill(100, 210, 103, 250);
    canvas.erase(100, 232, 103, 238);
    const before = rulesOf(canvas).find((rule) => rule.orientation === "vertical")!;
    expect(before.end).toBeLessThan(240);
    const after = extendToCrossings(rulesOf(canvas), canvas.ink, BODY_PX);
    expect(after.find((rule) => rule.orientation === "vertical")!.end).toBeGreaterThanOrEqual(250);
  });

  test("too light for the ink are found in the grey, dotted ones too, and print is not", () => {
    const canvas = inkCanvas(900, 500);
    for (const y of [50, 250, 450]) canvas.fill(50, y, 853, y + 3);
    for (const x of [50, 450, 850]) for (let y = 50; y < 450; y += 8) canvas.fill(x, y, x + 3, y + 4);
    const gray = toGray(canvas.ink, 175);
    const words = inkCanvas(900, 500);
    for (let line = 0; line < 3; line++) drawWord(words, 70, 100 + line * 50, 20);
    words.ink.data.forEach((pixel, at) => {
      if (pixel === 1) gray.data[at] = 20;
    });
    const rules = findFaintRulings(gray, BODY_PX);
    const places = (orientation: Ruling["orientation"]): number[] =>
      rules.filter((rule) => rule.orientation === orientation).map((rule) => Math.round(rule.position));
    expect(places("horizontal").map((y) => Math.round(y / 10) * 10)).toEqual([50, 250, 450]);
    expect(places("vertical").map((x) => Math.round(x / 10) * 10)).toEqual([50, 450, 850]);
  });
});

describe("erasing a rule", () => {
  test("takes all of it and leaves a stroke that crosses it", () => {
    const canvas = inkCanvas(400, 100);
    canvas.fill(20, 50, 380, 53);
    canvas.fill(200, 34, 203, 66);
    const erased = eraseRulings(canvas.ink, rulesOf(canvas), BODY_PX);
    const components = findComponents(erased);
    expect(components.count).toBe(1);
    expect([components.top[0], components.bottom[0]]).toEqual([34, 66]);
  });

  test("costs a tail that touches it no more than the rule's thickness", () => {
    const canvas = inkCanvas(400, 100);
    canvas.fill(20, 50, 380, 53);
    canvas.fill(200, 30, 203, 50);
    const erased = findComponents(eraseRulings(canvas.ink, rulesOf(canvas), BODY_PX));
    expect(erased.count).toBe(1);
    expect([erased.top[0], erased.bottom[0]]).toEqual([30, 50]);
  });
});
