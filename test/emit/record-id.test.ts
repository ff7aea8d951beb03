import { expect, test } from "vitest";
import { recordId } from "../../src/emit/record-id.ts";

const SHA256 = "0123456789abcdef".repeat(4);

test("16 digits of the hash and the three indices", () => {
  expect(recordId(SHA256, 1, 8, 12)).toBe("0123456789abcdef-1-8-12");
});

test.each([
  [SHA256.toUpperCase(), 1, 1, 1],
  [SHA256.slice(1), 1, 1, 1],
  [SHA256, 0, 1, 1],
  [SHA256, 1, 1.5, 1],
  [SHA256, 1, 1, Number.NaN],
])("%s %d %d %d is refused", (sha256, documentIndex, policyIndex, activityIndex) => {
  expect(() => recordId(sha256, documentIndex, policyIndex, activityIndex)).toThrow(RangeError);
});
