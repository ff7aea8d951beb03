import { createRequire } from "node:module";
import { dirname } from "node:path";

import type * as PdfjsModule from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFDocumentLoadingTask } from "pdfjs-dist/legacy/build/pdf.mjs";

export type Pdfjs = typeof PdfjsModule;

/** Warnings on: they are collected, see `collect-warnings.ts`. */
const VERBOSITY_WARNINGS = 1;

let loading: Promise<Pdfjs> | undefined;

/** pdf.js, loaded when the first PDF is opened: it takes 150 ms. */
export function loadPdfjs(): Promise<Pdfjs> {
  provideOffscreenCanvas();
  loading ??= import("pdfjs-dist/legacy/build/pdf.mjs");
  return loading;
}

/**
 * Opens a PDF with everything that pdf.js needs from its own package: without `wasmUrl` JBIG2 and JPEG 2000
 * scans come out blank without an error.
 *
 * @param data is taken over: the array is empty afterwards.
 * @param maxPixels larger images are left out by pdf.js, with a warning, instead of being decoded.
 */
export function startLoading(pdfjs: Pdfjs, data: Uint8Array, maxPixels: number): PDFDocumentLoadingTask {
  const packageFolder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return pdfjs.getDocument({
    data,
    maxImageSize: maxPixels,
    verbosity: VERBOSITY_WARNINGS,
    wasmUrl: `${packageFolder}/wasm/`,
    cMapUrl: `${packageFolder}/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${packageFolder}/standard_fonts/`,
    iccUrl: `${packageFolder}/iccs/`,
  });
}

/**
 * pdf.js halves JPEG 2000 images beyond 2048 pixels unless an `OffscreenCanvas` shows that larger canvases
 * are possible (measured: 3508 x 2479 came out as 1754 x 1240). This one answers just that question;
 * nothing is drawn on it, as `isOffscreenCanvasSupported` is off by default in Node.
 */
function provideOffscreenCanvas(): void {
  if ("OffscreenCanvas" in globalThis) return;
  const opaquePixel = { data: [0, 0, 0, 255] };
  const context = { fillRect: () => undefined, getImageData: () => opaquePixel };
  class OffscreenCanvas {
    readonly getContext = () => context;
  }
  Object.defineProperty(globalThis, "OffscreenCanvas", { value: OffscreenCanvas, configurable: true });
}
