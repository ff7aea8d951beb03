import { describe, expect, test } from "vitest";
import { findComponents } from "../../src/image/find-components.ts";
import { componentInk } from "../../src/lines/component-ink.ts";
import { countHoles } from "../../src/lines/count-holes.ts";
import { drawLine } from "../../src/lines/draw-line.ts";
import { freeLines } from "../../src/lines/free-lines.ts";
import { groupIntoLines } from "../../src/lines/group-into-lines.ts";
import { judgeInk } from "../../src/lines/judge-ink.ts";
import { sortIntoCells } from "../../src/lines/sort-into-cells.ts";
import type { TextLine } from "../../src/model/line.ts";
import { BODY_PX, drawWord, inkCanvas, type InkCanvas, inkFrom, rect, toGray } from "../support/draw-ink.ts";

const UPPER = 60;
/** Lines set solid: the lower vowels of one stand as high as the tone marks of the next. */
const LOWER = 100;

function linesOf(canvas: InkCanvas): readonly TextLine[] {
  const components = findComponents(canvas.ink);
  const { outside } = sortIntoCells(components, [], [], BODY_PX);
  return groupIntoLines(outside, BODY_PX, componentInk(components));
}

/** Two lines of ten letters each. */
function twoLines(): InkCanvas {
  const canvas = inkCanvas(220, 160);
  drawWord(canvas, 20, UPPER, 10);
  drawWord(canvas, 20, LOWER, 10);
  return canvas;
}

/** Which of the lines holds a piece with this left and top edge. */
function lineWith(lines: readonly TextLine[], left: number, top: number): number {
  return lines.findIndex((line) =>
    line.pieces.some((piece) => piece.rect.left === left && piece.rect.top === top),
  );
}

describe("marks between two lines", () => {
  test("that stand on letters belong to the line below, ones that hang to the line above", () => {
    const canvas = twoLines();
    // A tone mark over the third letter of the lower line, ุ under the seventh of the upper.
    canvas.fill(58, LOWER - BODY_PX - 12, 63, LOWER - BODY_PX - 3);
    canvas.fill(122, UPPER + 3, 128, UPPER + 10);
    const lines = linesOf(canvas);
    expect(lines).toHaveLength(2);
    expect(lineWith(lines, 58, LOWER - BODY_PX - 12)).toBe(1);
    expect(lineWith(lines, 122, UPPER + 3)).toBe(0);
  });

  test("ุ under a consonant stays there above an upper vowel of the next line", () => {
    const canvas = twoLines();
    canvas.fill(58, UPPER + 2, 64, UPPER + 9);
    canvas.fill(52, LOWER - BODY_PX - 6, 64, LOWER - BODY_PX - 2);
    const lines = linesOf(canvas);
    expect(lineWith(lines, 58, UPPER + 2)).toBe(0);
    expect(lineWith(lines, 52, LOWER - BODY_PX - 6)).toBe(1);
  });

  test("a tone mark on a vowel follows the vowel, near as it comes to the line above", () => {
    const canvas = twoLines();
    canvas.fill(52, LOWER - BODY_PX - 7, 64, LOWER - BODY_PX - 2);
    canvas.fill(60, LOWER - BODY_PX - 16, 64, LOWER - BODY_PX - 9);
    const lines = linesOf(canvas);
    expect(lineWith(lines, 60, LOWER - BODY_PX - 16)).toBe(1);
  });

  test("a tone mark that touches the line above is cut off it", () => {
    const canvas = twoLines();
    canvas.fill(52, LOWER - BODY_PX - 7, 64, LOWER - BODY_PX - 2);
    canvas.fill(60, UPPER, 64, LOWER - BODY_PX - 9);
    const lines = linesOf(canvas);
    expect(lines[1]!.rect.top).toBeLessThan(LOWER - BODY_PX - 8);
    expect(lines[0]!.rect.bottom).toBeLessThan(LOWER - BODY_PX - 9);
  });
});

describe("lines", () => {
  test("that touch by a tail are two", () => {
    const canvas = twoLines();
    canvas.fill(66, UPPER - 2, 69, LOWER - BODY_PX + 2);
    const lines = linesOf(canvas);
    expect(lines).toHaveLength(2);
    const touching = lines.map((line) =>
      line.pieces.filter((piece) => piece.rect.right >= 64 && piece.rect.left <= 78),
    );
    expect(touching.every((pieces) => pieces.length > 0)).toBe(true);
  });

  test("have their consonants' height, whatever stands above and below", () => {
    const canvas = twoLines();
    canvas.fill(52, LOWER - BODY_PX - 7, 64, LOWER - BODY_PX - 2);
    const [, lower] = linesOf(canvas);
    expect([lower!.bodyTop, lower!.baseline]).toEqual([LOWER - BODY_PX, LOWER]);
  });

  test("outside of tables are parted where a wide gap is", () => {
    const canvas = inkCanvas(600, 100);
    drawWord(canvas, 20, 60, 8);
    drawWord(canvas, 400, 60, 8);
    const components = findComponents(canvas.ink);
    const { outside } = sortIntoCells(components, [], [], BODY_PX);
    expect(freeLines(outside, BODY_PX, componentInk(components)).map((line) => line.rect.left)).toEqual([
      20, 400,
    ]);
  });
});

describe("lines outside of tables in another size", () => {
  /** Letters of any height, with a tone mark over every third one. */
  function drawMarked(
    canvas: InkCanvas,
    left: number,
    baseline: number,
    letters: number,
    bodyPx: number,
  ): void {
    for (let at = 0; at < letters; at++) {
      const x = left + at * bodyPx;
      canvas.fill(x, baseline - bodyPx, x + Math.round(bodyPx * 0.7), baseline);
      if (at % 3 === 0) canvas.fill(x + 4, baseline - bodyPx * 1.5, x + 9, baseline - bodyPx * 1.2);
    }
  }

  test.each([12, 30, 40, 56])("are found at a body height of %i pixels beside one of 20", (bodyPx) => {
    const canvas = inkCanvas(900, 400);
    drawMarked(canvas, 20, 100, 12, bodyPx);
    drawMarked(canvas, 20, 220, 12, bodyPx);
    for (const baseline of [290, 330, 370]) drawWord(canvas, 20, baseline, 30);
    const components = findComponents(canvas.ink);
    const { outside } = sortIntoCells(components, [], [], BODY_PX);
    const lines = freeLines(outside, BODY_PX, componentInk(components));
    expect(lines.map((line) => [line.bodyTop, line.baseline])).toEqual([
      [100 - bodyPx, 100],
      [220 - bodyPx, 220],
      ...[290, 330, 370].map((baseline) => [baseline - BODY_PX, baseline]),
    ]);
    expect(lines.map((line) => line.pieces.length)).toEqual([16, 16, 30, 30, 30]);
  });
});

test("ink goes to the cell that holds its middle, the rest of a rule to none", () => {
  const canvas = inkCanvas(300, 100);
  drawWord(canvas, 20, 60, 3);
  drawWord(canvas, 200, 60, 3);
  canvas.fill(100, 5, 103, 95);
  const sorted = sortIntoCells(
    findComponents(canvas.ink),
    [rect(10, 10, 98, 90), rect(105, 10, 290, 90)],
    [rect(8, 8, 292, 92)],
    BODY_PX,
  );
  expect(sorted.inRegion.map((pieces) => pieces.length)).toEqual([3, 3]);
  expect(sorted.outside).toEqual([]);
});

describe("the picture of a line", () => {
  test("shows its own ink, and none of its neighbour's, though they overlap", () => {
    const canvas = twoLines();
    canvas.fill(58, LOWER - BODY_PX - 12, 63, LOWER - BODY_PX - 3);
    canvas.fill(122, UPPER + 3, 128, UPPER + 14);
    const gray = toGray(canvas.ink, 30);
    const lines = linesOf(canvas);
    const components = findComponents(canvas.ink);
    let shown = 0;
    for (const line of lines) {
      const { image } = drawLine(line, gray, canvas.ink, components, BODY_PX);
      shown += image.data.filter((level) => level < 128).length;
    }
    // Every dark pixel of the page is in one picture, once.
    expect(shown).toBe(canvas.ink.data.filter((pixel) => pixel === 1).length);
  });

  test("has room for marks that the line does not have", () => {
    const canvas = twoLines();
    const [line] = linesOf(canvas);
    const picture = drawLine(line!, toGray(canvas.ink), canvas.ink, findComponents(canvas.ink), BODY_PX);
    expect(line!.bodyTop - picture.top).toBeGreaterThanOrEqual(BODY_PX * 0.9);
  });
});

describe("dots behind the last letter", () => {
  /** A line of five letters, and dots that begin so many pixels behind it. */
  function dotsKept(...distancesPx: readonly number[]): number {
    const canvas = inkCanvas(300, 100);
    drawWord(canvas, 20, UPPER, 5);
    const [plain] = linesOf(canvas);
    for (const px of distancesPx)
      canvas.fill(plain!.rect.right + px, UPPER - 4, plain!.rect.right + px + 4, UPPER);
    const [line] = linesOf(canvas);
    return line!.pieces.length - plain!.pieces.length;
  }

  test("are a full stop near it, dirt farther off", () => {
    expect(dotsKept(Math.round(BODY_PX * 0.25))).toBe(1);
    expect(dotsKept(Math.round(BODY_PX * 0.7))).toBe(0);
    expect(dotsKept(Math.round(BODY_PX * 0.7), Math.round(BODY_PX * 1.2))).toBe(0);
  });

  test("are a dash clear of the baseline, a flat blot of dirt on it", () => {
    const kept = (bottom: number): number => {
      const canvas = inkCanvas(300, 100);
      drawWord(canvas, 20, UPPER, 5);
      const [plain] = linesOf(canvas);
      const x = plain!.rect.right + Math.round(BODY_PX * 0.7);
      canvas.fill(x, bottom - 3, x + 7, bottom);
      return linesOf(canvas)[0]!.pieces.length - plain!.pieces.length;
    };
    expect(kept(UPPER - Math.round(BODY_PX * 0.4))).toBe(1);
    expect(kept(UPPER)).toBe(0);
  });

  test("are a colon where one stands over the other", () => {
    const canvas = inkCanvas(300, 100);
    drawWord(canvas, 20, UPPER, 5);
    const [plain] = linesOf(canvas);
    const x = plain!.rect.right + Math.round(BODY_PX * 0.7);
    for (const y of [UPPER - 4, UPPER - 14]) canvas.fill(x, y, x + 4, y + 4);
    expect(linesOf(canvas)[0]!.pieces.length - plain!.pieces.length).toBe(2);
  });

  test("are leaders where there are several", () => {
    const start = Math.round(BODY_PX * 0.8);
    expect(dotsKept(start, start + 10, start + 20, start + 30)).toBe(4);
  });
});

describe("the shape of ink alone", () => {
  function judge(draw: (canvas: InkCanvas) => void): string {
    const canvas = inkCanvas(200, 100);
    draw(canvas);
    const components = findComponents(canvas.ink);
    return judgeInk(linesOf(canvas), components, BODY_PX);
  }

  test("is nothing where there is only dust", () => {
    expect(judge((canvas) => canvas.fill(50, 50, 53, 53))).toBe("empty");
  });

  test("is a dash", () => {
    expect(judge((canvas) => canvas.fill(50, 50, 60, 53))).toBe("dash");
  });

  test("is a mark for a slanting stroke", () => {
    const slash = (canvas: InkCanvas): void => {
      for (let i = 0; i < 24; i++)
        canvas.fill(60 + Math.floor(i / 2), 64 - i, 64 + Math.floor(i / 2), 65 - i);
    };
    expect(judge(slash)).toBe("mark");
  });

  test("is text for a letter with a loop, and for two strokes", () => {
    expect(judge((canvas) => drawWord(canvas, 50, 60, 1))).toBe("text");
    expect(
      judge((canvas) => {
        canvas.fill(50, 40, 54, 60);
        canvas.fill(70, 40, 74, 60);
      }),
    ).toBe("text");
  });

  test("has as many holes as it encloses", () => {
    const holesIn = (...rows: string[]): number => {
      const components = findComponents(inkFrom(...rows));
      return countHoles({ component: 0, rect: rect(0, 0, rows[0]!.length, rows.length) }, components);
    };
    expect(holesIn("####", "#..#", "####")).toBe(1);
    expect(holesIn("###", "#.#", "###", "#.#", "###")).toBe(2);
    expect(holesIn("#..#", "#..#", "####")).toBe(0);
  });
});

test("print inside a table that no cell is near to is not lost", () => {
  const canvas = inkCanvas(600, 200);
  drawWord(canvas, 20, 60, 5);
  drawWord(canvas, 400, 60, 5);
  const components = findComponents(canvas.ink);
  const { inRegion, outside } = sortIntoCells(
    components,
    [rect(0, 0, 200, 200)],
    [rect(0, 0, 600, 200)],
    BODY_PX,
  );
  expect(inRegion[0]).toHaveLength(5);
  expect(outside).toHaveLength(5);
});
