import { existsSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { cleanPage } from "../../src/clean/clean-page.ts";
import type { CleanPage } from "../../src/model/page.ts";
import { drawOverlay } from "../../src/overlay/draw-overlay.ts";
import { openSource } from "../../src/raster/open-source.ts";
import { layOutPage } from "../../src/run/lay-out-page.ts";
import { compareGrids, type PageComparison } from "./compare-grids.ts";
import type { GeometryDocument } from "./geometry-sets.ts";
import { prepareDocument } from "./prepare-document.ts";

export interface MeasureSettings {
  /** Where made documents are kept. */
  readonly folder: string;
  /** Takes cleaned pages from an earlier run, for work on tables alone. */
  readonly reuseCleaned: boolean;
  /** Where to draw pages with faults; null for nowhere. */
  readonly overlayFolder: string | null;
}

/** One page of a made document, measured. */
export interface PageResult {
  readonly document: GeometryDocument;
  readonly profileName: string;
  readonly pageNumber: number;
  readonly skewErrorDegrees: number;
  /** Processor time of the layout: rules, grids and lines. */
  readonly layoutMs: number;
  readonly comparison: PageComparison;
}

/** Lays out all pages of a made document and compares them with what they were made from. */
export async function measureDocument(
  document: GeometryDocument,
  settings: MeasureSettings,
): Promise<PageResult[]> {
  const { scanPath, profileName, pages } = await prepareDocument(document, settings.folder);
  const results: PageResult[] = [];
  for (const truth of pages) {
    const cleaned = await readCleaned(scanPath, truth.pageNumber, settings.reuseCleaned);
    const started = process.cpuUsage();
    const layout = layOutPage(cleaned);
    const used = process.cpuUsage(started);
    const comparison = compareGrids(
      truth,
      layout.tables.map((table) => table.grid),
      cleaned.toPoints,
    );
    results.push({
      document,
      profileName,
      pageNumber: truth.pageNumber,
      skewErrorDegrees: cleaned.skewDegrees - truth.skewDegrees,
      layoutMs: (used.user + used.system) / 1000,
      comparison,
    });
    if (settings.overlayFolder !== null && comparison.faults.length > 0) {
      const name = `${document.kind}-${document.rules}-${document.seed}-p${truth.pageNumber}.png`;
      await drawOverlay(cleaned, layout, join(settings.overlayFolder, name));
    }
  }
  return results;
}

type CleanedHead = Omit<CleanPage, "gray" | "ink"> & { readonly widthPx: number; readonly heightPx: number };

/** A page, rasterized and cleaned, or as an earlier run left it beside the scan. */
async function readCleaned(scanPath: string, pageNumber: number, reuse: boolean): Promise<CleanPage> {
  const folder = `${scanPath}.cleaned`;
  const headPath = join(folder, `${pageNumber}.json`);
  const pixelsPath = join(folder, `${pageNumber}.raw`);
  if (reuse && existsSync(headPath)) {
    const { widthPx, heightPx, ...head } = JSON.parse(await readFile(headPath, "utf8")) as CleanedHead;
    const pixels = await readFile(pixelsPath);
    const size = widthPx * heightPx;
    const part = (from: number): Uint8Array => new Uint8Array(pixels.buffer, pixels.byteOffset + from, size);
    return {
      ...head,
      gray: { widthPx, heightPx, data: part(0) },
      ink: { widthPx, heightPx, data: part(size) },
    };
  }
  const source = await openSource(scanPath);
  try {
    const page = cleanPage(await source.readPage(pageNumber));
    if (reuse) {
      const { gray, ink, ...rest } = page;
      const head: CleanedHead = { ...rest, widthPx: gray.widthPx, heightPx: gray.heightPx };
      await mkdir(folder, { recursive: true });
      await writeFile(pixelsPath, Buffer.concat([gray.data, ink.data]));
      await writeFile(headPath, JSON.stringify(head));
    }
    return page;
  } finally {
    await source.close();
  }
}
