import { expect, test } from "vitest";
import { linesUnderStamps } from "../../src/lines/lines-under-stamps.ts";
import { unionRect } from "../../src/model/box.ts";
import type { InkPiece, TextLine } from "../../src/model/line.ts";

const BODY_PX = 20;
const PITCH_PX = 40;
/** Over the right of the upper lines and all of the lower ones. */
const STAMP = { centerX: 300, centerY: 200, radiusX: 120, radiusY: 120, isTold: false };

const letters = (row: number, from: number, count: number, down = 0): InkPiece[] =>
  Array.from({ length: count }, (_, i) => ({
    component: row * 1000 + from + i * 20 + down,
    rect: {
      left: from + i * 20,
      top: row * PITCH_PX + down,
      right: from + i * 20 + 15,
      bottom: row * PITCH_PX + down + BODY_PX,
    },
  }));

/** Pieces with one upper edge are a line. */
function group(pieces: readonly InkPiece[]): TextLine[] {
  const rows = Map.groupBy(pieces, ({ rect }) => rect.top);
  return [...rows.values()]
    .map((members) => members.toSorted((a, b) => a.rect.left - b.rect.left))
    .map((members) => {
      const rect = unionRect(members.map((piece) => piece.rect));
      return { rect, bodyTop: rect.top, baseline: rect.bottom, pieces: members };
    })
    .toSorted((a, b) => a.bodyTop - b.bodyTop);
}

const places = (lines: readonly TextLine[]): string[] =>
  lines.map(({ rect }) => `${rect.top}: ${rect.left} to ${rect.right}`);

test("a line that runs under a stamp goes on there, and what lies between lines is the stamp's", () => {
  const text = [...letters(4, 100, 10), ...letters(6, 100, 10)];
  const lettering = letters(4, 280, 4, 30);
  expect(places(linesUnderStamps([...text, ...lettering], [STAMP], BODY_PX, group))).toEqual([
    "160: 100 to 295",
    "240: 100 to 295",
  ]);
});

test("a line wholly under a stamp is text where it begins as others and keeps their distance", () => {
  const text = [...letters(0, 230, 5), ...letters(1, 230, 5)];
  const kept = letters(4, 230, 4);
  const elsewhere = letters(6, 260, 2);
  expect(places(linesUnderStamps([...text, ...kept, ...elsewhere], [STAMP], BODY_PX, group))).toEqual([
    "0: 230 to 325",
    "40: 230 to 325",
    "160: 230 to 305",
  ]);
});

test("nothing is text where no line stands outside of the stamp", () => {
  expect(linesUnderStamps(letters(5, 260, 4), [STAMP], BODY_PX, group)).toEqual([]);
});

test("bits of a ring where rules cross it are no line, though the stamp was told from the print", () => {
  const told = { ...STAMP, isTold: true };
  const bit = { component: 1, rect: { left: 182, top: 190, right: 187, bottom: 215 } };
  expect(linesUnderStamps([bit], [told], BODY_PX, group)).toEqual([]);
  expect(linesUnderStamps(letters(5, 260, 2), [told], BODY_PX, group)).toHaveLength(1);
});
