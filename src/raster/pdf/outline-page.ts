import type { PDFDocumentLoadingTask, PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import { listPaints } from "./list-paints.ts";
import { startLoading } from "./load-pdfjs.ts";
import type { Pdfjs } from "./load-pdfjs.ts";
import { objectOfPage } from "./object-of-page.ts";
import type { PageObjects } from "./page-objects.ts";
import type { ImagePaint, PageFrame, PagePaints } from "./page-paints.ts";
import { readPdfObjects } from "./read-pdf-objects.ts";

const IMAGE_FILTERS = ["DCTDecode", "JPXDecode", "JBIG2Decode", "CCITTFaxDecode"];

/** What a page paints, known without decoding a single image. */
export interface PageOutline {
  readonly objects: PageObjects;
  readonly paints: PagePaints;
  /** The number of the object, within `objects`, that an image stands in; null if it cannot be told. */
  objectNumberOf(image: ImagePaint): Promise<number | null>;
  close(): Promise<void>;
}

/**
 * Reads a page that was cut out of its file with the names of its image filters made unknown: pdf.js then takes
 * the coded bytes for pixels, which costs next to nothing, and tells where which image is painted.
 *
 * @throws Error if the cut is not to be read; the page may still be.
 */
export async function outlinePage(
  pdfjs: Pdfjs,
  cut: Uint8Array,
  frame: PageFrame,
  maxPixels: number,
): Promise<PageOutline> {
  const objects = readPdfObjects(cut);
  const task: PDFDocumentLoadingTask = startLoading(pdfjs, withUnknownFilters(cut), maxPixels);
  try {
    const pdf = await task.promise;
    const page: PDFPageProxy = await pdf.getPage(1);
    const paints = listPaints(pdfjs, await page.getOperatorList(), frame);
    return {
      objects,
      paints,
      async objectNumberOf({ source }) {
        const ref = typeof source === "string" ? (await objectOfPage(page, source))?.ref : undefined;
        const match = /^(\d+)R/.exec(ref ?? "");
        return match ? Number(match[1]) : null;
      },
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

function withUnknownFilters(cut: Uint8Array): Uint8Array {
  const copy = Buffer.from(Uint8Array.from(cut).buffer);
  for (const filter of IMAGE_FILTERS) {
    const name = `/${filter}`;
    for (let at = copy.indexOf(name); at >= 0; at = copy.indexOf(name, at + 1)) {
      copy.write("_", at + name.length - 1, "latin1");
    }
  }
  return new Uint8Array(copy.buffer);
}
