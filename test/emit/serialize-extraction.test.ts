import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serializeExtraction } from "../../src/emit/serialize-extraction.ts";
import { type Extraction, UNKNOWN_ORGANIZATION } from "../../src/model/extraction.ts";
import { contractDocuments } from "../support/contract-documents.ts";
import type { Json } from "../support/contract-documents.ts";

const extraction: Extraction = {
  schemaVersion: "1.0",
  producer: { name: "raingan", version: "0.1.0", model: "m", dictionaries: "d" },
  source: { fileName: "cafe\u0301.pdf", sha256: "a".repeat(64), pageCount: 1 },
  pages: [{ pageNumber: 1, kind: "table", method: "ocr", remarks: [] }],
  documents: [
    {
      pageNumbers: [1],
      reportKind: "ruled-table",
      title: "บัญชี",
      organization: UNKNOWN_ORGANIZATION,
      fiscalYearBE: null,
      evidence: {
        title: {
          observed: "บัญชี",
          method: "ocr",
          confidence: 0.987_654,
          boxes: [{ pageNumber: 1, left: 1 / 3, top: 0.1 + 0.2, width: 10.005, height: -0.001 }],
          repairs: [{ from: "ก", to: "ข", start: 0, rule: "r", score: 2 / 3, applied: false }],
        },
        fiscalYearBE: { observed: null, method: "ocr", confidence: 1, boxes: [], repairs: [] },
      },
      records: [{ amountBaht: 0.1 + 0.2, zone: "ข", area: "ก" }],
      tables: [],
      remarks: [],
    },
  ],
  remarks: [],
};

/** The same value with the keys of every object put in another order. */
function withKeysReordered(value: Json, turn: number): Json {
  if (Array.isArray(value)) return value.map((item) => withKeysReordered(item, turn));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]): [string, Json] => [
    key,
    withKeysReordered(inner, turn),
  ]);
  const at = turn % Math.max(entries.length, 1);
  return Object.fromEntries([...entries.slice(at), ...entries.slice(0, at)].toReversed());
}

describe("serializeExtraction", () => {
  test("equal documents give equal bytes, whatever the order of their properties", () => {
    fc.assert(
      fc.property(contractDocuments, fc.nat({ max: 20 }), (document, turn) => {
        const reordered = withKeysReordered(document, turn);
        expect(serializeExtraction(reordered as unknown as Extraction)).toBe(
          serializeExtraction(document as unknown as Extraction),
        );
      }),
      { numRuns: 150 },
    );
  });

  test("reading and writing again gives the same bytes", () => {
    fc.assert(
      fc.property(contractDocuments, (document) => {
        const once = serializeExtraction(document as unknown as Extraction);
        expect(serializeExtraction(JSON.parse(once) as Extraction)).toBe(once);
      }),
      { numRuns: 150 },
    );
  });

  test("keys stand in the contract's order, unnamed ones by code unit", () => {
    const text = serializeExtraction(
      withKeysReordered(extraction as unknown as Json, 0) as unknown as Extraction,
    );
    const written = JSON.parse(text) as Extraction;
    expect(Object.keys(written)).toEqual(Object.keys(extraction));
    const [document] = written.documents;
    expect(Object.keys(document!)).toEqual(Object.keys(extraction.documents[0]!));
    expect(Object.keys(document!.evidence)).toEqual(["fiscalYearBE", "title"]);
    expect(Object.keys(document!.records[0]!)).toEqual(["amountBaht", "area", "zone"]);
  });

  test("boxes have 2 decimals, confidences and scores 3, amounts all of theirs", () => {
    const [document] = (JSON.parse(serializeExtraction(extraction)) as Extraction).documents;
    expect(document!.evidence["title"]).toMatchObject({
      confidence: 0.988,
      boxes: [{ left: 0.33, top: 0.3, width: 10.01, height: 0 }],
      repairs: [{ score: 0.667 }],
    });
    expect(document!.records[0]).toMatchObject({ amountBaht: 0.1 + 0.2 });
  });

  test("two spaces, NFC, one newline at the end", () => {
    const text = serializeExtraction(extraction);
    expect(text.startsWith('{\n  "schemaVersion": "1.0",\n  "producer": {\n    "name"')).toBe(true);
    expect(text).toContain("caf\u00e9.pdf");
    expect(text).toMatch(/[^\n]\n$/);
  });

  test("a document that breaks the contract is refused", () => {
    expect(() =>
      serializeExtraction({ ...extraction, source: { ...extraction.source, sha256: "" } }),
    ).toThrow(/sha256/);
  });
});
