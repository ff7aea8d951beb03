import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { ruledTable } from "../../pipelines/ruled-table.ts";
import { ExtractionContractError } from "../../src/emit/extraction-contract-error.ts";
import { extractionPieces } from "../../src/emit/extraction-pieces.ts";
import { orderKeys } from "../../src/emit/order-keys.ts";
import { settleJson } from "../../src/emit/settle-json.ts";
import { extractionSchema } from "../../src/model/extraction.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import type { Pipeline } from "../../src/run/pipeline.ts";
import { loadPages } from "../support/build-page.ts";
import { contractDocuments, withOneChange } from "../support/contract-documents.ts";
import type { Json } from "../support/contract-documents.ts";

/** The document as a whole: checked, settled and put in order at once. */
function atOnce(extraction: unknown): string {
  const settled = settleJson(extractionSchema.parse(extraction));
  return `${JSON.stringify(orderKeys(settled, extractionSchema), null, 2)}\n`;
}

function inPieces(extraction: unknown): string {
  return [...extractionPieces(extraction as Extraction)].join("");
}

const dictionaries = loadDictionaries();

function extract(name: "phaising-2566" | "thalo-2566", pipeline: Pipeline): Extraction {
  const pages = loadPages(name);
  const sha256 = "ab".repeat(32);
  const context = { sha256, fileName: "report.pdf", knowsThaiDigits: true, dictionaries };
  return {
    schemaVersion: "1.0",
    producer: { name: "raingan", version: "0", model: "m", dictionaries: "d" },
    source: { fileName: "report.pdf", sha256, pageCount: pages.length },
    pages: pages.map(({ pageNumber, kind, method, remarks }) => ({ pageNumber, kind, method, remarks })),
    ...pipeline.assemble(pages, context),
  };
}

/** A copy with something done to it. */
function changed(extraction: Extraction, change: (copy: Changeable) => void): Extraction {
  const copy = structuredClone(extraction) as unknown as Changeable;
  change(copy);
  return copy as unknown as Extraction;
}

interface Changeable {
  source: Record<string, unknown>;
  documents: {
    records: Record<string, unknown>[];
    tables: { rows: { text: unknown }[][] }[];
    remarks: unknown;
  }[];
}

function refusalOf(extraction: unknown): ExtractionContractError {
  try {
    inPieces(extraction);
  } catch (error) {
    if (error instanceof ExtractionContractError) return error;
    throw error;
  }
  throw new Error("the document was not refused");
}

describe("extractionPieces", () => {
  test.each([
    ["phaising-2566", hrPolicyReport],
    ["phaising-2566", ruledTable],
    ["thalo-2566", hrPolicyReport],
    ["thalo-2566", ruledTable],
  ] as const)("of %s are what the document is as a whole (%#)", (name, pipeline) => {
    const extraction = extract(name, pipeline);
    expect(inPieces(extraction)).toBe(atOnce(extraction));
    expect([...extractionPieces(extraction)].length).toBeGreaterThan(1);
  });

  test("of any document are what it is as a whole", () => {
    fc.assert(
      fc.property(contractDocuments, (document) => {
        expect(inPieces(document)).toBe(atOnce(document));
      }),
      { numRuns: 200 },
    );
  });

  test("refuse what the schema of the whole refuses, and nothing else", () => {
    const written = (write: (document: Json) => string, document: Json): string | null => {
      try {
        return write(document);
      } catch {
        return null;
      }
    };
    fc.assert(
      fc.property(contractDocuments, fc.nat(), fc.nat(), (document, place, kind) => {
        const other = withOneChange(document, place, kind);
        expect(written(inPieces, other)).toBe(written(atOnce, other));
      }),
      { numRuns: 400 },
    );
  });

  test("hold no more than a part of a long document at a time", () => {
    const extraction = extract("thalo-2566", ruledTable);
    const long = changed(extraction, ({ documents }) => {
      const [table] = documents[0]!.tables;
      for (let times = 0; times < 8; times += 1) table!.rows = [...table!.rows, ...table!.rows];
    });
    const sizes = [...extractionPieces(long)].map((piece) => piece.length);
    expect(sizes.length).toBeGreaterThan(100);
    expect(sizes.reduce((most, size) => Math.max(most, size), 0)).toBeLessThan(200_000);
  });
});

describe("a document that breaks the contract", () => {
  const report = extract("phaising-2566", hrPolicyReport);
  const tables = extract("phaising-2566", ruledTable);

  test("is refused in one line that says where", () => {
    const error = refusalOf(
      changed(report, ({ documents }) => {
        documents[0]!.records[2]!["budgetAllocatedBaht"] = -1;
      }),
    );
    expect(error.place).toBe("document 1, record 3, budgetAllocatedBaht");
    expect(error.message).toContain(error.place);
    expect(error.message).not.toMatch(/\n|zod|expected|invalid/iu);
    expect(error.cause).toMatch(/expected/iu);
  });

  test.each<[string, Extraction, (copy: Changeable) => void]>([
    ["source.sha256", report, ({ source }) => (source["sha256"] = "")],
    [
      "document 1, table 1, row 2, column 3, text",
      tables,
      ({ documents }) => (documents[0]!.tables[0]!.rows[1]![2]!.text = 7),
    ],
    ["document 1, remarks", report, ({ documents }) => (documents[0]!.remarks = "none")],
    [
      "document 1, record 1, evidence.target.confidence",
      report,
      ({ documents }) => (documents[0]!.records[0]!["evidence"] = evidenceOf(-Infinity)),
    ],
  ])("is refused at %s", (place, extraction, change) => {
    expect(refusalOf(changed(extraction, change)).place).toBe(place);
  });
});

function evidenceOf(confidence: number): unknown {
  return { target: { observed: null, method: "ocr", confidence, boxes: [], repairs: [] } };
}
