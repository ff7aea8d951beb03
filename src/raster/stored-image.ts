import type { GrayImage } from "../model/image.ts";

/** A bilevel image as decoders give it: one bit a pixel, rows padded to bytes, 0 is ink. */
export interface BitImage {
  readonly widthPx: number;
  readonly heightPx: number;
  /** What a truncated image lacks is paper. */
  readonly bits: Uint8Array | Uint8ClampedArray;
  /** The tone of the ink, 0 to 255; paper is 255. */
  readonly inkTone: number;
}

/** An image as it is stored, before it is turned upright. */
export type StoredImage = GrayImage | BitImage;

/**
 * Which pixels of a stored image go where: those from `left`, `top` to before `right`, `bottom`; the first
 * one to `start`, and a step to the right or down in the stored image is one of `paceX` or `paceY`.
 */
export interface PixelMap {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly start: number;
  readonly paceX: number;
  readonly paceY: number;
}

/** The mapped pixels of an image, as `pixelCount` grey ones. */
export function readPixels(stored: StoredImage, map: PixelMap, pixelCount: number): Uint8Array {
  return "bits" in stored ? readBits(stored, map, pixelCount) : readGray(stored, map, pixelCount);
}

/** Side of the squares in which pixels are moved, so that a turned image stays within the cache. */
const TILE_PX = 64;

function readGray({ data: source, widthPx }: GrayImage, map: PixelMap, pixelCount: number): Uint8Array {
  const { left, top, right, bottom, start, paceX, paceY } = map;
  const target = new Uint8Array(pixelCount);
  for (let tileTop = top; tileTop < bottom; tileTop += TILE_PX) {
    const tileBottom = Math.min(bottom, tileTop + TILE_PX);
    for (let tileLeft = left; tileLeft < right; tileLeft += TILE_PX) {
      const tileRight = Math.min(right, tileLeft + TILE_PX);
      for (let y = tileTop; y < tileBottom; y++) {
        let to = start + (tileLeft - left) * paceX + (y - top) * paceY;
        const end = y * widthPx + tileRight;
        for (let from = y * widthPx + tileLeft; from < end; from++, to += paceX) target[to] = source[from]!;
      }
    }
  }
  return target;
}

const BLANK_BYTE = 255;

/** Only ink is moved: most bytes are blank paper, and passing over them is what makes this fast. */
function readBits({ bits, widthPx, inkTone }: BitImage, map: PixelMap, pixelCount: number): Uint8Array {
  const { left, top, right, bottom, start, paceX, paceY } = map;
  const target = new Uint8Array(pixelCount).fill(255);
  const rowBytes = (widthPx + 7) >> 3;
  const lastByte = (right - 1) >> 3;
  for (let y = top; y < bottom; y++) {
    const rowStart = start + (y - top) * paceY;
    for (let column = left >> 3; column <= lastByte; column++) {
      const byte = bits[y * rowBytes + column] ?? BLANK_BYTE;
      if (byte === BLANK_BYTE) continue;
      const firstX = column * 8;
      for (let bit = 0; bit < 8; bit++) {
        const x = firstX + bit;
        const isInk = (byte & (128 >> bit)) === 0;
        if (isInk && x >= left && x < right) target[rowStart + (x - left) * paceX] = inkTone;
      }
    }
  }
  return target;
}
