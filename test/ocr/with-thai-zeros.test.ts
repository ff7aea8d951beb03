import { expect, test } from "vitest";
import { withThaiZeros } from "../../src/ocr/with-thai-zeros.ts";

function read(text: string): string {
  const symbols = Array.from(text, (character, at) => ({
    text: character,
    confidence: 0.99,
    left: at * 10,
    right: at * 10 + 9,
  }));
  const zeros = withThaiZeros(symbols);
  for (const [at, symbol] of zeros.entries()) {
    expect(symbol.confidence).toBe(symbol.text === text[at] ? 0.99 : 0.9);
    expect(symbol.left).toBe(at * 10);
  }
  return zeros.map((symbol) => symbol.text).join("");
}

test.each([
  ["พ.ค. o๕", "พ.ค. ๐๕"],
  ["วันo๕.๓o น.", "วัน๐๕.๓๐ น."],
  ["๑,๒oo", "๑,๒๐๐"],
  ["๒Oคน", "๒๐คน"],
  ["๓ooo", "๓๐๐๐"],
])("%s is %s", (text, right) => {
  expect(read(text)).toBe(right);
});

test.each(["o", "e-Office", "๒ o", "1o", "Do's ๒๕๖๗", "๒or", "go๒"])("%s stays", (text) => {
  expect(read(text)).toBe(text);
});
