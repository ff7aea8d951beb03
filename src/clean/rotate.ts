import type { Affine } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";

/** A turned image and the map from its pixels to those of the image it was made from. */
export interface RotatedImage {
  readonly image: GrayImage;
  readonly toOriginal: Affine;
}

/** Paper noise of an evenly lit page stays above this level (its upper four bits are set). */
const PAPER = 240;

/**
 * Turns an image counter-clockwise by `degrees` about its centre, bilinear, on white; the result is large
 * enough to hold all of it.
 */
export function rotateGray(image: GrayImage, degrees: number): RotatedImage {
  const { widthPx, heightPx, data } = image;
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const outWidthPx = Math.ceil(widthPx * cos + heightPx * Math.abs(sin));
  const outHeightPx = Math.ceil(heightPx * cos + widthPx * Math.abs(sin));
  const out = new Uint8Array(outWidthPx * outHeightPx).fill(255);
  // Source of the output pixel (x, y): rotate clockwise about the centres (pixel centres at +0.5).
  const e = widthPx / 2 - (outWidthPx / 2) * cos + (outHeightPx / 2) * sin;
  const f = heightPx / 2 - (outWidthPx / 2) * sin - (outHeightPx / 2) * cos;
  const ONE = 1 << 10;
  const stepX = Math.round(cos * 65536);
  const stepY = Math.round(sin * 65536);
  for (let y = 0; y < outHeightPx; y++) {
    const startX = 0.5 * cos - (y + 0.5) * sin + e - 0.5;
    const startY = 0.5 * sin + (y + 0.5) * cos + f - 0.5;
    const [first, last] = insideSpan(startX, startY, cos, sin, widthPx, heightPx, outWidthPx);
    let fx = Math.round((startX + first * cos) * 65536);
    let fy = Math.round((startY + first * sin) * 65536);
    for (let at = y * outWidthPx + first, end = y * outWidthPx + last; at < end; at++) {
      const base = (fy >> 16) * widthPx + (fx >> 16);
      const wx = (fx & 65535) >> 6;
      const wy = (fy & 65535) >> 6;
      const a = data[base]!;
      const b = data[base + 1]!;
      const c = data[base + widthPx]!;
      const d = data[base + widthPx + 1]!;
      // Paper is most of a page and needs no arithmetic; `out` is white already.
      if ((a & b & c & d) < PAPER) {
        const upper = a * (ONE - wx) + b * wx;
        const lower = c * (ONE - wx) + d * wx;
        out[at] = (upper * (ONE - wy) + lower * wy + (1 << 19)) >> 20;
      }
      fx += stepX;
      fy += stepY;
    }
  }
  return {
    image: { widthPx: outWidthPx, heightPx: outHeightPx, data: out },
    toOriginal: { a: cos, b: sin, c: -sin, d: cos, e, f },
  };
}

/** The output columns of one row whose four source pixels all exist. */
function insideSpan(
  startX: number,
  startY: number,
  cos: number,
  sin: number,
  widthPx: number,
  heightPx: number,
  outWidthPx: number,
): [number, number] {
  let first = Math.ceil(-startX / cos);
  let last = Math.floor((widthPx - 1 - 1e-3 - startX) / cos) + 1;
  if (sin > 1e-12) {
    first = Math.max(first, Math.ceil(-startY / sin));
    last = Math.min(last, Math.floor((heightPx - 1 - 1e-3 - startY) / sin) + 1);
  } else if (sin < -1e-12) {
    first = Math.max(first, Math.ceil((heightPx - 1 - 1e-3 - startY) / sin));
    last = Math.min(last, Math.floor(-startY / sin) + 1);
  } else if (startY < 0 || startY >= heightPx - 1) {
    return [0, 0];
  }
  // One column less on both sides absorbs the rounding of the fixed-point walk.
  first = Math.max(0, first + 1);
  last = Math.min(outWidthPx, last - 1);
  return first < last ? [first, last] : [0, 0];
}
