import { evenLight } from "../../src/clean/even-light.ts";
import { inkThreshold } from "../../src/clean/ink-threshold.ts";
import { binarize } from "../../src/image/binarize.ts";
import type { PixelRect } from "../../src/model/box.ts";
import type { BinaryImage, GrayImage } from "../../src/model/image.ts";

/** A line as the pipeline hands it to the recognizer, before it is cropped. */
export interface CleanLine {
  readonly image: GrayImage;
  /** With its paper, lifted to white. */
  readonly lit: GrayImage;
  readonly ink: BinaryImage;
}

/** White where neither the pixel nor one of its eight neighbours is ink: what `src/lines/draw-line.ts` leaves out. */
function keepNearInk(gray: GrayImage, ink: BinaryImage): GrayImage {
  const { widthPx, heightPx } = gray;
  const data = new Uint8Array(gray.data.length).fill(255);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      if (ink.data[y * widthPx + x] === 0) continue;
      for (let nearY = Math.max(0, y - 1); nearY <= Math.min(heightPx - 1, y + 1); nearY += 1) {
        const from = nearY * widthPx + Math.max(0, x - 1);
        const to = nearY * widthPx + Math.min(widthPx - 1, x + 1);
        for (let at = from; at <= to; at += 1) data[at] = gray.data[at]!;
      }
    }
  }
  return { widthPx, heightPx, data };
}

/** Lifts the paper, finds the ink and whitens everything that isn't ink or next to it, by the pipeline's own means. */
export function cleanLine(image: GrayImage, dpi: number): CleanLine {
  const lit = evenLight(image, dpi);
  const ink = binarize(lit, inkThreshold(lit));
  return { image: keepNearInk(lit, ink), lit, ink };
}

/** The bounds of the ink inside `within`, and how many pixels of ink there are. */
export function measureInk(
  ink: BinaryImage,
  within: PixelRect,
): { bounds: PixelRect | null; areaPx: number } {
  let [left, top, right, bottom, areaPx] = [ink.widthPx, ink.heightPx, 0, 0, 0];
  for (let y = Math.max(0, within.top); y < Math.min(ink.heightPx, within.bottom); y += 1) {
    for (let x = Math.max(0, within.left); x < Math.min(ink.widthPx, within.right); x += 1) {
      if (ink.data[y * ink.widthPx + x] === 0) continue;
      areaPx += 1;
      [left, right] = [Math.min(left, x), Math.max(right, x + 1)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y + 1)];
    }
  }
  return { bounds: areaPx > 0 ? { left, top, right, bottom } : null, areaPx };
}
