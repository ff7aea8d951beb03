import { applyAffine, composeAffine, invertAffine } from "../model/box.ts";
import type { Affine, PixelRect } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";
import { readPixels } from "./stored-image.ts";
import type { PixelMap, StoredImage } from "./stored-image.ts";

/** A rectangle in points on the page as displayed. */
export interface PointRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An image as it stands on the page, upright. */
export interface PlacedImage {
  readonly gray: GrayImage;
  readonly toPoints: Affine;
}

/** How the pixels of a stored image have to be read to stand upright: quarter turns and flips. */
interface Orientation {
  readonly transposed: boolean;
  readonly flippedX: boolean;
  readonly flippedY: boolean;
}

/**
 * Turns a stored image upright by quarter turns and flips, whichever come nearest to `toPoints`, and cuts it
 * to `visible`. No pixel is changed; a small rest of rotation stays in the returned `toPoints`.
 *
 * @param toPoints from pixels of `stored` to points on the page as displayed.
 * @returns null if nothing of the image is visible.
 */
export function placeImage(stored: StoredImage, toPoints: Affine, visible: PointRect): PlacedImage | null {
  const orientation = nearestOrientation(toPoints);
  const { widthPx, heightPx } = orientation.transposed
    ? { widthPx: stored.heightPx, heightPx: stored.widthPx }
    : stored;
  const uprightToPoints = composeAffine(uprightToStored(stored, orientation), toPoints);
  const crop = visiblePixels(uprightToPoints, visible, widthPx, heightPx);
  if (crop.right <= crop.left || crop.bottom <= crop.top) return null;
  return {
    gray: readUpright(stored, orientation, crop),
    toPoints: composeAffine({ a: 1, b: 0, c: 0, d: 1, e: crop.left, f: crop.top }, uprightToPoints),
  };
}

function nearestOrientation({ a, b, c, d }: Affine): Orientation {
  const transposed = Math.abs(b) + Math.abs(c) > Math.abs(a) + Math.abs(d);
  return transposed
    ? { transposed, flippedX: b < 0, flippedY: c < 0 }
    : { transposed, flippedX: a < 0, flippedY: d < 0 };
}

/** From pixels of the upright image to pixels of the stored one. */
function uprightToStored(stored: StoredImage, { transposed, flippedX, flippedY }: Orientation): Affine {
  const signX = flippedX ? -1 : 1;
  const signY = flippedY ? -1 : 1;
  const e = flippedX ? stored.widthPx : 0;
  const f = flippedY ? stored.heightPx : 0;
  return transposed ? { a: 0, b: signY, c: signX, d: 0, e, f } : { a: signX, b: 0, c: 0, d: signY, e, f };
}

/** Pixels that lie inside `visible` by at least a half, on a grid that may be turned a little. */
function visiblePixels(toPoints: Affine, visible: PointRect, widthPx: number, heightPx: number): PixelRect {
  const toPixels = invertAffine(toPoints);
  const corners = [
    applyAffine(toPixels, visible.left, visible.top),
    applyAffine(toPixels, visible.right, visible.top),
    applyAffine(toPixels, visible.left, visible.bottom),
    applyAffine(toPixels, visible.right, visible.bottom),
  ];
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return {
    left: Math.max(0, Math.round(Math.min(...xs))),
    top: Math.max(0, Math.round(Math.min(...ys))),
    right: Math.min(widthPx, Math.round(Math.max(...xs))),
    bottom: Math.min(heightPx, Math.round(Math.max(...ys))),
  };
}

/** The pixels of `crop`, upright. */
function readUpright(stored: StoredImage, orientation: Orientation, crop: PixelRect): GrayImage {
  const widthPx = crop.right - crop.left;
  const heightPx = crop.bottom - crop.top;
  const { transposed, flippedX, flippedY } = orientation;
  const isWhole = widthPx * heightPx === stored.widthPx * stored.heightPx;
  if ("data" in stored && isWhole && !transposed && !flippedX && !flippedY) return stored;
  const map = mapPixels(stored, orientation, crop);
  return { widthPx, heightPx, data: readPixels(stored, map, widthPx * heightPx) };
}

function mapPixels(stored: StoredImage, orientation: Orientation, crop: PixelRect): PixelMap {
  const { transposed, flippedX, flippedY } = orientation;
  const columns = [crop.left, crop.right] as const;
  const rows = [crop.top, crop.bottom] as const;
  const [left, right] = storedSpan(transposed ? rows : columns, stored.widthPx, flippedX);
  const [top, bottom] = storedSpan(transposed ? columns : rows, stored.heightPx, flippedY);
  const rowLength = crop.right - crop.left;
  const stepX = transposed ? rowLength : 1;
  const stepY = transposed ? 1 : rowLength;
  const start = (flippedX ? (right - left - 1) * stepX : 0) + (flippedY ? (bottom - top - 1) * stepY : 0);
  const paceX = flippedX ? -stepX : stepX;
  const paceY = flippedY ? -stepY : stepY;
  return { left, top, right, bottom, start, paceX, paceY };
}

function storedSpan(
  [from, to]: readonly [number, number],
  length: number,
  flipped: boolean,
): [from: number, to: number] {
  return flipped ? [length - to, length - from] : [from, to];
}
