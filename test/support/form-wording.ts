import type { FormWording } from "../../src/form/form-wording.ts";
import type { ColumnRole } from "../../src/model/form.ts";

const ROLE_OF_HEADING: Readonly<Record<string, ColumnRole>> = {
  ลำดับที่: "sequence",
  กิจกรรม: "activity",
  เป้าหมาย: "target",
  ผลการดำเนินงาน: "result",
  ข้อบัญญัติ: "budgetAllocated",
  ตามแผน: "budgetAllocated",
  เบิกจ่ายจริง: "budgetDisbursed",
  ตามนโยบาย: "followedPolicy",
  ไม่เป็นไปตามนโยบาย: "deviatedFromPolicy",
  แล้วเสร็จ: "completed",
  "ปัญหา/อุปสรรค": "issues",
};
const KNOWN_TITLES: readonly string[] = ["นโยบายการวางแผนกำลังคน", "นโยบายการพัฒนาบุคลากร"];

/** Wording that knows its few words to the letter, so that tests of the form see geometry and order at work. */
export const PLAIN_WORDING: FormWording = {
  recognizeColumns: (paths) =>
    paths.map((path) => ROLE_OF_HEADING[path.at(-1)?.replaceAll(" ", "") ?? ""] ?? null),
  mayHaveRole: (path, role) => PLAIN_WORDING.recognizeColumns([path])[0] === role,
  isForeignHeading: (path) => path.at(-1) === "ผู้รับผิดชอบ",
  splitHeading(text) {
    const isContinuation = text.endsWith("(ต่อ)");
    const bare = text.replace(/\s*\(ต่อ\)$/u, "");
    const numberText = /^\S+\./u.exec(bare)?.[0] ?? null;
    return { numberText, title: bare.slice(numberText?.length ?? 0).trim(), isContinuation };
  },
  matchHeading(text) {
    const title = KNOWN_TITLES.find((known) => text.includes(known));
    return title === undefined ? null : { title, id: title, score: 1 };
  },
  similarity: (a, b) => (a === b ? 1 : 0),
};
