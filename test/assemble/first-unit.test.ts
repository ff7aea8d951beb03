import { expect, it } from "vitest";
import { firstUnit } from "../../src/assemble/first-unit.ts";
import { lineClusters } from "../../src/assemble/line-characters.ts";
import { buildLine } from "../support/build-page.ts";

it.each([
  ["ตำแหน่ง ผู้ดูแล", "ตำแหน่ง"],
  ["ดำเนินการสอบ", "ดำเนิน"],
  ["(ย้าย) พนักงาน", "(ย้าย)"],
  ["๒๕๖๔-๒๕๖๖ แล้ว", "๒๕๖๔-๒๕๖๖"],
  ["ม.ค.๖๖ เพื่อ", "ม.ค.๖๖"],
  ["๘๐) และ", "๘๐)"],
  ["Do's/Don'ts เพื่อ", "Do's/Don'ts"],
  ["กฎหมาย/ระเบียบ", "กฎหมาย/"],
  ["  จริง", "จริง"],
  ["", ""],
])("%s cannot be divided before the end of %s", (text, unit) => {
  const clusters = firstUnit(lineClusters(buildLine(text)));
  expect(clusters.map((cluster) => cluster.text).join("")).toBe(unit);
});

it("takes SARA AM that was read as two characters for one", () => {
  const clusters = lineClusters(buildLine("ก\u0e4d\u0e32ลัง"));
  expect(clusters.map((cluster) => cluster.text)).toEqual(["ก\u0e33", "ลั", "ง"]);
});
