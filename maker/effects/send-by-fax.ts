import { threshold } from "./adjust-tone.ts";
import type { ImageEffect } from "./image-effect.ts";
import { resample, resampleNearest } from "./resample.ts";

export interface FaxParameters {
  /** Resolution of the image that comes in; the image that goes out has the same. */
  readonly dpi: number;
  /** Lines an inch: 98 is the standard mode of group 3, 196 the fine one. */
  readonly linesPerInch: 98 | 196;
  readonly level: number;
}

/** ITU-T T.4: 204 pixels an inch across. */
const FAX_DPI = 204;

/**
 * Through a group 3 fax: sampled at 204 × 98 or 204 × 196, bilevel, and blown up to its old size pixel by pixel,
 * so that standard mode shows the doubled lines of a received fax.
 */
export const sendByFax: ImageEffect<FaxParameters> = (image, { dpi, linesPerInch, level }, random) => {
  const coarse = resample(
    image,
    Math.max(1, Math.round((image.widthPx * FAX_DPI) / dpi)),
    Math.max(1, Math.round((image.heightPx * linesPerInch) / dpi)),
  );
  return resampleNearest(threshold(coarse, { level }, random), image.widthPx, image.heightPx);
};
