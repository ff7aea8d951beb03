import { expect, test } from "vitest";
import type { EngineLine } from "../../src/ocr/engine.ts";
import { surestReading } from "../../src/ocr/surest-reading.ts";

/** A reading; `doubts` gives the confidence of single characters, by their place. */
function reading(
  text: string,
  confidence: number,
  doubts: Readonly<Record<number, number>> = {},
): EngineLine {
  const symbols = Array.from(text, (character, at) => ({
    text: character,
    confidence: character === " " ? 1 : (doubts[at] ?? confidence),
    left: at,
    right: at + 1,
  }));
  const printed = symbols.filter((symbol) => symbol.text !== " ");
  const sum = printed.reduce((total, symbol) => total + symbol.confidence, 0);
  return { text, confidence: sum / Math.max(1, printed.length), symbols };
}

const confidences = (line: EngineLine): number[] =>
  line.symbols.map(({ confidence }) => Math.round(confidence * 1000) / 1000);

test("takes the reading that is surest of itself, the earlier of two that are as sure", () => {
  expect(surestReading([reading("ถบ", 0.9), reading("กบ", 0.98), reading("คบ", 0.95)]).text).toBe("กบ");
  expect(surestReading([reading("ถบ", 0.9), reading("กบ", 0.9)]).text).toBe("ถบ");
});

test("makes what all readings agree on as sure as they are on average", () => {
  expect(confidences(surestReading([reading("กา", 0.94), reading("กา", 0.98)]))).toEqual([0.96, 0.96]);
});

test("keeps a letter doubtful that a reading has otherwise", () => {
  expect(confidences(surestReading([reading("ถบ", 0.92), reading("กบ", 0.98)]))).toEqual([0.9, 0.95]);
});

test("keeps what stands beside a lost mark doubtful", () => {
  expect(confidences(surestReading([reading("พีนที", 0.92), reading("พนที", 0.98)]))).toEqual([
    0.9, 0.9, 0.95, 0.95,
  ]);
});

test("does not believe a digit that a reading has otherwise", () => {
  const read = surestReading([reading("ปี ๒๔๖๖", 0.92), reading("ปี ๒๕๖๖", 0.99)]);
  expect(read.text).toBe("ปี ๒๕๖๖");
  expect(confidences(read)).toEqual([0.955, 0.955, 1, 0.92, 0.4, 0.92, 0.92]);
});

test("does not believe the digits beside one that only another reading has", () => {
  expect(confidences(surestReading([reading("๑๐๕", 0.92), reading("๑๕", 0.99)]))).toEqual([0.4, 0.4]);
});

test("makes no digit surer than the least sure reading of it", () => {
  expect(confidences(surestReading([reading("ก๕", 0.97, { 1: 0.6 }), reading("ก๕", 0.99)]))).toEqual([
    0.98, 0.6,
  ]);
});

test("does not take white space for a difference", () => {
  expect(confidences(surestReading([reading("ก ข", 0.94), reading("กข", 0.98)]))).toEqual([0.96, 0.96]);
});

test("gives nothing where nothing was read", () => {
  expect(surestReading([reading("", 0), reading("", 0)])).toEqual({ text: "", confidence: 0, symbols: [] });
});
