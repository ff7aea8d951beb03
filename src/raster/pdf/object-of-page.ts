import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { PdfPixels } from "./page-paints.ts";

/** Names of objects that pdf.js keeps for several pages begin so. */
const SHARED_PREFIX = "g_";

/** An image of a page by the name it has in the operator list; null if it could not be decoded. */
export function objectOfPage(page: PDFPageProxy, name: string): Promise<PdfPixels | null> {
  const objects = name.startsWith(SHARED_PREFIX) ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, (pixels: PdfPixels | null) => resolve(pixels ?? null));
  });
}
