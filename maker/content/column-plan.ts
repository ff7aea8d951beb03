import type { Random } from "../random.ts";
import { toThaiDigits } from "./thai-numerals.ts";

/** What a column of the report holds. `advice` joins `issues` in the record; `other` is in no field. */
export type ColumnRole =
  | "number"
  | "activity"
  | "target"
  | "result"
  | "allocated"
  | "disbursed"
  | "followed"
  | "deviated"
  | "completed"
  | "issues"
  | "advice"
  | "other";

/** A heading: a column of its own, or a group over others. */
export type HeaderNode =
  | { readonly text: string; readonly role: ColumnRole; readonly widthShare: number }
  | { readonly text: string; readonly children: readonly HeaderNode[] };

const leaf = (role: ColumnRole, text: string, widthShare: number): HeaderNode => ({ role, text, widthShare });

function drawBudget(random: Random, year: string, bylaw: string): HeaderNode[] {
  const inGroup = [
    leaf("allocated", random.pick([`${bylaw} ปี ${year}`, "ตาม แผน", "งบประมาณที่ตั้งไว้", "ตั้งไว้", bylaw]), 7.5),
    leaf("disbursed", random.pick(["เบิกจ่าย จริง", "เบิกจ่ายจริง", "ใช้ไป", "ผลการเบิกจ่าย"]), 7),
  ];
  return random.weighted<HeaderNode[]>([
    [[{ text: random.pick(["งบประมาณ (บาท)", "งบประมาณ", "งบประมาณรายจ่าย (บาท)"]), children: inGroup }], 6],
    [
      [
        leaf("allocated", random.pick(["งบประมาณที่ตั้งไว้", "งบประมาณที่ได้รับ (บาท)", "งบประมาณ (บาท)"]), 8),
        leaf("disbursed", random.pick(["งบประมาณที่ใช้ไป", "เบิกจ่ายจริง (บาท)", "ผลการเบิกจ่าย (บาท)"]), 8),
      ],
      3,
    ],
    [[leaf("allocated", random.pick(["งบประมาณ", "งบประมาณ (บาท)"]), 8)], 1],
  ]);
}

function drawMarks(random: Random): HeaderNode {
  return {
    text: random.pick(["ผลการดำเนินงาน", "ผลการดำเนินการ", "สถานะการดำเนินงาน"]),
    children: [
      leaf("followed", random.pick(["ตาม นโยบาย", "เป็นไปตามนโยบาย", "ตามนโยบาย"]), 5.2),
      leaf("deviated", random.pick(["ไม่เป็นไป ตามนโยบาย", "ไม่เป็นไปตามนโยบาย", "ไม่ตามนโยบาย"]), 5.8),
      leaf("completed", random.pick(["แล้ว เสร็จ", "แล้วเสร็จ", "ดำเนินการแล้วเสร็จ"]), 5),
    ],
  };
}

function drawIssues(random: Random): HeaderNode[] {
  return random.weighted<HeaderNode[]>([
    [[leaf("issues", "-ความเสี่ยงปัญหา/อุปสรรค\n-แนวทางแก้ไข", 14)], 3],
    [[leaf("issues", random.pick(["ปัญหา/อุปสรรค", "ปัญหาและอุปสรรค", "ปัญหา อุปสรรค และแนวทางแก้ไข"]), 13)], 3],
    [[leaf("issues", "ปัญหา/อุปสรรค/ข้อเสนอแนะ", 14)], 2],
    [[leaf("issues", "ปัญหา/อุปสรรค", 10), leaf("advice", "ข้อเสนอแนะ", 10)], 1],
  ]);
}

/** Headings of the report's columns, from left to right, in one of the wordings in use. */
export function drawColumnPlan(
  random: Random,
  options: { fiscalYearBE: number; digits: "thai" | "arabic"; bylaw: string; hasMarks: boolean },
): HeaderNode[] {
  const year =
    options.digits === "thai" ? toThaiDigits(String(options.fiscalYearBE)) : String(options.fiscalYearBE);
  const resultText = random.pick(["ผลการดำเนินงาน", "ผลการดำเนินการ", "ผลการดำเนินงาน/กิจกรรมที่ดำเนินการ"]);
  const budget = drawBudget(random, year, options.bylaw);
  const marks = options.hasMarks ? [drawMarks(random)] : [];
  const target = leaf(
    "target",
    random.pick([`เป้าหมาย ปี ${year}`, "เป้าหมาย", "เป้าหมาย/ตัวชี้วัด", "ตัวชี้วัด", `เป้าหมายปี ${year}`]),
    15,
  );
  const result = leaf("result", resultText, options.hasMarks ? 24 : 30);
  const isThreeLevel = random.chance(0.1);
  const middle: HeaderNode[] = isThreeLevel
    ? [
        target,
        result,
        {
          text: `การดำเนินงาน${random.pick(["", "ตามนโยบาย"])} ปีงบประมาณ พ.ศ. ${year}`,
          children: [...budget, ...marks],
        },
      ]
    : [target, result, ...budget, ...marks];
  return [
    leaf("number", random.pick(["ลำดับที่", "ที่", "ลำดับ", "ลำดับที่"]), 4.2),
    leaf("activity", random.pick(["กิจกรรม", "รายการ", "โครงการ/กิจกรรม", "กิจกรรม/โครงการ"]), 14.5),
    ...middle,
    ...drawIssues(random),
    ...(random.chance(0.08) ? [leaf("other", random.pick(["ผู้รับผิดชอบ", "หน่วยงานที่รับผิดชอบ"]), 8)] : []),
  ];
}
