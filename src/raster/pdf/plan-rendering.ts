import type { Affine } from "../../model/box.ts";
import type { RasterOrigin } from "../../model/page.ts";
import type { RasterSettings } from "../page-source.ts";
import type { ImagePaint, PageFrame, PagePaints } from "./page-paints.ts";
import { isNearlyUpright } from "./single-image.ts";

/** The pixel grid on which a page is drawn. */
export interface RenderPlan {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly scaleX: number;
  readonly scaleY: number;
  /** Where the page's top left corner lies on the grid, 0 to 1 pixel. */
  readonly offsetX: number;
  readonly offsetY: number;
  readonly origin: RasterOrigin;
  /** The resolution that was wanted where the pixel budget did not allow it; else null. */
  readonly reducedFromDpi: number | null;
}

/** Images finer than the rest count only if they are no mere ornament. */
const MIN_SHARE_OF_FINEST = 0.1;
/** From this share of the page on, an image is the page, and all else are additions to it. */
const MIN_SHARE_OF_SCAN = 0.5;
/** A scan below is drawn at the usual resolution: text on top of it would suffer. */
const MIN_SCAN_DPI = 150;
/** Below this, Thai vowels and tone marks are lost: rather no page than such a one. */
const MIN_REDUCED_DPI = 150;

const POINTS_PER_INCH = 72;

/**
 * The grid for a page: that of its finest images where it is made of images or where an image is the page,
 * so that these are not resampled; else `renderDpi`. Lowered if it has more than `maxPixels`.
 *
 * @returns null if the page would need more than `maxPixels` even at 150 dpi.
 */
export function planRendering(
  paints: PagePaints,
  frame: PageFrame,
  { renderDpi, maxPixels }: RasterSettings,
): RenderPlan | null {
  const grid = gridOf(paints, frame);
  const usual = renderDpi / POINTS_PER_INCH;
  const { scaleX, scaleY, left, top } = grid ?? { scaleX: usual, scaleY: usual, left: 0, top: 0 };
  const origin = grid && !paints.hasOther ? "composed-images" : "rendered";
  const wantedPixels = frame.widthPt * scaleX * frame.heightPt * scaleY;
  if (wantedPixels <= maxPixels) {
    const offsetX = toNextPixel(left * scaleX);
    const offsetY = toNextPixel(top * scaleY);
    const widthPx = pixelCount(frame.widthPt * scaleX + offsetX);
    const heightPx = pixelCount(frame.heightPt * scaleY + offsetY);
    return { widthPx, heightPx, scaleX, scaleY, offsetX, offsetY, origin, reducedFromDpi: null };
  }
  const wantedDpi = Math.min(scaleX, scaleY) * POINTS_PER_INCH;
  const reducedDpi = Math.floor(wantedDpi * Math.sqrt(maxPixels / wantedPixels));
  if (reducedDpi < MIN_REDUCED_DPI) return null;
  const scale = reducedDpi / POINTS_PER_INCH;
  return {
    widthPx: pixelCount(frame.widthPt * scale),
    heightPx: pixelCount(frame.heightPt * scale),
    scaleX: scale,
    scaleY: scale,
    offsetX: 0,
    offsetY: 0,
    origin,
    reducedFromDpi: Math.round(wantedDpi),
  };
}

interface ImageGrid {
  /** Pixels a point. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** A point of the page, in points, at which a corner of a pixel lies. */
  readonly left: number;
  readonly top: number;
  readonly area: number;
}

/** The grid of the images that decide; null if none does. */
function gridOf(paints: PagePaints, frame: PageFrame): ImageGrid | null {
  const pageArea = frame.widthPt * frame.heightPt;
  const grids = paints.images.filter(({ toPoints }) => isNearlyUpright(toPoints)).map(gridOfImage);
  grids.sort((first, second) => second.scaleX * second.scaleY - first.scaleX * first.scaleY);
  if (!paints.hasOther) {
    let area = 0;
    return grids.find((grid) => (area += grid.area) >= MIN_SHARE_OF_FINEST * pageArea) ?? null;
  }
  const minScale = MIN_SCAN_DPI / POINTS_PER_INCH;
  return (
    grids.find(
      ({ area, scaleX, scaleY }) =>
        area >= MIN_SHARE_OF_SCAN * pageArea && Math.min(scaleX, scaleY) >= minScale,
    ) ?? null
  );
}

function gridOfImage({ toPoints, widthPx, heightPx }: ImagePaint): ImageGrid {
  const { a, b, c, d, e, f }: Affine = toPoints;
  return {
    scaleX: 1 / Math.max(Math.abs(a), Math.abs(c)),
    scaleY: 1 / Math.max(Math.abs(b), Math.abs(d)),
    left: e,
    top: f,
    area: Math.abs(a * d - b * c) * widthPx * heightPx,
  };
}

/** Rounding noise of matrices must not add a column to the raster. */
const NOISE_PX = 0.02;

function toNextPixel(position: number): number {
  const rest = Math.ceil(position - NOISE_PX) - position;
  return Math.max(0, rest);
}

function pixelCount(length: number): number {
  return Math.max(1, Math.ceil(length - NOISE_PX));
}
