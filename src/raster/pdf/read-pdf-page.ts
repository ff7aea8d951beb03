import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { PageImage } from "../../model/page.ts";
import { remark } from "../../model/remark.ts";
import { PageError } from "../page-error.ts";
import { collectWarnings } from "./collect-warnings.ts";
import { decodePlainJpeg } from "./decode-plain-jpeg.ts";
import { drawnPage } from "./drawn-page.ts";
import { listPaints } from "./list-paints.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PageFrame } from "./page-paints.ts";
import { assertNothingLeftOut } from "./page-work.ts";
import type { PageWork } from "./page-work.ts";
import { readOutline } from "./read-outline.ts";
import { findSingleImage } from "./single-image.ts";
import { assertDecoded, decodeSingleImage, storedPage } from "./stored-page.ts";
import { reasonOf } from "../reason-of.ts";

/**
 * The raster of one page: its image as stored if it is nothing but one image, else drawn.
 *
 * @throws PageError
 */
export async function readPdfPage(file: PdfFile, pageNumber: number): Promise<PageImage> {
  return collectWarnings(async (warnings) => {
    const page = await getPage(file, pageNumber);
    try {
      return await rasterize({ file, page, frame: frameOf(page), warnings, remarks: [] });
    } catch (error) {
      if (error instanceof PageError) throw error;
      throw new PageError(
        "render-failed",
        pageNumber,
        `The page could not be turned into pixels (${reasonOf(error)}). Print it to a new PDF, or scan it again.`,
        { cause: error },
      );
    } finally {
      page.cleanup();
    }
  });
}

async function rasterize(work: PageWork): Promise<PageImage> {
  const { file, page, frame, remarks } = work;
  const outline = file.usesOutlines ? await readOutline(file, page.pageNumber, frame) : null;
  if (outline?.single && outline.jpeg) {
    const gray = await decodePlainJpeg(outline.jpeg);
    if (gray) return storedPage(work, outline.single, gray);
    remarks.push(
      remark(
        "image-irregular",
        "warning",
        "The page's JPEG is damaged or contradicts its description; what could be decoded was taken. " +
          "Compare the page with the original.",
        { pageNumber: page.pageNumber },
      ),
    );
  }
  if (outline && !outline.single) return drawnPage(work, outline.paints);

  const paints = listPaints(file.pdfjs, await page.getOperatorList(), frame);
  await assertNothingLeftOut(work);
  const single = findSingleImage(paints, frame);
  if (!single) return drawnPage(work, paints);
  const stored = storedPage(work, single, await decodeSingleImage(work, single));
  await assertDecoded(work, stored);
  return stored;
}

async function getPage({ pdf }: PdfFile, pageNumber: number): Promise<PDFPageProxy> {
  try {
    return await pdf.getPage(pageNumber);
  } catch (error) {
    throw new PageError(
      "page-damaged",
      pageNumber,
      `The page cannot be found in the damaged file (${reasonOf(error)}). Copy the file or scan the page again.`,
      { cause: error },
    );
  }
}

function frameOf(page: PDFPageProxy): PageFrame {
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  return { widthPt: width, heightPt: height, toPoints: { a, b, c, d, e, f } };
}
