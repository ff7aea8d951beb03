/** Why one page has no raster, or none that can be read; stable, for the page's place in the output. */
export type PageErrorCode =
  | "no-such-page"
  | "page-damaged"
  | "image-not-decoded"
  | "too-many-pixels"
  | "render-failed"
  | "too-much-noise";

/** One page cannot be read; the other pages of the file are not affected. */
export class PageError extends Error {
  readonly code: PageErrorCode;
  readonly pageNumber: number;

  constructor(code: PageErrorCode, pageNumber: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PageError";
    this.code = code;
    this.pageNumber = pageNumber;
  }
}

/** @throws PageError for a page number that the file does not have. */
export function assertPageExists(pageNumber: number, pageCount: number): void {
  if (Number.isInteger(pageNumber) && pageNumber >= 1 && pageNumber <= pageCount) return;
  throw new PageError(
    "no-such-page",
    pageNumber,
    `There is no page ${pageNumber}: the file has ${pageCount}.`,
  );
}
