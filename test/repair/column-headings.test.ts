import { describe, expect, test } from "vitest";
import { assignColumnRoles } from "../../src/repair/assign-column-roles.ts";
import { matchColumnHeading, mayHaveRole } from "../../src/repair/match-column-heading.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { addOcrNoise, seededRandom } from "./support/ocr-noise.ts";

const { columnHeadings } = dictionaries;
const BUDGET = "งบประมาณ (บาท)";
const RESULT = "ผลการดำเนินงาน";
const ROLES = [
  "sequence",
  "activity",
  "target",
  "result",
  "budgetAllocated",
  "budgetDisbursed",
  "followedPolicy",
  "deviatedFromPolicy",
  "completed",
  "issues",
] as const;
const FORM = [
  ["ลำดั\nบที่"],
  ["กิจกรรม"],
  ["เป้าหมาย ปี ๒๕๖๖"],
  [RESULT],
  [BUDGET, "ข้อบัญญัติ ปี ๒๕๖๖"],
  [BUDGET, "เบิกจ่าย จริง"],
  [RESULT, "ตาม นโยบ\nาย"],
  [RESULT, "ไม่เป็นไป ตามนโยบาย"],
  [RESULT, "แล้ว เสร็จ"],
  ["-ความเสี่ยงปัญหา/อุปสรรค -แนวทางแก้ไข"],
];

describe("one column", () => {
  const roleOf = (...path: string[]): string | null => matchColumnHeading(path, columnHeadings)?.role ?? null;

  test("is told by its heading and by the one above it", () => {
    expect(FORM.map((path) => roleOf(...path))).toEqual(ROLES);
  });

  test("is told by its heading where only a piece of the one above it was read", () => {
    expect(roleOf("งาน", "แล้ว เสร็จ")).toBe("completed");
  });

  test.each([
    [["ที่"], "sequence"],
    [["โครงการ/กิจกรรม"], "activity"],
    [["รายการ"], "activity"],
    [["ตัวชี้วัด"], "target"],
    [["เป้าหมาย ปี ๒๕๒๒๐"], "target"],
    [["เป้าหมายปี 25bb"], "target"],
    [["ผลการดำเนินการ"], "result"],
    [[RESULT, ""], "result"],
    [[RESULT, RESULT], "result"],
    [[BUDGET, "ตาม แผน"], "budgetAllocated"],
    [[RESULT, "ตาม แผน"], "followedPolicy"],
    [["งบประมาณที่ตั้งไว้"], "budgetAllocated"],
    [["งบประมาณ", "ที่ตั้งไว้"], "budgetAllocated"],
    [["งบประมาณที่ใช้ไป"], "budgetDisbursed"],
    [["ปัญหา/อุปสรรค"], "issues"],
    [["หมายเหตุ"], "issues"],
    [["ผู้รับผิดชอบ"], null],
    [[RESULT, "ไม่แล้วเสร็จ"], null],
    [["ที่อยู่ผู้มีสิทธิ"], null],
    [["๒๕๖๖"], null],
    [[], null],
  ] as const)("%j is %s", (path, role) => {
    expect(roleOf(...path)).toBe(role);
  });
});

describe("all columns of a table", () => {
  test("as the stock model reads them", () => {
    const read = [
      ["ลําดั ฟุ ซี่ บที่ช้ย"],
      ["กิจกรรม"],
      ["เป้าหมาย ปี ๒๕๒๒"],
      ["ผลการดําเนินงาน"],
      ["งบประมา   าท", "«๑เร8 ร ัญญัติปี ๒๕๒๒"],
      ["งบประมา   าท", "เบิกจ่าย จริง"],
      ["ผลการดําเนินงา         ง", "นโยบ าย"],
      ["ผลการดําเนินงา         ง", "ไม่เป็น ไป ตาม นโยบาย"],
      ["ผลการดําเนินงา         ง", "แล้ว เสร็จ"],
      ["-ความเสียงปัญหา/ อุปสรรค, -แนวทางแก้ไข"],
    ];
    expect(assignColumnRoles(read, columnHeadings)).toEqual(ROLES);
  });

  test("by the heading over them and their order, where their own could not be read", () => {
    const unread = FORM.map((path) => (path.length === 2 ? [path[0]!, "«"] : path));
    expect(assignColumnRoles(unread, columnHeadings)).toEqual(ROLES);
  });

  test("gives a role once, to the column with the better claim", () => {
    expect(
      assignColumnRoles(
        [["ที่"], ["กิจกรรม"], ["ผลการดำเนินการ"], ["ปัญหา/อุปสรรค"], ["ข้อเสนอแนะ"], ["ผู้รับผิดชอบ"]],
        columnHeadings,
      ),
    ).toEqual(["sequence", "activity", "result", "issues", null, null]);
  });

  test("of another table have no roles", () => {
    expect(assignColumnRoles([["ชื่อ-สกุล"], ["เลขประจำตัว"], ["วงเงิน"]], columnHeadings)).toEqual([
      null,
      null,
      null,
    ]);
    expect(assignColumnRoles([], columnHeadings)).toEqual([]);
  });

  test("come out right in 29 of 30 tables with 15 % wrong letters", () => {
    const random = seededRandom(5);
    const tables = Array.from({ length: 30 }, () =>
      FORM.map((path) => path.map((text) => addOcrNoise(text, 0.15, random))),
    );
    const right = tables.filter((paths) =>
      assignColumnRoles(paths, columnHeadings).every((role, column) => role === ROLES[column]),
    );
    expect(right.length).toBeGreaterThanOrEqual(29);
  });
});

test("what a column may never be called for, no table gives it", () => {
  const wordings = dictionaries.columnHeadings.roles.map(({ meaning }) => meaning);
  const texts = ["กิจกรรม", "เป้าหมาย", "ผลการดำเนินการ", "งบประมาณ", "งบประมาณ (บาท)", "จัดสรร", "ตามนโยบาย"];
  const random = seededRandom(11);
  const pick = (): string => addOcrNoise(texts[Math.floor(random() * texts.length)]!, 0.15, random);
  let given = 0;
  for (let round = 0; round < 60; round++) {
    const paths = Array.from({ length: 5 }, () => (random() < 0.4 ? [pick(), pick()] : [pick()]));
    if (random() < 0.5) paths[1] = paths[0]!.slice(0, 1);
    assignColumnRoles(paths, dictionaries.columnHeadings).forEach((role, index) => {
      if (role === null) return;
      given++;
      expect(wordings).toContain(role);
      expect(mayHaveRole(paths[index]!, role, dictionaries.columnHeadings)).toBe(true);
    });
  }
  expect(given).toBeGreaterThan(50);
});

test("a megabyte is no heading, and is told so at once", () => {
  expect(matchColumnHeading(["กิจกรรม ".repeat(150_000)], dictionaries.columnHeadings)).toBeNull();
});
