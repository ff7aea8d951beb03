import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchConfidence, numberConfidence, readingConfidence } from "../../src/assemble/field-confidence.ts";

const symbols = (text: string, confidence: number) =>
  Array.from(text, (own) => ({ text: own, confidence, left: 0, right: 1 }));
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("readingConfidence", () => {
  it("is between 0 and 1, and falls with every doubtful symbol", () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 40 }), share, (confidences, another) => {
        const own = confidences.flatMap((confidence) => symbols("ก", confidence));
        const before = readingConfidence(own, true);
        expect(before).toBeGreaterThanOrEqual(0);
        expect(before).toBeLessThanOrEqual(1);
        expect(readingConfidence([...own, ...symbols("ข", another)], true)).toBeLessThanOrEqual(before);
      }),
    );
  });

  it("is low for digits that the model cannot know, and does not count spaces", () => {
    expect(readingConfidence(symbols("ปี ๓", 0.99), false)).toBeLessThanOrEqual(0.5);
    expect(readingConfidence(symbols("ปี ๓", 0.99), true)).toBeGreaterThan(0.9);
    expect(readingConfidence([...symbols("ปี", 0.99), ...symbols(" ", 0)], true)).toBeGreaterThan(0.9);
  });

  it("is zero where nothing was read", () => {
    expect(readingConfidence([], true)).toBe(0);
    expect(numberConfidence([])).toBe(0);
  });
});

it("takes the least sure symbol of a number", () => {
  expect(numberConfidence([...symbols("๑๒", 0.98), ...symbols("๓", 0.7)])).toBe(0.7);
});

it("grows with a dictionary match's score", () => {
  expect(matchConfidence(1)).toBeGreaterThan(matchConfidence(0.8));
});

it("a number of more symbols than a call can have arguments is as sure as its least sure one", () => {
  const many = Array.from({ length: 300_000 }, (_, index) => ({
    text: "๑",
    confidence: index === 7 ? 0.5 : 0.98,
    left: index,
    right: index + 1,
  }));
  expect(numberConfidence(many)).toBe(0.5);
  expect(numberConfidence([])).toBe(0);
});
