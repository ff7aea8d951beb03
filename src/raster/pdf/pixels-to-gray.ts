import type { GrayImage } from "../../model/image.ts";
import { grayOfRgb, grayOfRgba } from "../luminance.ts";
import type { PdfPixels } from "./page-paints.ts";

/** pdf.js `ImageKind`. */
const BILEVEL = 1;
const RGB = 2;

/**
 * Grey pixels of an image as pdf.js decoded it; transparent parts show white paper. What a truncated stream
 * lacks is white. Null if pdf.js gave no pixels.
 *
 * @param stencilTone the tone that a stencil paints, null for any other image.
 */
export function pixelsToGray(pixels: PdfPixels, stencilTone: number | null): GrayImage | null {
  const { width: widthPx, height: heightPx, data } = pixels;
  if (!data) return null;
  if (stencilTone !== null || pixels.kind === BILEVEL) {
    return { widthPx, heightPx, data: expandBits(data, widthPx, heightPx, stencilTone ?? 0) };
  }
  const tones = pixels.kind === RGB ? grayOfRgb(data) : grayOfRgba(data);
  if (tones.length === widthPx * heightPx) return { widthPx, heightPx, data: tones };
  const padded = new Uint8Array(widthPx * heightPx).fill(255);
  padded.set(tones.subarray(0, padded.length));
  return { widthPx, heightPx, data: padded };
}

/** One byte a pixel from one bit a pixel, rows padded to bytes: 0 becomes `ink`, 1 becomes white. */
function expandBits(
  bits: Uint8Array | Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
  ink: number,
): Uint8Array {
  const gray = new Uint8Array(widthPx * heightPx).fill(255);
  const rowBytes = (widthPx + 7) >> 3;
  const eightPixels = pixelsOfEachByte(ink);
  for (let y = 0; y < heightPx; y++) {
    const rowStart = y * widthPx;
    for (let column = 0; column < rowBytes; column++) {
      // Most bytes of a page are blank paper, and so is what a truncated stream lacks.
      const byte = bits[y * rowBytes + column] ?? 255;
      if (byte === 255) continue;
      const x = column * 8;
      const count = Math.min(8, widthPx - x);
      for (let bit = 0; bit < count; bit++) gray[rowStart + x + bit] = eightPixels[byte * 8 + bit]!;
    }
  }
  return gray;
}

function pixelsOfEachByte(ink: number): Uint8Array {
  return Uint8Array.from({ length: 256 * 8 }, (_, index) =>
    ((index >> 3) >> (7 - (index & 7))) & 1 ? 255 : ink,
  );
}
