import type { Affine } from "./box.ts";
import type { BinaryImage, GrayImage } from "./image.ts";
import type { Remark } from "./remark.ts";

/** How the raster of a page came about. */
export type RasterOrigin = "stored-image" | "composed-images" | "rendered";

/** By how many right angles a page as displayed is turned clockwise to stand upright. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** One page as pixels, upright as a reader sees it. */
export interface PageImage {
  readonly pageNumber: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly gray: GrayImage;
  /** Pixels of `gray` for an inch of the page; the smaller of both directions. */
  readonly dpi: number;
  readonly origin: RasterOrigin;
  /** Pixel of `gray` to points of the page. */
  readonly toPoints: Affine;
  readonly remarks: readonly Remark[];
}

/** One page, straight and evenly lit. */
export interface CleanPage {
  readonly pageNumber: number;
  readonly widthPt: number;
  readonly heightPt: number;
  /** Deskewed, background lifted to white. */
  readonly gray: GrayImage;
  /** The ink of `gray`, without specks and scanner edges; same size. */
  readonly ink: BinaryImage;
  readonly dpi: number;
  /** Clockwise angle by which the scan was turned; it has been turned back. */
  readonly skewDegrees: number;
  /** Pixel of `gray` to points of the page. */
  readonly toPoints: Affine;
  readonly remarks: readonly Remark[];
}

export type PageKind = "cover" | "table" | "text" | "blank" | "failed";
export type ReadingMethod = "ocr" | "text-layer" | "transcript";
