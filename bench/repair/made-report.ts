import { drawReport } from "../../maker/content/draw-report.ts";
import { type ExpectedDocument, expectReport } from "../../maker/expect-report.ts";
import { makeRandom } from "../../maker/random.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { HrPolicyRecord } from "../../src/model/extraction.ts";

export const TEXT_FIELDS = ["policyTitle", "activityName", "target", "result", "issues"] as const;

/** What a made report says, and its text as some engine reads it. */
export interface MadeReport {
  readonly truth: ExpectedDocument;
  readonly coverLines: readonly string[];
  readonly titleLines: readonly string[];
  readonly title: string;
  readonly records: readonly HrPolicyRecord[];
}

export function evidenceOf(observed: string | null): Evidence {
  return { observed, method: "ocr", confidence: 1, boxes: [], repairs: [] };
}

/**
 * A report of the fixture maker as text, without any page: its records as assembly would give them, each text through
 * `read`. Some results name persons, who are in no dictionary.
 */
export function makeTextReport(seed: string, read: (text: string) => string): MadeReport {
  const random = makeRandom(seed);
  const report = drawReport(random.fork("report"));
  const expected = expectReport(report, []);
  const persons = random.fork("persons");
  const truth = {
    ...expected,
    records: expected.records.map((record) =>
      record.result !== null && persons.chance(0.2)
        ? { ...record, result: `${record.result}\nโดยมี${drawPerson(persons)} เป็นผู้รับผิดชอบ` }
        : record,
    ),
  };
  const records = truth.records.map((record, index): HrPolicyRecord => {
    const texts = Object.fromEntries(
      TEXT_FIELDS.map((field) => [field, record[field] === null ? null : read(record[field])]),
    ) as Record<(typeof TEXT_FIELDS)[number], string | null>;
    return {
      ...record,
      ...texts,
      recordId: `made-1-1-${index + 1}`,
      pageNumbers: [1],
      confidence: 1,
      status: "clean",
      evidence: Object.fromEntries(TEXT_FIELDS.map((field) => [field, evidenceOf(texts[field])])),
      remarks: [],
    };
  });
  return {
    truth,
    coverLines: report.coverLines.map(read),
    titleLines: report.titleLines.map(read),
    title: read(expected.title),
    records,
  };
}

const SYLLABLES = ["พร", "ชัย", "ศักดิ์", "วิ", "มล", "สม", "บุญ", "ทอง", "กิต", "ติ", "ณัฐ", "ภา", "สุ", "นีย์"];
const TITLES = ["นาย", "นาง", "นางสาว", "ว่าที่ร้อยตรี "];

function drawPerson(random: ReturnType<typeof makeRandom>): string {
  const name = (): string => random.shuffle(SYLLABLES).slice(0, random.integer(2, 3)).join("");
  return `${random.pick(TITLES)}${name()} ${name()}`;
}
