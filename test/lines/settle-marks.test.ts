import { expect, test } from "vitest";
import { type Components, componentRect, findComponents } from "../../src/image/find-components.ts";
import { componentInk } from "../../src/lines/component-ink.ts";
import { settleMarks } from "../../src/lines/settle-marks.ts";
import { unionRect } from "../../src/model/box.ts";
import type { InkPiece, TextLine } from "../../src/model/line.ts";
import { BODY_PX, drawWord, inkCanvas } from "../support/draw-ink.ts";

const canvas = inkCanvas(400, 700);

/** A word of ten letters with a hook under the third one and a bar on the seventh. */
function drawLineWithMarks(left: number, baseline: number): void {
  drawWord(canvas, left, baseline, 10);
  drawHook(left + 3 * (BODY_PX * 0.8), baseline + 3);
  canvas.fill(left + 130, baseline - BODY_PX - 12, left + 133, baseline - BODY_PX - 4);
}

function drawHook(left: number, top: number): void {
  canvas.fill(left, top, left + 8, top + 3);
  canvas.fill(left + 5, top, left + 8, top + 9);
}

function piecesOf(components: Components): InkPiece[] {
  return Array.from({ length: components.count }, (_, component) => ({
    component,
    rect: componentRect(components, component),
  }));
}

/** Pieces whose middle lies in the rows. */
function lineOf(pieces: readonly InkPiece[], top: number, bottom: number, baseline: number): TextLine {
  const own = pieces.filter(({ rect }) => {
    const middle = (rect.top + rect.bottom) / 2;
    return middle >= top && middle < bottom;
  });
  return { rect: unionRect(own.map(({ rect }) => rect)), bodyTop: baseline - BODY_PX, baseline, pieces: own };
}

test("a mark goes to the line on which marks of its shape stand at its height elsewhere", () => {
  const alone = [60, 160, 260, 360];
  for (const baseline of alone) drawLineWithMarks(20, baseline);
  const pitch = BODY_PX * 2;
  drawLineWithMarks(20, 500);
  drawWord(canvas, 20, 500 + pitch, 10);
  const components = findComponents(canvas.ink);
  const pieces = piecesOf(components);
  const regions = [
    ...alone.map((baseline) => [lineOf(pieces, baseline - 50, baseline + 30, baseline)]),
    // The hook under the upper line has been taken for a mark on the lower one.
    [lineOf(pieces, 440, 502, 500), lineOf(pieces, 502, 600, 500 + pitch)],
  ];
  const hook = pieces.find(({ rect }) => rect.top === 503)!;
  expect(regions[4]![1]!.pieces).toContain(hook);
  const settled = settleMarks(regions, BODY_PX, componentInk(components));
  expect(settled[4]![0]!.pieces).toContain(hook);
  expect(settled[4]![1]!.pieces).not.toContain(hook);
  expect(settled[4]![0]!.rect.bottom).toBe(hook.rect.bottom);
  expect(settled.slice(0, 4)).toEqual(regions.slice(0, 4));
});

test("lines far from each other stay as they are", () => {
  const far = inkCanvas(300, 300);
  drawWord(far, 20, 80, 10);
  drawWord(far, 20, 220, 10);
  const components = findComponents(far.ink);
  const all = piecesOf(components);
  const regions = [[lineOf(all, 0, 150, 80), lineOf(all, 150, 300, 220)]];
  expect(settleMarks(regions, BODY_PX, componentInk(components))).toEqual(regions);
});

test("a mark behind the end of a short line goes to the next line, which has a letter under it", () => {
  const page = inkCanvas(400, 200);
  drawWord(page, 20, 60, 6);
  drawWord(page, 20, 100, 20);
  // Over the seventeenth letter of the lower line, level with the foot of the upper one.
  const left = 20 + 16 * 16 + 2;
  page.fill(left, 54, left + 9, 63);
  const components = findComponents(page.ink);
  const pieces = piecesOf(components);
  const mark = pieces.find(({ rect }) => rect.left === left && rect.top === 54)!;
  const upper = pieces.filter(({ rect }) => rect.bottom <= 63);
  const lower = pieces.filter((piece) => !upper.includes(piece));
  const line = (own: readonly InkPiece[], baseline: number): TextLine => ({
    rect: unionRect(own.map(({ rect }) => rect)),
    bodyTop: baseline - BODY_PX,
    baseline,
    pieces: own,
  });
  const [first, second] = settleMarks(
    [[line(upper, 60), line(lower, 100)]],
    BODY_PX,
    componentInk(components),
  )[0]!;
  expect(first!.pieces).not.toContain(mark);
  expect(second!.pieces).toContain(mark);
});
