import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import type { ExtractionDocument, HrPolicyRecord } from "../../src/model/extraction.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { undoRepairs } from "../../src/repair/undo-repairs.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";

let document: ExtractionDocument;
let asRead: ExtractionDocument;
beforeAll(() => {
  const path = join(import.meta.dirname, "../../fixtures/phaising-2566/transcript.txt");
  const context = {
    sha256: "0".repeat(64),
    fileName: "transcript.txt",
    knowsThaiDigits: true,
    dictionaries: loadDictionaries(),
  };
  document = hrPolicyReport.assemble(readTranscript(readFileSync(path, "utf8")).pages, context).documents[0]!;
  asRead = undoRepairs([document])[0]!;
});

describe("undoRepairs", () => {
  it("leaves every text as it was observed, without repairs", () => {
    const records = asRead.records as readonly HrPolicyRecord[];
    for (const record of records) {
      for (const field of ["policyTitle", "activityName", "target", "result", "issues"] as const) {
        expect(record[field]).toBe(record.evidence[field]?.observed);
        expect(record.evidence[field]?.repairs).toEqual([]);
      }
    }
    expect(records).toHaveLength(13);
  });

  it("asks for review where a repair was due, and is as unsure as the repair was sure", () => {
    const [record] = document.records as readonly HrPolicyRecord[];
    const repair = { from: "แผย", to: "แผน", start: 12, rule: "dictionary:x", score: 0.97, applied: true };
    const evidence = {
      ...record!.evidence["policyTitle"]!,
      observed: "นโยบายการวางแผยกำลังคน",
      repairs: [repair],
    };
    const repaired = { ...record!, evidence: { ...record!.evidence, policyTitle: evidence } };
    const [undone] = undoRepairs([{ ...document, records: [repaired] }]);
    expect(undone?.records[0]).toMatchObject({ policyTitle: "นโยบายการวางแผยกำลังคน", status: "review" });
    const [left] = (undone?.records ?? []) as readonly HrPolicyRecord[];
    expect(left?.evidence["policyTitle"]?.confidence).toBeCloseTo(0.03);
  });

  it("gives the office as read, with codes only for names read exactly", () => {
    const { organization } = asRead;
    expect(organization.name).toBe(document.evidence["organization.name"]?.observed);
    expect(organization).toMatchObject({ district: "ชุมแสง", districtCode: "6003", provinceCode: "60" });
    const misread = {
      ...document,
      evidence: {
        ...document.evidence,
        "organization.district": { ...document.evidence["organization.district"]!, observed: "ชุมเเลง" },
      },
    };
    expect(undoRepairs([misread])[0]?.organization).toMatchObject({ district: "ชุมเเลง", districtCode: null });
  });
});

it("leaves a record without evidence as sure as it was", () => {
  const [record] = document.records as readonly HrPolicyRecord[];
  const [undone] = undoRepairs([{ ...document, records: [{ ...record!, evidence: {} }] }]);
  expect(undone?.records[0]).toMatchObject({ confidence: record!.confidence });
});
