import type { GrayImage } from "../model/image.ts";

/**
 * The recognizer scales a picture to one height. With more or less white around, the same print comes to it in another
 * size and falls on its pixels otherwise: a digit that is surely read is read the same.
 */
const SMALLER = 1.22;
const LARGER_MARGIN_SHARE = 0.12;
/** Print that is in doubt is read otherwise where its shape is a little other: so narrow it still reads as before. */
const NARROWER = 0.9;
/** What stands over a number, such as the rest of a rule or a mark of the line above, is in the top tenth of its ink. */
const TOP_SHARE = 0.1;
/** Half of what an italic leans. */
const SLANT = 0.12;

/** The picture with white above and below, so that its print is read smaller. */
export function smaller({ widthPx, heightPx, data }: GrayImage): GrayImage {
  const margin = Math.ceil((heightPx * (SMALLER - 1)) / 2);
  const padded = new Uint8Array(widthPx * (heightPx + 2 * margin)).fill(255);
  padded.set(data, margin * widthPx);
  return { widthPx, heightPx: heightPx + 2 * margin, data: padded };
}

/** White above and below ink of this height in a picture that is cut close. */
export function closeMarginPx(inkHeightPx: number): number {
  return Math.max(3, Math.round(inkHeightPx * LARGER_MARGIN_SHARE) + 2);
}

/** The picture cut close above and below its ink, so that its print is read larger. */
export function larger(image: GrayImage): GrayImage {
  const { widthPx, heightPx, data } = image;
  const [top, bottom] = inkRows(image);
  const margin = closeMarginPx(bottom - top);
  const from = Math.max(0, top - margin);
  const to = Math.min(heightPx, bottom + margin);
  if (to <= from) return image;
  return { widthPx, heightPx: to - from, data: data.slice(from * widthPx, to * widthPx) };
}

/** The picture with less width, so that the same print falls on other pixels in another shape. */
export function narrower({ widthPx, heightPx, data }: GrayImage): GrayImage {
  const narrowPx = Math.max(1, Math.round(widthPx * NARROWER));
  const narrow = new Uint8Array(narrowPx * heightPx);
  for (let x = 0; x < narrowPx; x += 1) {
    const at = Math.max(0, ((x + 0.5) * widthPx) / narrowPx - 0.5);
    const left = Math.floor(at);
    const right = Math.min(widthPx - 1, left + 1);
    for (let y = 0; y < heightPx; y += 1) {
      const row = y * widthPx;
      narrow[y * narrowPx + x] = Math.round(
        data[row + left]! + (data[row + right]! - data[row + left]!) * (at - left),
      );
    }
  }
  return { widthPx: narrowPx, heightPx, data: narrow };
}

/** A picture that is cut close, with the top of its ink wiped out. */
export function withoutTop(image: GrayImage): GrayImage {
  const { widthPx, data } = image;
  const [top, bottom] = inkRows(image);
  // A copy, also of a Buffer, whose slice is the same memory.
  const wiped = Uint8Array.from(data);
  wiped.fill(255, 0, (top + Math.round((bottom - top) * TOP_SHARE)) * widthPx);
  return larger({ ...image, data: wiped });
}

/** The picture with its rows shifted, the upper ones to the left, the lower ones to the right. */
export function slanted(image: GrayImage): GrayImage {
  const { widthPx, heightPx, data } = image;
  const leaning = new Uint8Array(data.length);
  const levelAt = (x: number, y: number): number => (x < 0 || x >= widthPx ? 255 : data[y * widthPx + x]!);
  for (let y = 0; y < heightPx; y += 1) {
    const shift = (y - heightPx / 2) * SLANT;
    for (let x = 0; x < widthPx; x += 1) {
      const left = Math.floor(x - shift);
      const share = x - shift - left;
      leaning[y * widthPx + x] = Math.round(levelAt(left, y) * (1 - share) + levelAt(left + 1, y) * share);
    }
  }
  return { ...image, data: leaning };
}

/** The first row with ink, and the one after the last. */
function inkRows({ widthPx, heightPx, data }: GrayImage): readonly [top: number, bottom: number] {
  const hasInk = (row: number): boolean => {
    for (let at = row * widthPx; at < (row + 1) * widthPx; at += 1) if (data[at]! < 160) return true;
    return false;
  };
  let top = 0;
  let bottom = heightPx;
  while (top < bottom && !hasInk(top)) top += 1;
  while (bottom > top && !hasInk(bottom - 1)) bottom -= 1;
  return [top, bottom];
}
