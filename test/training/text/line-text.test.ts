import { describe, expect, it } from "vitest";
import { makeRandom } from "../../../maker/random.ts";
import { ALPHABET, THAI_DIGITS, unknownCharacters } from "../../../training/text/alphabet.ts";
import { writeLineText } from "../../../training/text/line-text.ts";
import { makeTestSources } from "./test-sources.ts";

const LINES = 4000;
const sources = makeTestSources();

function writeMany(seed: string): string[] {
  const random = makeRandom(seed);
  return Array.from({ length: LINES }, () => writeLineText(sources, random).text);
}

describe("writeLineText", () => {
  const lines = writeMany("a");
  const counts = new Map<string, number>();
  for (const character of lines.join("")) counts.set(character, (counts.get(character) ?? 0) + 1);

  it("writes the same lines from the same seed, others from another", () => {
    expect(writeMany("a")).toEqual(lines);
    expect(writeMany("b")).not.toEqual(lines);
  });

  it("writes nothing that the model can't put out, no double spaces, no empty line", () => {
    for (const line of lines) {
      expect(unknownCharacters(line)).toEqual([]);
      expect(line).toMatch(/^\S(.*\S)?$/u);
      expect(line).not.toMatch(/ {2}/);
    }
  });

  it("uses every character of the alphabet", () => {
    expect(ALPHABET.filter((character) => !counts.has(character))).toEqual([]);
  });

  it("writes the five digits that the stock model lacks about as often as the others", () => {
    const digits = Array.from(THAI_DIGITS, (digit) => counts.get(digit)!);
    expect(Math.min(...digits)).toBeGreaterThan(Math.max(...digits) * 0.35);
  });

  it("sets numbers close to words in as many lines as it is asked to, and changes nothing else", () => {
    const [spaced, tight] = [makeRandom("tight"), makeRandom("tight")];
    let changed = 0;
    for (let line = 0; line < 500; line += 1) {
      const before = writeLineText(sources, spaced).text;
      const after = writeLineText(sources, tight, 1).text;
      expect(after.replaceAll(" ", "")).toBe(before.replaceAll(" ", ""));
      if (after !== before) changed += 1;
    }
    expect(changed).toBeGreaterThan(50);
    expect(changed).toBeLessThan(400);
  });

  it("begins no line with a mark that stands on nothing", () => {
    for (const line of lines) expect(line).not.toMatch(/^\p{M}/u);
  });
});
