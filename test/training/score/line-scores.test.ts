import { expect, it } from "vitest";
import { scoreLines } from "../../../training/score/line-scores.ts";

it("counts character errors without spaces, and digits by themselves", () => {
  const scores = scoreLines([
    { expected: "ปี ๒๕๖๗", read: "ปี๒๕๐๗" },
    { expected: "น้ำ 12", read: "นํ้า 12" },
  ]);
  expect(scores.characterErrors).toBeCloseTo(1 / 11);
  expect(scores.exactLines).toBe(0.5);
  expect(scores.thaiDigits).toBe(0.75);
  expect(scores.arabicDigits).toBe(1);
  expect(scores.confusions).toEqual([["๖→๐", 1]]);
});

it("says nothing about digits where there are none", () => {
  expect(scoreLines([{ expected: "ก", read: "" }])).toMatchObject({ thaiDigits: null, arabicDigits: null });
});
