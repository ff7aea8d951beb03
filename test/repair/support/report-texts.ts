import { readFileSync } from "node:fs";
import type { Evidence } from "../../../src/model/evidence.ts";
import type { HrPolicyRecord, Organization } from "../../../src/model/extraction.ts";
import type { ReportTexts } from "../../../src/repair/repair-report.ts";

/** A record's texts as read; what else a record has plays no part in repair. */
export type ReadTexts = Partial<
  Pick<HrPolicyRecord, "policyTitle" | "activityName" | "target" | "result" | "issues">
>;

export const PHAISING: Organization = {
  name: "องค์การบริหารส่วนตำบลไผ่สิงห์",
  kind: "subdistrict-administrative-organization",
  subdistrict: "ไผ่สิงห์",
  subdistrictCode: "600310",
  district: "ชุมแสง",
  districtCode: "6003",
  province: "นครสวรรค์",
  provinceCode: "60",
};

export function readEvidence(observed: string | null): Evidence {
  return { observed, method: "ocr", confidence: 0.9, boxes: [], repairs: [] };
}

/** A report with these texts in its records. */
export function reportOf(texts: readonly ReadTexts[], organization = PHAISING): ReportTexts {
  const records = texts.map((own, index): HrPolicyRecord => {
    const read = { policyTitle: null, activityName: null, target: null, result: null, issues: null, ...own };
    return {
      recordId: `test-1-1-${index + 1}`,
      policyNumber: 1,
      activityNumber: index + 1,
      ...read,
      budgetAllocatedBaht: null,
      budgetDisbursedBaht: null,
      followedPolicy: null,
      deviatedFromPolicy: null,
      completed: null,
      dates: [],
      pageNumbers: [1],
      confidence: 0.9,
      status: "clean",
      evidence: Object.fromEntries(Object.entries(read).map(([field, text]) => [field, readEvidence(text)])),
      remarks: [],
    };
  });
  return { title: null, titleEvidence: null, records, organization, remarks: [] };
}

/** The texts of the fixture's truth. */
export function phaisingTexts(): ReadTexts[] {
  const file = new URL("../../../fixtures/phaising-2566/expected.json", import.meta.url);
  const { documents } = JSON.parse(readFileSync(file, "utf8")) as {
    documents: readonly { records: readonly ReadTexts[] }[];
  };
  return documents[0]!.records.map(({ policyTitle, activityName, target, result, issues }) => ({
    policyTitle: policyTitle ?? null,
    activityName: activityName ?? null,
    target: target ?? null,
    result: result ?? null,
    issues: issues ?? null,
  }));
}
