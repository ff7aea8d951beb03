import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { Remark } from "../../model/remark.ts";
import { PageError } from "../page-error.ts";
import { tooManyPixels } from "../pixel-budget.ts";
import type { PdfFile } from "./pdf-file.ts";
import type { PageFrame } from "./page-paints.ts";
import { readLargestImageSize } from "./read-outline.ts";

/** A page being read. */
export interface PageWork {
  readonly file: PdfFile;
  readonly page: PDFPageProxy;
  readonly frame: PageFrame;
  /** What pdf.js said about the page so far. */
  readonly warnings: readonly string[];
  /** What the reader of the page will be told. */
  readonly remarks: Remark[];
}

/** What pdf.js says when it left an image out because of `maxImageSize`; it paints nothing in its place. */
const LEFT_OUT = /exceeded maximum allowed size/;

/** @throws PageError if pdf.js left out an image because it has too many pixels. */
export async function assertNothingLeftOut({ file, page, warnings }: PageWork): Promise<void> {
  if (!warnings.some((warning) => LEFT_OUT.test(warning))) return;
  const size = await readLargestImageSize(file, page.pageNumber);
  const found = size ? `an image of ${size.widthPx} x ${size.heightPx} px` : "an image that is larger";
  throw tooManyPixels(found, file.settings.maxPixels, page.pageNumber);
}

export function imageNotDecoded(pageNumber: number): PageError {
  return new PageError(
    "image-not-decoded",
    pageNumber,
    "The page's image is damaged or of an unknown kind; nothing of it could be decoded. Scan the page again.",
  );
}
