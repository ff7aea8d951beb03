import { expect, test } from "vitest";
import { considerPhrases } from "../../src/repair/consider-phrases.ts";
import { dictionaries } from "./support/dictionaries.ts";

test("names the wordings that a string which is no word was compared with, the nearest first", () => {
  const considered = considerPhrases("จัดประชุมพนักงานส่วนตำบส ทุกเดือน", dictionaries);
  expect(considered[0]).toMatchObject({ read: "พนักงานส่วนตำบส", wording: "พนักงานส่วนตำบล" });
  expect(considered.map(({ score }) => score)).toEqual(
    considered.map(({ score }) => score).toSorted((a, b) => b - a),
  );
  expect(considerPhrases("จัดประชุมพนักงานส่วนตำบล ทุกเดือน", dictionaries)).toEqual([]);
});
