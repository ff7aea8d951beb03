import { expect, test } from "vitest";
import { greatest, least } from "../../src/image/extremes.ts";

test("extremes of nothing are what the caller says", () => {
  expect([least([], 7), greatest([], 7)]).toEqual([7, 7]);
  expect([least([3, -2, 5], 0), greatest([-3, -2, -5], 0)]).toEqual([-2, -2]);
});

test("extremes of more values than a stack holds are found", () => {
  const values = Array.from({ length: 400_000 }, (_, index) => index);
  expect([least(values, -1), greatest(values, -1)]).toEqual([0, 399_999]);
});
