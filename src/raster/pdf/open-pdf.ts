import type { PDFDocumentLoadingTask, PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

import type { PageImage } from "../../model/page.ts";
import { remark } from "../../model/remark.ts";
import type { Remark } from "../../model/remark.ts";
import { InputError } from "../input-error.ts";
import { assertPageExists } from "../page-error.ts";
import type { PageSource, RasterSettings } from "../page-source.ts";
import { collectWarnings } from "./collect-warnings.ts";
import { cutPage } from "./cut-page.ts";
import { loadPdfjs, startLoading } from "./load-pdfjs.ts";
import type { PdfFile } from "./pdf-file.ts";
import { readPdfPage } from "./read-pdf-page.ts";
import { reasonOf } from "../reason-of.ts";

/** What pdf.js says when it has to look for objects itself because the file's own table of them is no good. */
const RECOVERY = /Indexing all PDF objects/;

/**
 * Filters that make outlines worth while: pdf.js decodes JPEG slowly, and both tell sizes of their own that
 * may go beyond what the PDF says. Names of filters are never encrypted or compressed.
 */
const SLOW_FILTERS = ["/DCTDecode", "/JPXDecode"];

const MIN_PAGES_SHARING = 5;

/** @throws InputError if pdf.js cannot open the file. */
export async function openPdf(
  bytes: Buffer,
  identity: { readonly fileName: string; readonly sha256: string },
  settings: RasterSettings,
): Promise<PageSource> {
  const pdfjs = await loadPdfjs();
  const hasSlowImages = SLOW_FILTERS.some((filter) => bytes.includes(filter));
  const byteCount = bytes.length;
  const isEncrypted = bytes.includes("/Encrypt");
  const { task, pdf, isRecovered } = await collectWarnings(async (warnings) => {
    const started = startLoading(pdfjs, ownBytes(bytes), settings.maxPixels);
    const loaded = await finishLoading(started, identity.fileName);
    return { task: started, pdf: loaded, isRecovered: warnings.some((warning) => RECOVERY.test(warning)) };
  });
  const pageCount = pdf.numPages;
  if (pageCount === 0) {
    await task.destroy();
    throw new InputError("file-without-pages", `${identity.fileName} is a PDF without pages. Scan it again.`);
  }
  const usesOutlines = hasSlowImages && !(await sharesResources(pdf, isEncrypted, byteCount));
  const file: PdfFile = { pdfjs, pdf, settings, usesOutlines, isEncrypted };
  let lastRead: Promise<unknown> = Promise.resolve();
  return {
    ...identity,
    pageCount,
    remarks: isRecovered ? [recoveredRemark(pageCount)] : [],
    readPage(pageNumber: number): Promise<PageImage> {
      const read = lastRead.then(() => {
        assertPageExists(pageNumber, pageCount);
        return readPdfPage(file, pageNumber);
      });
      lastRead = read.catch(() => undefined);
      return read;
    },
    async close() {
      await lastRead;
      await task.destroy();
    },
  };
}

/**
 * Some programs list the images of all pages with every page. A page cut out of such a file takes all of them
 * along, so that outlines would cost more than they save.
 */
async function sharesResources(
  pdf: PDFDocumentProxy,
  isEncrypted: boolean,
  byteCount: number,
): Promise<boolean> {
  if (pdf.numPages < MIN_PAGES_SHARING) return false;
  const cut = await collectWarnings(() => cutPage(pdf, 1, isEncrypted));
  return cut !== null && cut.length > byteCount / 2;
}

/** pdf.js takes the memory over, which must not be shared with other buffers. */
function ownBytes(bytes: Buffer): Uint8Array {
  const isAlone = bytes.byteLength === bytes.buffer.byteLength;
  return isAlone ? new Uint8Array(bytes.buffer) : Uint8Array.from(bytes);
}

async function finishLoading(task: PDFDocumentLoadingTask, fileName: string): Promise<PDFDocumentProxy> {
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    if (error instanceof Error && error.name === "PasswordException") {
      throw new InputError(
        "file-encrypted",
        `${fileName} is encrypted and needs a password. Save a copy without a password and hand that in.`,
        { cause: error },
      );
    }
    const reason = reasonOf(error);
    throw new InputError(
      "file-damaged",
      `${fileName} is a PDF that cannot be opened (${reason}); it may be cut off. Copy or scan it again.`,
      { cause: error },
    );
  }
}

function recoveredRemark(pageCount: number): Remark {
  return remark(
    "file-recovered",
    "warning",
    `The PDF is damaged; ${pageCount} pages were recovered from it. Check that none is missing.`,
  );
}
