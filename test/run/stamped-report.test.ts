import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { scanProfile } from "../../maker/effects/scan-profiles.ts";
import { makeReport } from "../../maker/make-report.ts";
import { writePdf } from "../../maker/write-pdf.ts";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { evaluateDocuments } from "../../src/evaluate/evaluate-documents.ts";
import { judgedFile } from "../../src/evaluate/truth.ts";
import type { JudgedDocument } from "../../src/evaluate/truth.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { createPagePool } from "../../src/run/page-pool.ts";
import { extractValue } from "../support/extract-text.ts";

const workerScript = new URL("../../src/run/page-worker.ts", import.meta.url);

const { images, profile, expected } = makeReport({
  seed: "stamped",
  profile: {
    ...scanProfile("stamped-300"),
    print: [{ effect: "stamp", acrossShare: 0.6, downShare: 0.5, radiusPx: 210, level: 115 }],
  },
  content: { policyCount: 1, maxActivities: 2 },
  design: { ruleName: "all" },
});

function judgedDocuments(file: unknown): readonly JudgedDocument[] {
  const judged = judgedFile.parse(file);
  if (!("documents" in judged)) throw new Error("the file holds no documents");
  return judged.documents;
}

let folder: string;
let extraction: Extraction;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-stamped-"));
  const filePath = join(folder, "scan.pdf");
  await writeFile(filePath, await writePdf(images, profile.dpi, profile.storage));
  const pool = createPagePool({ workerScript });
  extraction = await extractValue(
    { filePath, pipeline: hrPolicyReport, pages: null, modelPath: null, overlayDir: null },
    {
      pool,
      model: { name: "raingan-tha", knowsThaiDigits: true },
      loadDictionaries,
      dictionariesDir: null,
      version: "0.0.0",
    },
  );
  await pool.close();
});
afterAll(() => rm(folder, { recursive: true }));

it("finds every activity of a report with a stamp over each of its tables, and no wrong amount unmarked", () => {
  const { measures } = evaluateDocuments(judgedDocuments(expected), judgedDocuments(extraction));
  expect(measures.activities).toEqual({ count: measures.activities.of, of: measures.activities.of });
  expect([measures.doubled.count, measures.extra.count, measures.silentErrors.count]).toEqual([0, 0, 0]);
  expect(measures.characterErrors.count).toBeLessThan(0.03 * measures.characterErrors.of);
});

it("tells where the stamps are, and gives what lies under them for review", () => {
  const remarks = extraction.pages.flatMap((page) => page.remarks);
  const stamps = remarks.filter(({ code }) => code === "stamp" || code === "stamp-over-table");
  expect(stamps.map(({ box }) => box?.pageNumber)).toEqual(extraction.pages.map((page) => page.pageNumber));
  const records = extraction.documents.flatMap((document) => document.records);
  expect(records.some(({ status }) => status === "review")).toBe(true);
});
