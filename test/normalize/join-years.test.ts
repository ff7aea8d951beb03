import { expect, test } from "vitest";
import { joinYears } from "../../src/normalize/join-years.ts";

test("a year whose digits the print has spread is one again", () => {
  expect(joinYears("เมื่อวันที่ ๓๑ ต.ค. ๒๕ ๖๓ คัดเลือก")).toBe("เมื่อวันที่ ๓๑ ต.ค. ๒๕๖๓ คัดเลือก");
  expect(joinYears("ปีงบประมาณ พ.ศ. ๒ ๕๖ ๖")).toBe("ปีงบประมาณ พ.ศ. ๒๕๖๖");
  expect(joinYears("๑ มกราคม 25 66 - ๕ มกราคม ๒๕๖ ๖")).toBe("๑ มกราคม 2566 - ๕ มกราคม ๒๕๖๖");
});

test("other numbers side by side stay apart", () => {
  for (const text of [
    "จำนวน ๒๕ ๖๐ คน",
    "ประมาณ ๒๕ ๖๐ คน",
    "ต.ค. ๒๕๖๓ ๑๐ คน",
    "พ.ศ. ๒๕ ๖๐๐",
    "ปี ๒๕ ๖๐.๕๐",
    "ต.ค. ๖๓ ๒๕ คน",
    "พ.ศ. ๒๕\n๖๓",
    "ต.ค. ๒๕๖๓",
  ])
    expect(joinYears(text)).toBe(text);
});
