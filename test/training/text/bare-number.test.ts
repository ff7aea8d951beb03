import { expect, test } from "vitest";
import { makeRandom } from "../../../maker/random.ts";
import { isNumberLine } from "../../../src/ocr/second-look.ts";
import { NUMBER_ALPHABET } from "../../../training/text/alphabet.ts";
import { isBareNumber, writeBareNumber } from "../../../training/text/bare-number.ts";

test("what the net for numbers learns is what the pipeline shows it", () => {
  const random = makeRandom("bare-number");
  const texts = Array.from({ length: 2000 }, () => writeBareNumber(random).text);
  expect(texts.filter((text) => !isNumberLine(text))).toEqual([]);
  expect(texts.filter((text) => !isBareNumber(text))).toEqual([]);
  const written = new Set(texts.join(""));
  expect(NUMBER_ALPHABET.filter((character) => !written.has(character))).toEqual([]);
});

test("no digit leads another, in either script", () => {
  const random = makeRandom("digits");
  const digits = Array.from({ length: 4000 }, () => writeBareNumber(random).text)
    .join("")
    .replaceAll(/[^๑-๙]/gu, "");
  for (const digit of "๓๔๖๗๘๙") {
    const share = digits.split(digit).length / digits.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.13);
  }
});
