import { drawReport } from "../../maker/content/draw-report.ts";
import { type ExpectedDocument, expectReport } from "../../maker/expect-report.ts";
import { makeRandom } from "../../maker/random.ts";
import type { PointBox } from "../../src/model/box.ts";
import type { Evidence } from "../../src/model/evidence.ts";
import type { HrPolicyRecord } from "../../src/model/extraction.ts";
import type { ReadLine, ReadPage } from "../../src/model/reading.ts";
import { drawPerson } from "./draw-person.ts";
import type { TextReader } from "./engine-noise.ts";
import { TEXT_FIELDS } from "./repair-figures.ts";

/** What a made report says, and its text as some engine reads it. */
export interface MadeReport {
  readonly truth: ExpectedDocument;
  readonly coverLines: readonly string[];
  readonly titleLines: readonly string[];
  readonly title: string;
  readonly titleEvidence: Evidence;
  readonly records: readonly HrPolicyRecord[];
  /** One page with a line for each text, for how sure the engine was. */
  readonly pages: readonly ReadPage[];
}

/**
 * A report of the fixture maker as text, without any paper: its records as assembly would give them, each text through
 * `read`. Some results name persons, who are in no dictionary.
 */
export function makeTextReport(seed: string, read: TextReader): MadeReport {
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
  const lines: ReadLine[] = [];
  const evidenceOf = (printed: string | null): Evidence => {
    const shown = { method: "ocr", confidence: 1, repairs: [] } as const;
    if (printed === null) return { ...shown, observed: null, boxes: [] };
    const { text, symbols } = read(printed);
    const box: PointBox = { pageNumber: 1, left: 0, top: lines.length * 10, width: 100, height: 8 };
    lines.push({ box, text, confidence: 1, symbols });
    return { ...shown, observed: text, boxes: [box] };
  };
  const records = truth.records.map((record, index): HrPolicyRecord => {
    const evidence = Object.fromEntries(TEXT_FIELDS.map((field) => [field, evidenceOf(record[field])]));
    const texts = Object.fromEntries(TEXT_FIELDS.map((field) => [field, evidence[field]!.observed]));
    return {
      ...record,
      ...(texts as Record<(typeof TEXT_FIELDS)[number], string | null>),
      recordId: `made-1-1-${index + 1}`,
      pageNumbers: [1],
      confidence: 1,
      status: "clean",
      evidence,
      remarks: [],
    };
  });
  const titleEvidence = evidenceOf(expected.title);
  const readLine = (line: string): string => read(line).text;
  return {
    truth,
    coverLines: report.coverLines.map(readLine),
    titleLines: report.titleLines.map(readLine),
    title: titleEvidence.observed ?? "",
    titleEvidence,
    records,
    pages: [
      {
        pageNumber: 1,
        widthPt: 842,
        heightPt: 595,
        kind: "text",
        method: "ocr",
        tables: [],
        lines,
        remarks: [],
      },
    ],
  };
}
