import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HrPolicyDocument, HrPolicyRecord } from "../../src/model/extraction.ts";

type ExpectedRecord = Omit<HrPolicyRecord, "recordId" | "confidence" | "status" | "evidence" | "remarks">;
/** A report as an expected file has it: values without evidence, confidence, status and remarks. */
export type ExpectedReport = Pick<HrPolicyDocument, "title" | "organization" | "fiscalYearBE"> & {
  readonly records: readonly ExpectedRecord[];
};

export function loadExpectedReport(name: "phaising-2566" | "thalo-2566"): ExpectedReport {
  const path = join(import.meta.dirname, "data", `${name}.expected.json`);
  const { documents } = JSON.parse(readFileSync(path, "utf8")) as { documents: readonly ExpectedReport[] };
  const [report] = documents;
  if (report === undefined) throw new Error(`${path} holds no document`);
  return report;
}
