import { describe, expect, test } from "vitest";
import { findComponents, findInkRuns } from "../../src/image/find-components.ts";
import { measureText } from "../../src/image/measure-text.ts";
import { drawWord, inkCanvas, inkFrom } from "../support/draw-ink.ts";

describe("components", () => {
  test("touch by corners, and count their ink", () => {
    const components = findComponents(inkFrom("#....", ".#..#", "....#"));
    expect(components.count).toBe(2);
    expect([...components.area]).toEqual([2, 2]);
    expect([components.left[1], components.top[1], components.right[1], components.bottom[1]]).toEqual([
      4, 1, 5, 3,
    ]);
  });

  test("join late: a U is one component from its first row", () => {
    const components = findComponents(inkFrom("#...#", "#...#", "#####"));
    expect(components.count).toBe(1);
    expect(components.runOffset[1]).toBe(5);
  });

  test("end at the border of a row, not in the next one", () => {
    const runs = findInkRuns(inkFrom("...##", "##..."));
    expect(runs.count).toBe(2);
    expect([...runs.end]).toEqual([5, 2]);
  });

  test("list their runs from top to bottom", () => {
    const { runs, runOffset, runOrder } = findComponents(inkFrom("#.#", "#.#", "#.."));
    const rows = [...runOrder.subarray(runOffset[0], runOffset[1])].map((run) => runs.row[run]);
    expect(rows).toEqual([0, 1, 2]);
  });
});

test("the body height is that of the consonants, however many marks they carry", () => {
  const canvas = inkCanvas(600, 300);
  for (let line = 0; line < 4; line++) {
    drawWord(canvas, 10, 60 + line * 60, 30);
    for (let mark = 0; mark < 60; mark++)
      canvas.fill(10 + mark * 8, 30 + line * 60, 14 + mark * 8, 34 + line * 60);
  }
  expect(Math.abs(measureText(findComponents(canvas.ink), 300).bodyHeightPx - 20)).toBeLessThanOrEqual(1);
});
