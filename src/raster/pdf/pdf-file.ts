import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { RasterSettings } from "../page-source.ts";
import type { Pdfjs } from "./load-pdfjs.ts";

/** An open PDF and what was learnt about the file when it was opened. */
export interface PdfFile {
  readonly pdfjs: Pdfjs;
  readonly pdf: PDFDocumentProxy;
  readonly settings: RasterSettings;
  /** Whether outlines (see `outline-page.ts`) are worth their cost. */
  readonly usesOutlines: boolean;
  readonly isEncrypted: boolean;
}
