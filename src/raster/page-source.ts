import type { PageImage } from "../model/page.ts";
import type { Remark } from "../model/remark.ts";

/** How pages become pixels. */
export interface RasterSettings {
  /** A page with more pixels, stored or rendered, is refused before any memory is taken for it. */
  readonly maxPixels: number;
  /** Resolution of pages that are drawn: text and vectors. */
  readonly renderDpi: number;
}

/** 120 megapixels are A4 at 1200 dpi less a little, or A1 at 400 dpi. */
export const DEFAULT_RASTER_SETTINGS: RasterSettings = { maxPixels: 120_000_000, renderDpi: 300 };

/** An open file, page by page. */
export interface PageSource {
  /** Last part of the path. */
  readonly fileName: string;
  /** Hexadecimal SHA-256 of the whole file. */
  readonly sha256: string;
  readonly pageCount: number;
  /** What was noticed about the file as a whole, e.g. that it was damaged and has been recovered. */
  readonly remarks: readonly Remark[];
  /**
   * The pixels of one page, counted from 1. Calls may overlap; the pages are made one after the other.
   * Rejects with a `PageError` that concerns this page only.
   */
  readPage(pageNumber: number): Promise<PageImage>;
  close(): Promise<void>;
}
