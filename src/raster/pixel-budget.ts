import { PageError } from "./page-error.ts";

/** @throws PageError if an image has more pixels than may be decoded. */
export function assertWithinBudget(
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  maxPixels: number,
  pageNumber: number,
): void {
  if (widthPx * heightPx > maxPixels)
    throw tooManyPixels(`${widthPx} x ${heightPx} px`, maxPixels, pageNumber);
}

/** @param found the size that was found, e.g. `20000 x 20000 px`. */
export function tooManyPixels(found: string, maxPixels: number, pageNumber: number): PageError {
  return new PageError(
    "too-many-pixels",
    pageNumber,
    `The page needs ${found}, more than the ${Math.round(maxPixels / 1e6)} megapixels allowed. ` +
      "Scan it at 300 dpi; a sheet that is too large for that, in parts.",
  );
}
