import { remark } from "../../model/remark.ts";
import type { Remarked } from "../../model/remark.ts";

const MM_PER_INCH = 25.4;
const A4_LONG_SIDE_MM = 297;
/** Paper that offices scan: receipts to A2. */
const PLAUSIBLE_LONG_SIDE_MM = { min: 120, max: 600 };
/** A5 to A3 at 300 dpi; what is far from it was not scanned at 300 dpi. */
const USUAL_LONG_SIDE_MM = { min: 200, max: 430 };
const USUAL_DPI = 300;
const LEAST_DPI = 1;

/**
 * The resolution of an image file: the one it states if that gives a sheet of paper (cameras and screenshots
 * state 72 dpi), else 300 dpi if that does, else the one at which the image is as long as an A4 sheet.
 *
 * @param statedDpi null if the file states none.
 */
export function imageResolution(
  widthPx: number,
  heightPx: number,
  statedDpi: number | null,
  pageNumber: number,
): Remarked<number> {
  const longSidePx = Math.max(widthPx, heightPx);
  if (statedDpi !== null && isWithin(longSidePx, statedDpi, PLAUSIBLE_LONG_SIDE_MM)) {
    return { value: statedDpi, remarks: [] };
  }
  const isUsual = isWithin(longSidePx, USUAL_DPI, USUAL_LONG_SIDE_MM);
  // A picture of five pixels has a resolution, too: without one nothing has a place on the page.
  const asIfA4 = Math.max(LEAST_DPI, Math.round((longSidePx * MM_PER_INCH) / A4_LONG_SIDE_MM));
  const value = isUsual ? USUAL_DPI : asIfA4;
  const stated = statedDpi === null ? "no resolution" : `${Math.round(statedDpi)} dpi, no size of paper`;
  const assumed = isUsual ? `${value} dpi were assumed` : `${value} dpi were assumed, as if it were A4`;
  return {
    value,
    remarks: [
      remark(
        "resolution-assumed",
        "info",
        `The image states ${stated}; ${assumed}. Boxes and sizes depend on it.`,
        {
          pageNumber,
        },
      ),
    ],
  };
}

function isWithin(lengthPx: number, dpi: number, limit: { min: number; max: number }): boolean {
  const lengthMm = (lengthPx / dpi) * MM_PER_INCH;
  return lengthMm >= limit.min && lengthMm <= limit.max;
}
