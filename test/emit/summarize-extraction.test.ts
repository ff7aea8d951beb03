import { expect, test } from "vitest";
import { summarizeExtraction } from "../../src/emit/summarize-extraction.ts";
import { type Extraction, type OtherDocument, UNKNOWN_ORGANIZATION } from "../../src/model/extraction.ts";
import { remark } from "../../src/model/remark.ts";

const document: OtherDocument = {
  pageNumbers: [1],
  reportKind: "own-form",
  title: null,
  organization: UNKNOWN_ORGANIZATION,
  fiscalYearBE: null,
  evidence: {},
  records: [{ status: "review" }, { status: "clean" }, {}] as OtherDocument["records"],
  tables: [{ pageNumbers: [1], columns: [], rows: [], remarks: [] }],
  remarks: [],
};

const extraction: Extraction = {
  schemaVersion: "1.0",
  producer: { name: "raingan", version: "0", model: "m", dictionaries: "d" },
  source: { fileName: "a.pdf", sha256: "0".repeat(64), pageCount: 2 },
  pages: [
    { pageNumber: 1, kind: "table", method: "ocr", remarks: [remark("page-skewed", "warning", "Skewed.")] },
    {
      pageNumber: 2,
      kind: "failed",
      method: null,
      remarks: [remark("note", "info", "A note."), remark("page-damaged", "error", "Its image ends early.")],
    },
  ],
  documents: [document, { ...document, records: [], tables: [] }],
  remarks: [],
};

test("counts records, those for review and tables of all documents, and tells what became of each page", () => {
  const summary = summarizeExtraction(extraction);
  expect(summary).toEqual({
    recordCount: 3,
    reviewCount: 1,
    tableCount: 1,
    pages: [
      { pageNumber: 1, kind: "table", method: "ocr", errorMessage: null },
      { pageNumber: 2, kind: "failed", method: null, errorMessage: "Its image ends early." },
    ],
  });
  expect(JSON.parse(JSON.stringify(summary))).toEqual(summary);
});
