import { expect, test } from "vitest";
import { findYearSpaces } from "../../src/repair/find-year-spaces.ts";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";
import { changesToRepairs } from "../../src/repair/text-change.ts";

const repaired = (observed: string): string =>
  applyRepairs(observed, changesToRepairs(observed, findYearSpaces(observed)));

test("a year whose digits the print has spread is one again", () => {
  expect(repaired("เมื่อวันที่ ๓๑ ต.ค. ๒๕ ๖๓ คัดเลือก")).toBe("เมื่อวันที่ ๓๑ ต.ค. ๒๕๖๓ คัดเลือก");
  expect(repaired("ปีงบประมาณ พ.ศ. ๒ ๕๖ ๖")).toBe("ปีงบประมาณ พ.ศ. ๒๕๖๖");
  expect(repaired("๑ มกราคม 25 66 - ๕ มกราคม ๒๕๖ ๖")).toBe("๑ มกราคม 2566 - ๕ มกราคม ๒๕๖๖");
});

test("other numbers side by side stay apart", () => {
  for (const text of [
    "จำนวน ๒๕ ๖๐ คน",
    "ต.ค. ๒๕๖๓ ๑๐ คน",
    "พ.ศ. ๒๕ ๖๐๐",
    "ปี ๒๕ ๖๐.๕๐",
    "ต.ค. ๖๓ ๒๕ คน",
    "พ.ศ. ๒๕\n๖๓",
    "ต.ค. ๒๕๖๓",
  ])
    expect(repaired(text)).toBe(text);
});
