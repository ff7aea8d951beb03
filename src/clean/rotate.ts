import type { Affine } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";

/** A turned image and the map from its pixels to those of the image it was made from. */
export interface RotatedImage {
  readonly image: GrayImage;
  readonly toOriginal: Affine;
}

/** Paper noise of an evenly lit page stays above this level (its upper four bits are set). */
const PAPER = 240;
/** A row is walked in steps of 1/65536 pixel, each rounded: over 6,000 columns they miss by this much at most. */
const DRIFT_PX = 0.05;
/** Side of the blocks that are looked at as a whole, in pixels; a power of two. */
const BLOCK = 8;
const BLOCK_SHIFT = 3;

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
  const printed = findPrintedBlocks(image);
  const columns = Math.ceil(widthPx / BLOCK);
  for (let y = 0; y < outHeightPx; y++) {
    const startX = 0.5 * cos - (y + 0.5) * sin + e - 0.5;
    const startY = 0.5 * sin + (y + 0.5) * cos + f - 0.5;
    const [first, last] = insideSpan(startX, startY, cos, sin, widthPx, heightPx, outWidthPx);
    let fx = Math.round((startX + first * cos) * 65536);
    let fy = Math.round((startY + first * sin) * 65536);
    for (let at = y * outWidthPx + first, end = y * outWidthPx + last; at < end;) {
      const stop = Math.min(end, at + BLOCK);
      // Paper is most of a page and needs no arithmetic; `out` is white already.
      if (printed[(fy >> (16 + BLOCK_SHIFT)) * columns + (fx >> (16 + BLOCK_SHIFT))] === 0) {
        fx += stepX * (stop - at);
        fy += stepY * (stop - at);
        at = stop;
        continue;
      }
      for (; at < stop; at++) {
        const base = (fy >> 16) * widthPx + (fx >> 16);
        const wx = (fx & 65535) >> 6;
        const wy = (fy & 65535) >> 6;
        const a = data[base]!;
        const b = data[base + 1]!;
        const c = data[base + widthPx]!;
        const d = data[base + widthPx + 1]!;
        if ((a & b & c & d) < PAPER) {
          const upper = a * (ONE - wx) + b * wx;
          const lower = c * (ONE - wx) + d * wx;
          out[at] = (upper * (ONE - wy) + lower * wy + (1 << 19)) >> 20;
        }
        fx += stepX;
        fy += stepY;
      }
    }
  }
  return {
    image: { widthPx: outWidthPx, heightPx: outHeightPx, data: out },
    toOriginal: { a: cos, b: sin, c: -sin, d: cos, e, f },
  };
}

/**
 * 0 for each block whose next `BLOCK` pixels along a nearly level line read nothing but paper: neither the block nor its
 * neighbours to the right, above and below have print.
 */
function findPrintedBlocks({ widthPx, heightPx, data }: GrayImage): Uint8Array {
  const columns = Math.ceil(widthPx / BLOCK);
  const rows = Math.ceil(heightPx / BLOCK);
  const printed = new Uint8Array(columns * rows);
  for (let y = 0; y < heightPx; y++) {
    for (let column = 0, at = y * widthPx, end = at + widthPx; at < end; column++) {
      let levels = 255;
      for (const stop = Math.min(end, at + BLOCK); at < stop; at++) levels &= data[at]!;
      if (levels < PAPER) printed[(y >> BLOCK_SHIFT) * columns + column] = 1;
    }
  }
  const near = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (printed[row * columns + column] === 0) continue;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
        near[y * columns + column] = 1;
        if (column > 0) near[y * columns + column - 1] = 1;
      }
    }
  }
  return near;
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
  const lastX = widthPx - 1 - DRIFT_PX;
  const lastY = heightPx - 1 - DRIFT_PX;
  let first = Math.ceil((DRIFT_PX - startX) / cos);
  let last = Math.floor((lastX - startX) / cos) + 1;
  if (sin > 1e-12) {
    first = Math.max(first, Math.ceil((DRIFT_PX - startY) / sin));
    last = Math.min(last, Math.floor((lastY - startY) / sin) + 1);
  } else if (sin < -1e-12) {
    first = Math.max(first, Math.ceil((lastY - startY) / sin));
    last = Math.min(last, Math.floor((DRIFT_PX - startY) / sin) + 1);
  } else if (startY < 0 || startY > lastY) {
    return [0, 0];
  }
  first = Math.max(0, first);
  last = Math.min(outWidthPx, last);
  return first < last ? [first, last] : [0, 0];
}
