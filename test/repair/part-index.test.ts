import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexParts } from "../../src/repair/part-index.ts";

/** Texts that repeat themselves, as lists do. */
const texts = fc
  .array(fc.constantFrom("ก", "ข", "กข", "การดำเนิน", "\n", "aaaa", "กกกก"), { maxLength: 60 })
  .map((parts) => parts.join(""));
const parts = fc.string({ unit: fc.constantFrom("ก", "ข", "a", "การดำ", "\n"), minLength: 1, maxLength: 9 });

/** Every gap, found by looking everywhere. */
function gapsOf(text: string, left: string, right: string, [shortest, longest]: [number, number]): object[] {
  const gaps: object[] = [];
  for (let at = text.indexOf(left); at >= 0; at = text.indexOf(left, at + 1)) {
    const start = at + left.length;
    for (let end = start + shortest; end <= start + longest; end++) {
      if (text.startsWith(right, end)) gaps.push({ start, end });
    }
  }
  return gaps;
}

describe("indexParts", () => {
  test("counts what taking the text apart counts", () => {
    fc.assert(
      fc.property(texts, parts, (text, part) => {
        const index = indexParts(text);
        expect(index.count(part)).toBe(text.split(part).length - 1);
        expect(index.has(part)).toBe(text.includes(part));
      }),
      { numRuns: 1000 },
    );
  });

  test("finds every gap between two parts, from the left", () => {
    const side = parts.filter((part) => part.length >= 3);
    fc.assert(
      fc.property(texts, side, side, (text, left, right) => {
        fc.pre(Math.max(left.length, right.length) >= 5);
        expect([...indexParts(text).between(left, right, 1, 4)]).toEqual(gapsOf(text, left, right, [1, 4]));
      }),
      { numRuns: 1000 },
    );
  });

  test("of what stands in very many places the count is near", () => {
    const index = indexParts("ดำเนินการแล้ว ครั้งที่ ".repeat(30_000));
    expect(index.count("ดำเนินการ") / 30_000).toBeCloseTo(1, 1);
    expect(index.has("ไม่ดำเนินการ")).toBe(false);
  });
});
