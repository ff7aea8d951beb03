import { expect, it } from "vitest";
import { formatUnicharset, parseUnicharset } from "../../../training/model-format/unicharset.ts";
import { ALPHABET } from "../../../training/text/alphabet.ts";

it("writes properties, script, direction and the other case as tesseract does", () => {
  const lines = formatUnicharset(["๒", "่", "A", "a", "("]).split("\n");
  expect(lines[0]).toBe("8");
  expect(lines.slice(4, 9)).toEqual([
    "๒ 8 0,255,0,255,0,0,0,0,0,0 Thai 3 0 3 ๒",
    "่ 0 0,255,0,255,0,0,0,0,0,0 Thai 4 17 4 ่",
    "A 5 0,255,0,255,0,0,0,0,0,0 Latin 6 0 5 A",
    "a 3 0,255,0,255,0,0,0,0,0,0 Latin 5 0 6 a",
    "( 10 0,255,0,255,0,0,0,0,0,0 Common 7 10 7 (",
  ]);
});

it("gives back the characters it was written from", () => {
  expect(parseUnicharset(formatUnicharset(ALPHABET))).toEqual(ALPHABET);
});
