import { expect, test } from "vitest";
import { greatest, least } from "../../src/model/extremes.ts";
import { unionBox } from "../../src/model/union-box.ts";

test("the extremes of nothing are what the caller says, and finite", () => {
  expect([least([], 7), greatest([], 0)]).toEqual([7, 0]);
  expect([least([3, 1, 2], 0), greatest([-3, -1, -2], 0)]).toEqual([1, -1]);
});

test("so many numbers as no call can have arguments", () => {
  const many = Array.from({ length: 300_000 }, (_, index) => index);
  expect([least(many, -1), greatest(many, -1)]).toEqual([0, 299_999]);
  const box = { pageNumber: 1, top: 0, width: 1, height: 2 };
  expect(unionBox(many.map((left) => ({ ...box, left })))).toEqual({ ...box, left: 0, width: 300_000 });
});

test("extremes of nothing are what the caller says", () => {
  expect([least([], 7), greatest([], 7)]).toEqual([7, 7]);
  expect([least([3, -2, 5], 0), greatest([-3, -2, -5], 0)]).toEqual([-2, -2]);
});

test("extremes of more values than a stack holds are found", () => {
  const values = Array.from({ length: 400_000 }, (_, index) => index);
  expect([least(values, -1), greatest(values, -1)]).toEqual([0, 399_999]);
});
