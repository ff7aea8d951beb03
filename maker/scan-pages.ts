import type { Affine } from "../src/model/box.ts";
import type { GrayImage } from "../src/model/image.ts";
import { scanImage, type ScanProfile } from "./effects/scan-image.ts";
import type { Random } from "./random.ts";
import { drawPage } from "./typeset/draw-page.ts";
import type { LaidOutPage, PlacedTable } from "./typeset/page-items.ts";

/** Where the tables of a page are, in pixels of the page as printed, and how the scan moved it. */
export interface PageGrids {
  readonly pageNumber: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly dpi: number;
  readonly skewDegrees: number;
  /** Pixel of the print to pixel of the scan (a turn about the middle). */
  readonly printToScan: Affine;
  readonly tables: readonly PlacedTable[];
}

export interface ScannedPages {
  readonly images: readonly GrayImage[];
  readonly grids: readonly PageGrids[];
}

function toPixels(table: PlacedTable, dpi: number): PlacedTable {
  const scale = (edges: readonly number[]): number[] =>
    edges.map((edge) => Math.round((edge * dpi * 10) / 72) / 10);
  return { ...table, columnEdges: scale(table.columnEdges), rowEdges: scale(table.rowEdges) };
}

/** Prints and scans pages, one at a time. Each has a random stream of its own, so that their order plays no part. */
export function scanPages(pages: readonly LaidOutPage[], profile: ScanProfile, random: Random): ScannedPages {
  const images: GrayImage[] = [];
  const grids: PageGrids[] = [];
  let behind: GrayImage | undefined;
  for (const [index, page] of pages.entries()) {
    const print = drawPage(page, profile.dpi);
    const scan = scanImage(print, profile, random.fork(`page-${index + 1}`), behind);
    behind = print;
    images.push(scan.image);
    grids.push({
      pageNumber: index + 1,
      widthPx: scan.image.widthPx,
      heightPx: scan.image.heightPx,
      dpi: profile.dpi,
      skewDegrees: scan.skewDegrees,
      printToScan: scan.printToScan,
      tables: page.tables.map((table) => toPixels(table, profile.dpi)),
    });
  }
  return { images, grids };
}
