import { describe, expect, it } from "vitest";
import { explainOffice, explainRecord, listRepairs } from "../../src/cli/explain-extraction.ts";
import { explainRule } from "../../src/cli/explain-rule.ts";
import { showChange } from "../../src/cli/show-change.ts";
import type { Evidence, Repair } from "../../src/model/evidence.ts";
import type { HrPolicyDocument, HrPolicyRecord } from "../../src/model/extraction.ts";
import { remark } from "../../src/model/remark.ts";

function repair(from: string, to: string, start: number, applied = true): Repair {
  return { from, to, start, rule: "dictionary:settled-phrases", score: 0.95, applied };
}

function evidence(observed: string | null, repairs: readonly Repair[] = []): Evidence {
  const boxes = [{ pageNumber: 2, left: 10.2, top: 20, width: 100, height: 12 }];
  return { observed, method: "ocr", confidence: 0.9, boxes, repairs };
}

const record: HrPolicyRecord = {
  recordId: "0123456789abcdef-1-2-1",
  policyNumber: 2,
  policyTitle: "นโยบายการสรรหา",
  activityNumber: 1,
  activityName: null,
  target: null,
  result: "แผนอัตรากำลัง ๓ ปี\nน่าอยู่",
  issues: null,
  budgetAllocatedBaht: null,
  budgetDisbursedBaht: null,
  followedPolicy: false,
  deviatedFromPolicy: null,
  completed: true,
  dates: [],
  pageNumbers: [2],
  confidence: 0.9,
  status: "review",
  evidence: {
    policyTitle: evidence("นโยบายการสรรหา"),
    result: evidence("แผนอัตรากำลึง ๓ ปี\nนำอยู่", [
      repair("ลึ", "ลั", 10),
      repair("นำ", "น่า", 19),
      repair("๓", "๕", 14, false),
    ]),
    followedPolicy: evidence(null),
  },
  remarks: [
    remark("word-doubled", "warning", "Twice.", { field: "result" }),
    remark("page-missing", "warning", "Gap."),
  ],
};

describe("explainRecord", () => {
  it("shows value, reading, every change in its surroundings with rule and score, place and remarks", () => {
    const text = explainRecord(record, "result", () => [{ text: "แผนอื่น", score: 0.5 }]).join("\n");
    expect(text).toContain("Record 0123456789abcdef-1-2-1: policy 2, activity 1, page 2, review");
    expect(text).toContain("result (confidence 90 %, by ocr, page 2 at 10,20 (100 × 12 pt))");
    expect(text).toContain("as read     แผนอัตรากำลึง ๓ ปี\n              นำอยู่");
    expect(text).toContain("repaired    แผนอัตรากำ[ลึ → ลั]ง ๓ ปี ¶ นำอยู่");
    expect(text).toContain("repaired    แผนอัตรากำลัง ๓ ปี ¶ [นำ → น่า]อยู่");
    expect(text).toContain("suggested   แผนอัตรากำลัง [๓ → ๕] ปี ¶ น่าอยู่");
    expect(text).toContain(
      `dictionary:settled-phrases, 95 % sure: ${explainRule("dictionary:settled-phrases")}`,
    );
    expect(text).toContain("considered  50 % แผนอื่น");
    expect(text).toContain("warning     Twice. [word-doubled]");
    expect(text).not.toContain("policyTitle");
    expect(text).not.toContain("Gap.");
  });

  it("shows all fields and what concerns the record as a whole", () => {
    const text = explainRecord(record, null, () => []).join("\n");
    expect(text).toContain("policyTitle");
    expect(text).toContain("Gap. [page-missing]");
  });
});

describe("explainOffice and listRepairs", () => {
  const document = {
    pageNumbers: [1, 2],
    reportKind: "hr-policy-report",
    title: null,
    organization: { name: "ก", district: "ข", districtCode: "6003" },
    fiscalYearBE: null,
    evidence: {
      "organization.name": { ...evidence("ก"), boxes: [], transcriptLines: [{ first: 3, last: 4 }] },
      "organization.district": evidence(null),
    },
    records: [record, { ...record, recordId: "0123456789abcdef-1-2-2", evidence: {}, remarks: [] }],
    tables: [],
    remarks: [],
  } as unknown as HrPolicyDocument;

  it("say where a name stands in a transcript, and what only follows", () => {
    const text = explainOffice(document, null, () => []).join("\n");
    expect(text).toContain("organization.name (confidence 90 %, by ocr, line 3-4 of the transcript)");
    expect(text).toContain("as read     nothing: it follows from the other evidence");
    expect(explainOffice(document, "district", () => []).join("\n")).not.toContain("organization.name");
  });

  it("count what happened in each record", () => {
    expect(listRepairs(document)).toEqual([
      "  1-2-1     review  2 repairs, 1 suggestion, 2 remarks",
      "  1 of 2 records stand as they were read, without remarks",
    ]);
  });
});

describe("showChange", () => {
  it("keeps marks on their consonants, and lone ones on a circle", () => {
    expect(showChange("ไฟสิงห์", repair("ฟ", "ผ", 1))).toBe("ไ[ฟ → ผ]สิงห์");
    expect(showChange("นาอยู", repair("", "่", 5))).toBe("นาอยู[nothing → ◌่]");
    const long = "กำ".repeat(20);
    expect(showChange(`${long}ก${long}`, repair("ก", "ข", 40))).toBe(
      `…${"กำ".repeat(14)}[ก → ข]${"กำ".repeat(14)}…`,
    );
    expect(showChange("องค์การ บริหาร", repair(" ", "", 7))).toBe("องค์การ[space → nothing]บริหาร");
  });
});
