import type { ExpectedDocument, ExpectedRecord } from "../../maker/expect-report.ts";
import { editDistance } from "../../src/evaluate/edit-distance.ts";
import { foldText } from "../../src/evaluate/fold-text.ts";
import type { HrPolicyRecord, Organization } from "../../src/model/extraction.ts";
import type { EditCosts } from "../../src/repair/edit-costs.ts";
import { findTouched } from "./find-touched.ts";
import { judgeRepairs } from "./judge-repairs.ts";

export const TEXT_FIELDS = ["policyTitle", "activityName", "target", "result", "issues"] as const;

/** What repair did to a number of reports. */
export interface RepairFigures {
  reports: number;
  offices: number;
  districts: number;
  provinces: number;
  right: number;
  wrong: number;
  suggestions: number;
  characters: number;
  errorsBefore: number;
  errorsAfter: number;
  /** Applied repairs inside numbers, dates or names of persons. */
  touched: number;
  /** Fields that were not compared: what was read there is another row's, or half a page. */
  unlike: number;
  cpuMs: number;
  examples: string[];
}

/** A text farther from the print than this share is no reading of it. */
const MOST_ERRORS = 0.3;

export function noFigures(): RepairFigures {
  return {
    reports: 0,
    offices: 0,
    districts: 0,
    provinces: 0,
    right: 0,
    wrong: 0,
    suggestions: 0,
    characters: 0,
    errorsBefore: 0,
    errorsAfter: 0,
    touched: 0,
    unlike: 0,
    cpuMs: 0,
    examples: [],
  };
}

/** Counts a report's office beside the one that made it. */
export function countOffice(
  figures: RepairFigures,
  found: Organization | null,
  { organization }: ExpectedDocument,
): void {
  const isRight = (["name", "district", "province"] as const).map(
    (key) => found?.[key] === organization[key],
  );
  figures.reports += 1;
  figures.offices += Number(isRight[0]);
  figures.districts += Number(isRight[1]);
  figures.provinces += Number(isRight[2]);
  if (isRight.includes(false)) {
    const said = ({
      name,
      district,
      province,
    }: Pick<Organization, "name" | "district" | "province">): string => [name, district, province].join(", ");
    figures.examples.push(
      `office: ${found === null ? "none" : said(found)} instead of ${said(organization)}`,
    );
  }
}

/** Counts a repaired record beside what is printed. */
export function countRecord(
  figures: RepairFigures,
  record: HrPolicyRecord,
  expected: ExpectedRecord,
  costs: EditCosts,
): void {
  for (const field of TEXT_FIELDS) {
    const evidence = record.evidence[field];
    if (evidence === undefined) continue;
    const printed = foldText(expected[field]);
    const distance = (text: string | null): number =>
      text === expected[field] ? 0 : editDistance(printed, foldText(text));
    const before = distance(evidence.observed);
    if (before > MOST_ERRORS * printed.length) {
      figures.unlike += 1;
      continue;
    }
    figures.characters += printed.length;
    figures.errorsBefore += before;
    figures.errorsAfter += distance(record[field]);
    figures.suggestions += evidence.repairs.filter(({ applied }) => !applied).length;
    const touched = findTouched(
      expected[field] ?? "",
      expected.dates.filter((date) => date.field === field),
      evidence,
      costs,
    );
    const { right, wrong, examples } = judgeRepairs(expected[field], evidence);
    figures.touched += touched.length;
    figures.right += right;
    figures.wrong += wrong;
    figures.examples.push(...touched, ...examples);
  }
}
