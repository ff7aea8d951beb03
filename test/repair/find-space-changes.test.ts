import { expect, test } from "vitest";
import { repairReport } from "../../src/repair/repair-report.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { reportOf } from "./support/report-texts.ts";

const repaired = (text: string): string | null | undefined =>
  repairReport(reportOf([{ result: text }]), dictionaries).records[0]?.result;

test.each([
  ["จัดส่งบุค ลากรเข้าอบรม", "จัดส่งบุคลากรเข้าอบรม"],
  ["การปฏิบั ติงานของพนักงาน", "การปฏิบัติงานของพนักงาน"],
])("a space inside a word is taken out: %s", (text, right) => {
  expect(repaired(text)).toBe(right);
});

test.each([
  ["between words", "ประกาศคณะกรรม การพนักงาน สมัคร งาน"],
  ["beside a single letter", "จัดกิจกรรม ๕ ส อย่างน้อยเดือนละ ๑ ครั้ง"],
  ["in a name", "โดยมีนายบุค ลากร เป็นผู้รับผิดชอบ ณ โรงแรมบีย อนด์ สวีท"],
  ["at a line's own end", "จัดส่งบุค\nลากรเข้าอบรม"],
])("white space stays %s", (_, text) => {
  expect(repaired(text)).toBe(text);
});
