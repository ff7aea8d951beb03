import { expect, it } from "vitest";
import { listPortableFaces } from "../../../maker/fonts.ts";
import { makeRandom } from "../../../maker/random.ts";
import type { PixelRect } from "../../../src/model/box.ts";
import { drawText } from "../../../training/lines/draw-text.ts";
import { findInkBounds } from "../../../training/lines/ink-bounds.ts";
import { chooseOldNine } from "../../../training/lines/old-nine.ts";
import type { OldNine } from "../../../training/lines/old-nine.ts";
import { PLAIN_SETTING } from "../plain-setting.ts";

const FACES = listPortableFaces().filter(({ style }) => style === "regular");

function inkOf(text: string, faceAt: number, oldNine?: OldNine): PixelRect {
  const setting = {
    ...PLAIN_SETTING,
    face: FACES[faceAt % FACES.length]!,
    ...(oldNine === undefined ? {} : { oldNine }),
  };
  return findInkBounds(drawText(text, setting, makeRandom("place")).own)!;
}

it("sets the older ๙ as wide as a digit, with its tail over the others", () => {
  const random = makeRandom("nines");
  for (let at = 0; at < 40; at += 1) {
    const nine = chooseOldNine(random);
    const [round, old] = [inkOf("๐", at), inkOf("๙", at, nine)];
    const roundHeight = round.bottom - round.top;
    const oldHeight = old.bottom - old.top;
    expect(oldHeight).toBeGreaterThan(roundHeight * 1.1);
    expect(oldHeight).toBeLessThan(roundHeight * 2);
    expect(Math.abs(old.bottom - round.bottom)).toBeLessThanOrEqual(3);
    // Each further one moves the end of the line by a digit's advance.
    const step = inkOf("๙๙", at, nine).right - old.right;
    expect(step).toBeGreaterThan(roundHeight * 0.6);
    expect(step).toBeLessThan(roundHeight * 1.8);
  }
});

it("leaves all other text as the font has it", () => {
  const nine = chooseOldNine(makeRandom("any"));
  expect(inkOf("ปี ๒๕๖๘", 0, nine)).toEqual(inkOf("ปี ๒๕๖๘", 0));
  expect(inkOf("ปี ๒๕๖๙", 0, nine)).not.toEqual(inkOf("ปี ๒๕๖๙", 0));
});
