import type { CleanPage, PageImage } from "../../src/model/page.ts";
import type { BinaryImage, GrayImage } from "../../src/model/image.ts";
import { IDENTITY, type PixelRect } from "../../src/model/box.ts";

/** Black rectangles on white, for geometry that is drawn in a test. */
export interface InkCanvas {
  readonly ink: BinaryImage;
  fill(left: number, top: number, right: number, bottom: number): void;
  erase(left: number, top: number, right: number, bottom: number): void;
}

export function inkCanvas(widthPx: number, heightPx: number): InkCanvas {
  const data = new Uint8Array(widthPx * heightPx);
  const paint = (value: number, left: number, top: number, right: number, bottom: number): void => {
    for (let y = Math.max(0, top); y < Math.min(heightPx, bottom); y++) {
      data.fill(value, y * widthPx + Math.max(0, left), y * widthPx + Math.min(widthPx, right));
    }
  };
  return {
    ink: { widthPx, heightPx, data },
    fill: (left, top, right, bottom) => paint(1, left, top, right, bottom),
    erase: (left, top, right, bottom) => paint(0, left, top, right, bottom),
  };
}

/** An image from rows of text: `#` is ink. */
export function inkFrom(...rows: readonly string[]): BinaryImage {
  const widthPx = rows[0]!.length;
  return {
    widthPx,
    heightPx: rows.length,
    data: Uint8Array.from(rows.flatMap((row) => Array.from(row, (pixel) => (pixel === "#" ? 1 : 0)))),
  };
}

/** Body height of the print that `drawWord` draws. */
export const BODY_PX = 20;

/** Letters of one word: upright boxes with holes, a body high, from (left, baseline). Returns where it ends. */
export function drawWord(canvas: InkCanvas, left: number, baseline: number, letters: number): number {
  for (let i = 0; i < letters; i++) {
    const x = left + i * 16;
    canvas.fill(x, baseline - BODY_PX, x + 12, baseline);
    canvas.erase(x + 3, baseline - BODY_PX + 3, x + 9, baseline - 3);
  }
  return left + letters * 16 - 4;
}

/** Black on white with the given levels. */
export function toGray(ink: BinaryImage, dark = 0, light = 255): GrayImage {
  return { ...ink, data: ink.data.map((pixel) => (pixel === 1 ? dark : light)) };
}

/** A page of this ink at 300 dpi, as the scanner gave it. */
export function pageOf(gray: GrayImage): PageImage {
  const scale = 72 / 300;
  return {
    pageNumber: 1,
    widthPt: gray.widthPx * scale,
    heightPt: gray.heightPx * scale,
    gray,
    dpi: 300,
    origin: "stored-image",
    toPoints: { ...IDENTITY, a: scale, d: scale },
    remarks: [],
  };
}

/** The same page, cleaned: this ink and nothing to correct. */
export function cleanPageOf(ink: BinaryImage, gray: GrayImage = toGray(ink)): CleanPage {
  const { pageNumber, widthPt, heightPt, dpi, toPoints } = pageOf(gray);
  return { pageNumber, widthPt, heightPt, gray, ink, dpi, skewDegrees: 0, toPoints, remarks: [] };
}

export function rect(left: number, top: number, right: number, bottom: number): PixelRect {
  return { left, top, right, bottom };
}
