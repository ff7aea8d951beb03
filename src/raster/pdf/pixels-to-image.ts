import { grayOfRgb, grayOfRgba } from "../luminance.ts";
import type { StoredImage } from "../stored-image.ts";
import type { PdfPixels } from "./page-paints.ts";

/** pdf.js `ImageKind`. */
const BILEVEL = 1;
const RGB = 2;

/**
 * An image as pdf.js decoded it, in grey; transparent parts show white paper, and what a truncated stream
 * lacks is white. Null if pdf.js gave no pixels.
 *
 * @param stencilTone the tone that a stencil paints, null for any other image.
 */
export function pixelsToImage(pixels: PdfPixels, stencilTone: number | null): StoredImage | null {
  const { width: widthPx, height: heightPx, data, kind } = pixels;
  if (!data) return null;
  if (stencilTone !== null || kind === BILEVEL) {
    return { widthPx, heightPx, bits: data, inkTone: stencilTone ?? 0 };
  }
  const tones = kind === RGB ? grayOfRgb(data) : grayOfRgba(data);
  if (tones.length === widthPx * heightPx) return { widthPx, heightPx, data: tones };
  const padded = new Uint8Array(widthPx * heightPx).fill(255);
  padded.set(tones.subarray(0, padded.length));
  return { widthPx, heightPx, data: padded };
}
