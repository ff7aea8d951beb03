import type { BinaryImage, GrayImage } from "../model/image.ts";

/** Faint print is a line's own this far from its ink, in body heights: words may be lost whole, lines less. */
const REACH_IN_BODIES = 2;
/** Print that is this much darker than the paper, as a share of what the line's ink is, may be a stroke. */
const LEAST_CONTRAST = 0.3;
/** Pixels as near to ink as this are its edge and no paper. */
const EDGE_PX = 2;

/** Steps of a distance in thirds of a pixel: straight and across. */
const STRAIGHT = 3;
const ACROSS = 4;

/** A line's picture, and where on the page its upper left corner is. */
export interface LinePicture {
  readonly image: GrayImage;
  readonly left: number;
  readonly top: number;
}

/**
 * The picture of a line with the faint print around its ink: strokes that the page's threshold took for paper, because it
 * is one for all of the page. A pixel that is no ink belongs to the line if ink of the line is near and nearer than any
 * other ink. Null where that adds nothing, as on scans of two levels.
 *
 * @param picture as `drawLine` gives it
 * @param pageInk the page's ink with its rules
 */
export function drawFaintLine(
  picture: LinePicture,
  gray: GrayImage,
  pageInk: BinaryImage,
  bodyHeightPx: number,
): GrayImage | null {
  const { widthPx, heightPx, data } = picture.image;
  const levels = cut(gray, picture);
  const { own, foreign } = measureDistances(picture, pageInk, bodyHeightPx);
  const level = faintLevel(levels, own, foreign);
  const faint = data.slice();
  let added = false;
  for (let at = 0, y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1, at += 1) {
      if (levels[at]! >= level || own[at]! >= foreign[at]!) continue;
      if (own[at]! > REACH_IN_BODIES * bodyHeightPx * STRAIGHT) continue;
      added ||= data[at]! > levels[at]!;
      // With its edge: the neighbour pixels, as the ink's own.
      for (let nearY = Math.max(0, y - 1); nearY <= Math.min(heightPx - 1, y + 1); nearY += 1) {
        for (let nearX = Math.max(0, x - 1); nearX <= Math.min(widthPx - 1, x + 1); nearX += 1) {
          const near = nearY * widthPx + nearX;
          if (own[near]! < foreign[near]!) faint[near] = Math.min(faint[near]!, levels[near]!);
        }
      }
    }
  }
  return added ? { widthPx, heightPx, data: faint } : null;
}

/** The page's grey where the picture is; white beyond the page. */
function cut(gray: GrayImage, { image, left, top }: LinePicture): Uint8Array {
  const levels = new Uint8Array(image.data.length).fill(255);
  const from = Math.max(0, -left);
  const to = Math.min(image.widthPx, gray.widthPx - left);
  for (let y = Math.max(0, -top); y < Math.min(image.heightPx, gray.heightPx - top); y += 1) {
    const start = (y + top) * gray.widthPx + left;
    if (to > from) levels.set(gray.data.subarray(start + from, start + to), y * image.widthPx + from);
  }
  return levels;
}

/** The distance of each pixel of the picture to the line's ink and to other ink, in thirds of a pixel. */
function measureDistances(
  { image, left, top }: LinePicture,
  pageInk: BinaryImage,
  bodyHeightPx: number,
): { own: Uint16Array; foreign: Uint16Array } {
  // A neighbour's ink may be just outside of the picture.
  const margin = Math.ceil(bodyHeightPx / 2);
  const width = image.widthPx + 2 * margin;
  const height = image.heightPx + 2 * margin;
  const own = new Uint16Array(width * height).fill(0x7fff);
  const foreign = own.slice();
  for (let y = -margin; y < image.heightPx + margin; y += 1) {
    if (y + top < 0 || y + top >= pageInk.heightPx) continue;
    for (let x = -margin; x < image.widthPx + margin; x += 1) {
      if (x + left < 0 || x + left >= pageInk.widthPx) continue;
      if (pageInk.data[(y + top) * pageInk.widthPx + x + left] === 0) continue;
      const isInside = x >= 0 && x < image.widthPx && y >= 0 && y < image.heightPx;
      // Of all ink, a line's picture shows its own only.
      const distances = isInside && image.data[y * image.widthPx + x]! < 255 ? own : foreign;
      distances[(y + margin) * width + x + margin] = 0;
    }
  }
  const inside = (distances: Uint16Array): Uint16Array => {
    spreadDistances(distances, width, height);
    const kept = new Uint16Array(image.widthPx * image.heightPx);
    for (let y = 0; y < image.heightPx; y += 1) {
      const start = (y + margin) * width + margin;
      kept.set(distances.subarray(start, start + image.widthPx), y * image.widthPx);
    }
    return kept;
  };
  return { own: inside(own), foreign: inside(foreign) };
}

/** Chamfer distances (Borgefors 1986) to the nearest 0, in place. */
function spreadDistances(distances: Uint16Array, width: number, height: number): void {
  const lower = (at: number, from: number, step: number): void => {
    if (distances[from]! + step < distances[at]!) distances[at] = distances[from]! + step;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0, at = y * width; x < width; x += 1, at += 1) {
      if (x > 0) lower(at, at - 1, STRAIGHT);
      if (y === 0) continue;
      lower(at, at - width, STRAIGHT);
      if (x > 0) lower(at, at - width - 1, ACROSS);
      if (x < width - 1) lower(at, at - width + 1, ACROSS);
    }
  }
  for (let y = height - 1; y >= 0; y -= 1) {
    for (let x = width - 1, at = y * width + x; x >= 0; x -= 1, at -= 1) {
      if (x < width - 1) lower(at, at + 1, STRAIGHT);
      if (y === height - 1) continue;
      lower(at, at + width, STRAIGHT);
      if (x > 0) lower(at, at + width - 1, ACROSS);
      if (x < width - 1) lower(at, at + width + 1, ACROSS);
    }
  }
}

/** Darker than this is print, judged by this line's own ink and paper; 0 where there is nothing to judge by. */
function faintLevel(levels: Uint8Array, own: Uint16Array, foreign: Uint16Array): number {
  const paperLevels = new Uint32Array(256);
  let [inkSum, inkPx, paperPx] = [0, 0, 0];
  for (let at = 0; at < levels.length; at += 1) {
    if (own[at] === 0) {
      inkSum += levels[at]!;
      inkPx += 1;
    } else if (own[at]! > EDGE_PX * STRAIGHT && foreign[at]! > EDGE_PX * STRAIGHT) {
      paperLevels[levels[at]!]! += 1;
      paperPx += 1;
    }
  }
  if (inkPx === 0 || paperPx === 0) return 0;
  let paper = 0;
  for (let seen = paperLevels[0]!; seen * 2 < paperPx; seen += paperLevels[paper]!) paper += 1;
  return paper - LEAST_CONTRAST * (paper - inkSum / inkPx);
}
