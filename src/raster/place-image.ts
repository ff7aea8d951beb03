import { applyAffine, composeAffine } from "../model/box.ts";
import type { Affine, PixelRect } from "../model/box.ts";
import type { GrayImage } from "../model/image.ts";

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
export function placeImage(stored: GrayImage, toPoints: Affine, visible: PointRect): PlacedImage | null {
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
function uprightToStored(stored: GrayImage, { transposed, flippedX, flippedY }: Orientation): Affine {
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

function invertAffine({ a, b, c, d, e, f }: Affine): Affine {
  const determinant = a * d - b * c;
  return {
    a: d / determinant,
    b: -b / determinant,
    c: -c / determinant,
    d: a / determinant,
    e: (c * f - d * e) / determinant,
    f: (b * e - a * f) / determinant,
  };
}

/** Side of the squares in which pixels are moved, so that a transposed read stays within the cache. */
const TILE_PX = 64;

function readUpright(stored: GrayImage, orientation: Orientation, crop: PixelRect): GrayImage {
  const { transposed, flippedX, flippedY } = orientation;
  const widthPx = crop.right - crop.left;
  const heightPx = crop.bottom - crop.top;
  const isWhole = widthPx * heightPx === stored.widthPx * stored.heightPx;
  if (isWhole && !transposed && !flippedX && !flippedY) return stored;

  const pace = { x: flippedX ? -1 : 1, y: flippedY ? -stored.widthPx : stored.widthPx };
  const paceRight = transposed ? pace.y : pace.x;
  const paceDown = transposed ? pace.x : pace.y;
  const origin =
    (flippedX ? stored.widthPx - 1 : 0) + (flippedY ? (stored.heightPx - 1) * stored.widthPx : 0);
  const start = origin + crop.left * paceRight + crop.top * paceDown;
  const source = stored.data;
  const data = new Uint8Array(widthPx * heightPx);
  for (let tileTop = 0; tileTop < heightPx; tileTop += TILE_PX) {
    const tileBottom = Math.min(heightPx, tileTop + TILE_PX);
    for (let tileLeft = 0; tileLeft < widthPx; tileLeft += TILE_PX) {
      const tileRight = Math.min(widthPx, tileLeft + TILE_PX);
      for (let y = tileTop; y < tileBottom; y++) {
        let from = start + y * paceDown + tileLeft * paceRight;
        const end = y * widthPx + tileRight;
        for (let to = y * widthPx + tileLeft; to < end; to++, from += paceRight) {
          data[to] = source[from]!;
        }
      }
    }
  }
  return { widthPx, heightPx, data };
}
