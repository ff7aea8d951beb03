import { expect, test } from "vitest";
import { repairReport } from "../../src/repair/repair-report.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { reportOf } from "./support/report-texts.ts";

const repair = (text: string) => {
  const record = repairReport(reportOf([{ result: text }]), dictionaries).records[0]!;
  return {
    text: record.result,
    suggestions: record.evidence["result"]!.repairs.filter(({ applied }) => !applied),
  };
};

test.each([
  ["one letter makes other words of it", "เรียนหรือถูภดำเนินการทางวินัย", /การดำเนินการ/u],
  ["a mark makes a word that no wording has", "ตำแหน่งจิงทำให้ขาดบุคลากร", /ตำแหน่งว่าง/u],
])("a far wording is not put in where %s", (_, read, wrong) => {
  expect(repair(read).text).not.toMatch(wrong);
});

test.each(["ค่าจ้างจากเงินเดือ/นประจำ", "ตามกฎ ร/ะเบียบ และข้อบังคับ", "การพัฒนาตนเ-องเพื่อนำไปใช้"])(
  "a letter that stands behind a stray sign is not put in once more: %s",
  (read) => {
    expect(repair(read).text).toBe(read);
  },
);

test("a short word that the engine reads for two words is only suggested", () => {
  const { text, suggestions } = repair("นายกเทศมนตรี ทีคำสั่งที่ ๑๐๒/๒๕๖๔");
  expect(text).toBe("นายกเทศมนตรี ทีคำสั่งที่ ๑๐๒/๒๕๖๔");
  expect(suggestions.map(({ from }) => from)).toEqual(["ที"]);
});

test.each([
  ["ส่งรายงานให้สานักงานส่งเสริม", "ส่งรายงานให้สำนักงานส่งเสริม"],
  ["จานวน ๓ อัตรา", "จำนวน ๓ อัตรา"],
  ["ทาให้ไม่สามารถจัดกิจกรรมได้", "ทำให้ไม่สามารถจัดกิจกรรมได้"],
  ["แสดงความยืนดีในโอกาส", "แสดงความยินดีในโอกาส"],
  ["การยืดมั่นในระบอบ", "การยึดมั่นในระบอบ"],
  ["งบประมาณในปิถัดไป", "งบประมาณในปีถัดไป"],
])("a settled wording is repaired though words cover what was read: %s", (read, printed) => {
  expect(repair(read).text).toBe(printed);
});

test.each(["ส่งขึ้นทะเบียน", "ทาสีอาคาร", "ยืดอายุ", "จานรองแก้ว", "ยืนยัน"])("%s is none of them", (text) => {
  expect(repair(text).text).toBe(text);
});
