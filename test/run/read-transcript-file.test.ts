import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { serializeExtraction } from "../../src/emit/serialize-extraction.ts";
import { isHrPolicyDocument } from "../../src/model/extraction.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { createPagePool } from "../../src/run/page-pool.ts";
import { readTranscriptFile } from "../../src/run/read-transcript-file.ts";
import { extractValue } from "../support/extract-text.ts";
import { loadExpectedReport } from "../support/expected-report.ts";
import { asTabs, coverAndTitle, reportRows } from "../support/write-transcript.ts";

const PAGE_WORKER = new URL("../../src/run/page-worker.ts", import.meta.url);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "raingan-transcript-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function write(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function extract(filePath: string): Promise<Extraction> {
  const pool = createPagePool({ workerScript: PAGE_WORKER, workerCount: 1 });
  const request = { filePath, pipeline: hrPolicyReport, pages: null, modelPath: null, overlayDir: null };
  const tools = {
    pool,
    model: { name: "m", knowsThaiDigits: false },
    loadDictionaries,
    dictionariesDir: null,
    version: "0",
  };
  try {
    return await extractValue(request, tools);
  } finally {
    await pool.close();
  }
}

describe("a transcript as a file", () => {
  it("gives an extraction that is valid, cites lines in place of boxes, and no model has a part in", async () => {
    const report = loadExpectedReport("phaising-2566");
    const { cover, title } = coverAndTitle(report);
    const text = `${cover.join("\n")}\n\n${title.join("\n")}\n\n${asTabs([reportRows(report).slice(0, 4)])}\n`;
    const extraction = await extract(write("report.txt", text));
    expect(serializeExtraction(extraction)).not.toContain('"width"');
    expect(extraction.producer.model).toBe("none (transcript)");
    expect(extraction.pages.map(({ kind, method }) => [kind, method])).toEqual([
      ["cover", "transcript"],
      ["table", "transcript"],
    ]);
    const document = extraction.documents.find(isHrPolicyDocument);
    // Cover 1-4, title 6-7, header 9-10, heading 11, the first activity 12.
    expect(document?.records[0]?.evidence["result"]).toMatchObject({
      method: "transcript",
      boxes: [],
      transcriptLines: [{ first: 12, last: 12 }],
    });
    expect(document?.evidence["title"]).toMatchObject({
      transcriptLines: [
        { first: 6, last: 6 },
        { first: 7, last: 7 },
      ],
    });
  });

  it("without a table is an extraction that says so", async () => {
    const extraction = await extract(write("letter.txt", "เรียน นายอำเภอ\n\nด้วย อบต. ขอส่งรายงาน\n"));
    expect(extraction.remarks.map(({ code }) => code)).toContain("nothing-found");
  });
});

describe("readTranscriptFile", () => {
  it("leaves to others what is no text", async () => {
    const others = [
      write("scan.txt", "%PDF-1.7\n"),
      write("noise.txt", Buffer.from([0x80, 0x00, 0x01, 0xfe, 0x03, 0x99])),
      write("note.txt", "{\\rtf1 \\ansi }"),
      write("report.json", '{"documents": []}'),
      write("empty.txt", ""),
      join(folder, "missing.txt"),
      folder,
    ];
    for (const path of others) expect(await readTranscriptFile(path)).toBeNull();
  });

  it("refuses text without a letter", async () => {
    await expect(readTranscriptFile(write("blank.txt", " \n\t\n"))).rejects.toMatchObject({
      code: "file-empty",
    });
  });
});
