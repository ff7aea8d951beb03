import type { GrayImage } from "../../model/image.ts";
import type { PageImage } from "../../model/page.ts";
import { remark } from "../../model/remark.ts";
import type { Remark } from "../../model/remark.ts";
import type { PageError } from "../page-error.ts";
import { pageImage } from "../page-image.ts";
import { tooManyPixels } from "../pixel-budget.ts";
import type { PagePaints } from "./page-paints.ts";
import { assertNothingLeftOut, imageNotDecoded } from "./page-work.ts";
import type { PageWork } from "./page-work.ts";
import { planRendering } from "./plan-rendering.ts";
import type { RenderPlan } from "./plan-rendering.ts";
import { renderPage } from "./render-page.ts";

const POINTS_PER_INCH = 72;

/** What pdf.js says when an image could not be decoded; it paints nothing in its place. */
const NOT_DECODED = /Unable to decode (inline )?image|ignoring XObject|Dependent image isn't ready/;

/**
 * The page as drawn by pdf.js.
 *
 * @throws PageError if the page is too large to be drawn, or if it is blank because of images that could not
 *   be decoded.
 */
export async function drawnPage(work: PageWork, paints: PagePaints): Promise<PageImage> {
  const { file, page, frame, remarks } = work;
  const plan = planRendering(paints, frame, file.settings);
  if (!plan) throw pageTooLarge(work);
  if (plan.reducedFromDpi !== null) remarks.push(reducedRemark(plan, page.pageNumber));
  const isEmpty = paints.images.length === 0 && !paints.hasOther;
  const gray = isEmpty ? blankImage(plan) : await renderPage(page, plan);
  await assertNothingLeftOut(work);
  assertImagesDecoded(work, gray);
  const { scaleX, scaleY, offsetX, offsetY, origin } = plan;
  const toPoints = {
    a: 1 / scaleX,
    b: 0,
    c: 0,
    d: 1 / scaleY,
    e: -offsetX / scaleX,
    f: -offsetY / scaleY,
  };
  const { widthPt, heightPt } = frame;
  return pageImage({ pageNumber: page.pageNumber, widthPt, heightPt, gray, toPoints, origin, remarks });
}

function blankImage({ widthPx, heightPx }: RenderPlan): GrayImage {
  return { widthPx, heightPx, data: new Uint8Array(widthPx * heightPx).fill(255) };
}

function assertImagesDecoded({ page, warnings, remarks }: PageWork, gray: GrayImage): void {
  if (!warnings.some((warning) => NOT_DECODED.test(warning))) return;
  if (gray.data.every((tone) => tone === 255)) throw imageNotDecoded(page.pageNumber);
  remarks.push(
    remark(
      "image-part-missing",
      "warning",
      "An image of the page could not be decoded and is missing. Compare the page with the original.",
      { pageNumber: page.pageNumber },
    ),
  );
}

function pageTooLarge({ file, page, frame }: PageWork): PageError {
  const [width, height] = [frame.widthPt, frame.heightPt].map((points) =>
    Math.round((points / POINTS_PER_INCH) * 2.54),
  );
  return tooManyPixels(`${width} x ${height} cm of paper`, file.settings.maxPixels, page.pageNumber);
}

function reducedRemark(plan: RenderPlan, pageNumber: number): Remark {
  const dpi = Math.round(Math.min(plan.scaleX, plan.scaleY) * POINTS_PER_INCH);
  return remark(
    "resolution-reduced",
    "warning",
    `The page is so large that it was drawn at ${dpi} instead of ${plan.reducedFromDpi} dpi. ` +
      "Allow more pixels if its small print is misread.",
    { pageNumber },
  );
}
