import type { Affine } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";
import type { PageImage, RasterOrigin } from "../model/page.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";

const POINTS_PER_INCH = 72;

/** Real scans of 150 dpi are read well enough; below, tone marks melt into the vowels under them. */
const LOW_DPI = 140;

/** A page's raster with its resolution, and a remark where that is too low to be read reliably. */
export function pageImage(page: {
  readonly pageNumber: number;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly gray: GrayImage;
  readonly toPoints: Affine;
  readonly origin: RasterOrigin;
  readonly remarks: readonly Remark[];
}): PageImage {
  const { a, b, c, d } = page.toPoints;
  const dpi = POINTS_PER_INCH / Math.max(Math.hypot(a, b), Math.hypot(c, d));
  const remarks = dpi < LOW_DPI ? [...page.remarks, lowResolutionRemark(page, dpi)] : page.remarks;
  return { ...page, dpi, remarks };
}

function lowResolutionRemark(
  { pageNumber, widthPt, heightPt }: { pageNumber: number; widthPt: number; heightPt: number },
  dpi: number,
): Remark {
  const size = [widthPt, heightPt].map((points) => `${Math.round((points / POINTS_PER_INCH) * 2.54)}`);
  return remark(
    "low-resolution",
    "warning",
    `The page has ${Math.round(dpi)} dpi at its stated size of ${size.join(" x ")} cm. ` +
      "Scan it at 300 dpi, or check the stated size.",
    { pageNumber },
  );
}
