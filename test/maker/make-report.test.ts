import { createHash } from "node:crypto";
import { createCanvas } from "@napi-rs/canvas";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, it } from "vitest";
import type { ScanProfile } from "../../maker/effects/scan-image.ts";
import { scanProfile } from "../../maker/effects/scan-profiles.ts";
import { makeReportPair } from "../../maker/make-report-pair.ts";
import { makeReport } from "../../maker/make-report.ts";
import { makeRuledTable } from "../../maker/make-ruled-table.ts";
import { writePdf } from "../../maker/write-pdf.ts";
import type { GrayImage } from "../../src/model/image.ts";

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
/** Coarse and without effects: what is tested here does not hang on the pixels. */
const profile: ScanProfile = { ...scanProfile("digital-300"), dpi: 36, storage: { kind: "bilevel" } };
const small = { content: { policyCount: 2, maxActivities: 2 }, profile } as const;

/** A page as pdf.js shows it, one pixel a point; the darkest channel of each pixel. */
async function renderPage(pdf: Uint8Array, pageNumber: number): Promise<GrayImage> {
  const wasmUrl = new URL("../../node_modules/pdfjs-dist/wasm/", import.meta.url).pathname;
  const task = getDocument({ data: Uint8Array.from(pdf), wasmUrl, verbosity: 0 });
  const page = await (await task.promise).getPage(pageNumber);
  const viewport = page.getViewport({ scale: 1 });
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  await task.destroy();
  const data = Uint8Array.from({ length: canvas.width * canvas.height }, (_, index) => pixels[index * 4]!);
  return { widthPx: canvas.width, heightPx: canvas.height, data };
}

describe("writePdf", () => {
  /** Black on the left third, 100 by 61 pixels: odd enough for padding bits to matter. */
  function leftBlack(): GrayImage {
    const data = Uint8Array.from({ length: 6100 }, (_, index) => (index % 100 < 33 ? 0 : 255));
    return { widthPx: 100, heightPx: 61, data };
  }

  it.each([{ kind: "bilevel" }, { kind: "jpeg", quality: 90 }] as const)(
    "$kind pages come back as they were",
    async (storage) => {
      const pdf = await writePdf([leftBlack(), leftBlack()], 72, storage);
      for (const pageNumber of [1, 2]) {
        const image = await renderPage(pdf, pageNumber);
        expect([image.widthPx, image.heightPx]).toEqual([100, 61]);
        expect(image.data[30 * 100 + 10]).toBeLessThan(10);
        expect(image.data[30 * 100 + 80]).toBeGreaterThan(245);
      }
    },
  );
});

describe("makeReport", () => {
  it("gives the same file for the same seed, another for another", async () => {
    const files = [];
    for (const seed of ["one", "one", "two"]) {
      const made = makeReport({ seed, ...small });
      files.push(hash(await writePdf(made.images, made.profile.dpi, made.profile.storage)));
    }
    expect(files[0]).toBe(files[1]);
    expect(files[0]).not.toBe(files[2]);
  });

  it("expects what the contract calls for", () => {
    const { expected, images, grids } = makeReport({ seed: "contract", ...small });
    const document = expected.documents[0]!;
    expect(document.title).toMatch(/^รายงานผล/u);
    expect(document.records.map((record) => record.policyNumber)).toEqual(
      document.records.map((record) => record.policyNumber).toSorted((a, b) => a - b),
    );
    for (const record of document.records) {
      expect(record.activityName).not.toBe("");
      expect(record.target).not.toBe("");
      expect(record.target).not.toBe("-");
      expect(record.pageNumbers.every((page) => page >= 2 && page <= images.length)).toBe(true);
    }
    expect(grids).toHaveLength(images.length);
    expect(grids[0]!.tables).toEqual([]);
  });

  it("has no marks where the form has no columns for them", () => {
    const { expected } = makeReport({
      seed: "bare",
      ...small,
      content: { ...small.content, hasMarks: false },
    });
    for (const record of expected.documents[0]!.records) {
      expect([record.followedPolicy, record.deviatedFromPolicy, record.completed]).toEqual([
        null,
        null,
        null,
      ]);
    }
  });

  it("a pair counts its pages through", () => {
    const { expected, images } = makeReportPair({ seed: "pair", ...small });
    const [first, second] = expected.documents;
    const lastOfFirst = Math.max(...first!.records.flatMap((record) => record.pageNumbers));
    const pagesOfSecond = second!.records.flatMap((record) => record.pageNumbers);
    // The page between them is the second cover.
    expect(Math.min(...pagesOfSecond)).toBe(lastOfFirst + 2);
    expect(Math.max(...pagesOfSecond)).toBe(images.length);
  });
});

describe("makeRuledTable", () => {
  it("expects a place for every column, and null exactly where a span lies or nothing is printed", () => {
    let spans = 0;
    for (let seed = 0; seed < 12; seed += 1) {
      const { expected, grids } = makeRuledTable({ seed: `ruled-${seed}`, profile });
      const table = grids[0]!.tables[0]!;
      const columns = table.columnEdges.length - 1;
      expect(table.headerRowCount).toBe(expected.header.length);
      expect(expected.rows.length).toBeGreaterThan(0);
      for (const [index, row] of expected.rows.entries()) {
        expect(row).toHaveLength(columns);
        for (const [column, text] of row.entries()) {
          const cell = table.cells.find(
            (one) => one.row === index + table.headerRowCount && one.column === column,
          );
          expect(cell?.text ?? null).toBe(text);
        }
      }
      const area = table.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
      expect(area).toBeLessThanOrEqual(columns * (table.rowEdges.length - 1));
      spans += table.cells.filter((cell) => cell.rowSpan > 1 && cell.row >= table.headerRowCount).length;
    }
    expect(spans).toBeGreaterThan(0);
  });
});
