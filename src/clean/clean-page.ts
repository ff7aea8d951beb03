import { binarize } from "../image/binarize.ts";
import { composeAffine, IDENTITY } from "../model/box.ts";
import type { CleanPage, PageImage } from "../model/page.ts";
import { remark } from "../model/remark.ts";
import { estimateSkewDegrees, LARGEST_SKEW_DEGREES } from "./estimate-skew.ts";
import { evenLight } from "./even-light.ts";
import { inkThreshold } from "./ink-threshold.ts";
import { removeDirt } from "./remove-dirt.ts";
import { rotateGray } from "./rotate.ts";

/** A skew below this moves nothing by more than a pixel over a page at 300 dpi. */
const NEGLIGIBLE_SKEW_DEGREES = 0.015;

/**
 * Straightens and cleans a page: paper lifted to white, skew of up to ±5° turned back, black scanner edges
 * and specks removed. `toPoints` of the result still leads to the page as displayed.
 */
export function cleanPage(page: PageImage): CleanPage {
  const remarks = [...page.remarks];
  const even = evenLight(page.gray, page.dpi);
  const skewDegrees = estimateSkewDegrees(even, inkThreshold(even));
  const turned =
    Math.abs(skewDegrees) < NEGLIGIBLE_SKEW_DEGREES
      ? { image: even, toOriginal: IDENTITY }
      : rotateGray(even, skewDegrees);
  if (Math.abs(skewDegrees) >= LARGEST_SKEW_DEGREES) {
    remarks.push(
      remark(
        "skew-too-large",
        "warning",
        `The page is turned by ${skewDegrees}° or more; scan it straighter.`,
        {
          pageNumber: page.pageNumber,
        },
      ),
    );
  }
  const ink = removeDirt(binarize(turned.image, inkThreshold(turned.image)), page.dpi);
  return {
    pageNumber: page.pageNumber,
    widthPt: page.widthPt,
    heightPt: page.heightPt,
    gray: turned.image,
    ink,
    dpi: page.dpi,
    skewDegrees,
    toPoints: composeAffine(turned.toOriginal, page.toPoints),
    remarks,
  };
}
