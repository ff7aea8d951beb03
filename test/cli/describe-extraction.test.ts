import { describe, expect, it } from "vitest";
import { describeExtraction } from "../../src/cli/describe-extraction.ts";
import { summarizeExtraction } from "../../src/emit/summarize-extraction.ts";
import type { ExtractionSummary } from "../../src/emit/summarize-extraction.ts";
import { type ExtractionPage, type OtherDocument, UNKNOWN_ORGANIZATION } from "../../src/model/extraction.ts";
import { remark } from "../../src/model/remark.ts";

const page: ExtractionPage = { pageNumber: 1, kind: "table", method: "ocr", remarks: [] };
const failed: ExtractionPage = {
  pageNumber: 2,
  kind: "failed",
  method: null,
  remarks: [remark("page-damaged", "error", "Its image ends early.", { pageNumber: 2 })],
};
const document: OtherDocument = {
  pageNumbers: [1],
  reportKind: "ruled-table",
  title: null,
  organization: UNKNOWN_ORGANIZATION,
  fiscalYearBE: null,
  evidence: {},
  records: [],
  tables: [{ pageNumbers: [1], columns: [], rows: [], remarks: [] }],
  remarks: [],
};

function extraction(
  pages: readonly ExtractionPage[],
  documents: readonly OtherDocument[],
): ExtractionSummary {
  return summarizeExtraction({
    schemaVersion: "1.0",
    producer: { name: "raingan", version: "0", model: "m", dictionaries: "d" },
    source: { fileName: "a.pdf", sha256: "0".repeat(64), pageCount: pages.length },
    pages,
    documents,
    remarks: [],
  });
}

describe("describeExtraction", () => {
  it("says what there is and where it is", () => {
    expect(describeExtraction(extraction([page], [document]), "ruled-table", "out/a.json", 1500)).toEqual({
      level: "info",
      code: null,
      message: "1 table, written to out/a.json (2 s)",
    });
  });
  it("warns of pages that could not be read, with the reason", () => {
    const report = describeExtraction(extraction([page, failed], [document]), "ruled-table", null, 0);
    expect(report).toMatchObject({ level: "warn", code: "pages-failed" });
    expect(report.message).toContain("page 2 could not be read: Its image ends early");
  });
  it("names many failed pages as ranges", () => {
    const pages = [2, 3, 4, 7].map((pageNumber) => ({ ...failed, pageNumber }));
    const report = describeExtraction(extraction([page, ...pages], [document]), "ruled-table", null, 0);
    expect(report.message).toContain("pages 2-4, 7 could not be read");
  });
  it("is an error with a next step where there is nothing", () => {
    const report = describeExtraction(extraction([page], []), "hr-policy-report", null, 0);
    expect(report).toMatchObject({ level: "error", code: "nothing-found" });
    expect(report.message).toMatch(/--overlay.*--pipeline/u);
    expect(describeExtraction(extraction([failed], []), "hr-policy-report", null, 0).code).toBe(
      "no-page-read",
    );
  });
});
