import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveNumbers } from "../../src/assemble/resolve-numbers.ts";
import type { NumberReading } from "../../src/assemble/resolve-numbers.ts";

function read(number: number | null, confidence = 0.99): NumberReading {
  return { number, confidence, isAfterGap: false };
}

function numbers(...readings: readonly NumberReading[]): (number | null)[] {
  return resolveNumbers(readings).map(({ number }) => number);
}

describe("resolveNumbers", () => {
  it("counts from 1 where nothing was read", () => {
    expect(resolveNumbers([read(null), read(null)])).toEqual([
      { number: 1, isDerived: true },
      { number: 2, isDerived: true },
    ]);
  });

  it("leaves what was read alone", () => {
    expect(resolveNumbers([read(1), read(2), read(3)]).every(({ isDerived }) => !isDerived)).toBe(true);
  });

  it("believes a gap in the print if it was read surely, and says so", () => {
    expect(resolveNumbers([read(1), read(4), read(5)])).toEqual([
      { number: 1, isDerived: false },
      { number: 4, isDerived: false, expectedInstead: 2 },
      { number: 5, isDerived: false },
    ]);
  });

  it("believes a gap that was read with some doubt only where the next number goes on from it", () => {
    expect(numbers(read(1), read(2), read(3), read(5, 0.93))).toEqual([1, 2, 3, 4]);
    expect(numbers(read(1), read(2), read(3), read(5, 0.93), read(6))).toEqual([1, 2, 3, 5, 6]);
  });

  it("corrects a number that its neighbours contradict", () => {
    expect(numbers(read(1), read(7), read(3))).toEqual([1, 2, 3]);
    expect(numbers(read(1), read(1), read(3))).toEqual([1, 2, 3]);
  });

  it("does not believe a doubtful number against the order", () => {
    expect(numbers(read(1), read(9, 0.6), read(null))).toEqual([1, 2, 3]);
  });

  it("goes on from the number before", () => {
    expect(resolveNumbers([read(null)], 4)).toEqual([{ number: 5, isDerived: true }]);
  });

  it("derives nothing behind missing pages until a number is read again", () => {
    const afterGap = { number: null, confidence: 0, isAfterGap: true };
    expect(numbers(read(1), afterGap, read(null), read(7), read(null))).toEqual([1, null, null, 7, 8]);
  });

  it("resolves every reading of a printed series to what is printed, whichever were lost", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 12 }), (isRead) => {
        const readings = isRead.map((wasRead, index) => read(wasRead ? index + 1 : null));
        expect(numbers(...readings)).toEqual(isRead.map((_, index) => index + 1));
      }),
    );
  });
});
