import { assertWithinBudget } from "../pixel-budget.ts";
import { collectWarnings } from "./collect-warnings.ts";
import { cutPage } from "./cut-page.ts";
import { areaOf, imageSizes } from "./image-sizes.ts";
import type { ImageSize } from "./image-sizes.ts";
import type { PdfFile } from "./pdf-file.ts";
import { outlinePage } from "./outline-page.ts";
import type { PageOutline } from "./outline-page.ts";
import { filterNames, imageStream } from "./page-objects.ts";
import type { ImageStream, PageObjects } from "./page-objects.ts";
import type { PageFrame, PagePaints } from "./page-paints.ts";
import { findPlainJpeg } from "./plain-jpeg.ts";
import type { PlainJpeg } from "./plain-jpeg.ts";
import { readPdfObjects } from "./read-pdf-objects.ts";
import { findSingleImage } from "./single-image.ts";
import type { SingleImage } from "./single-image.ts";

/** What is known of a page before any of its images is decoded. */
export interface OutlinedPage {
  readonly paints: PagePaints;
  readonly single: SingleImage | null;
  /** The single image, if it is a JPEG that can be decoded without pdf.js. */
  readonly jpeg: PlainJpeg | null;
  /** Length of the single image's stream in bytes, if it is in a coding for bilevel images; else 0. */
  readonly bilevelBytes: number;
}

/**
 * Looks at a page without decoding its images. Null if pdf.js cannot cut the page out of its file.
 *
 * @throws PageError if one of the images has too many pixels.
 */
export function readOutline(
  file: PdfFile,
  pageNumber: number,
  frame: PageFrame,
): Promise<OutlinedPage | null> {
  // pdf.js complains about the unknown filters, which says nothing about the page.
  return collectWarnings(async () => {
    const { pdf, pdfjs, isEncrypted, settings } = file;
    const cut = await cutPage(pdf, pageNumber, isEncrypted);
    const outline = cut && (await tryOutline(() => outlinePage(pdfjs, cut, frame, settings.maxPixels)));
    if (!outline) return null;
    try {
      for (const size of imageSizes(outline.objects))
        assertWithinBudget(size, settings.maxPixels, pageNumber);
      const single = findSingleImage(outline.paints, frame);
      const objectNumber = single && (await outline.objectNumberOf(single.image));
      const stream = objectNumber === null ? null : imageStream(outline.objects, objectNumber);
      return {
        paints: outline.paints,
        single,
        jpeg: stream && findPlainJpeg(outline.objects, stream),
        bilevelBytes: stream && isBilevelCoded(outline.objects, stream) ? stream.bytes.length : 0,
      };
    } finally {
      await outline.close();
    }
  });
}

function isBilevelCoded(objects: PageObjects, stream: ImageStream): boolean {
  const lastFilter = filterNames(objects, stream).at(-1);
  return lastFilter === "/JBIG2Decode" || lastFilter === "/CCITTFaxDecode";
}

/** The size of the largest image that belongs to a page; null if it cannot be told. */
export function readLargestImageSize(file: PdfFile, pageNumber: number): Promise<ImageSize | null> {
  return collectWarnings(async () => {
    const cut = await cutPage(file.pdf, pageNumber, file.isEncrypted);
    const sizes = cut ? imageSizes(readPdfObjects(cut)) : [];
    return sizes.toSorted((first, second) => areaOf(second) - areaOf(first))[0] ?? null;
  });
}

/** An outline only saves time: where it fails, the page is read without one. */
async function tryOutline(outline: () => Promise<PageOutline>): Promise<PageOutline | null> {
  try {
    return await outline();
  } catch {
    return null;
  }
}
