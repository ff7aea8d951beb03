/**
 * The two coordinate spaces of the project.
 *
 * Points: PDF points on the page as displayed (CropBox, after /Rotate and UserUnit), origin top left, y down.
 * Pixels: pixels of one page raster, origin top left, y down; rectangles are half open (`right` and `bottom`
 * are the first pixel outside).
 *
 * Conversion happens through the `Affine` that a page carries, and nowhere else.
 */

/** A box in points on a page. */
export interface PointBox {
  readonly pageNumber: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A half-open rectangle in pixels of a page raster. */
export interface PixelRect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f (the order of canvas and PDF matrices). */
export interface Affine {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
  readonly e: number;
  readonly f: number;
}

export const IDENTITY: Affine = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The map that applies `first` and then `second`. */
export function composeAffine(first: Affine, second: Affine): Affine {
  return {
    a: second.a * first.a + second.c * first.b,
    b: second.b * first.a + second.d * first.b,
    c: second.a * first.c + second.c * first.d,
    d: second.b * first.c + second.d * first.d,
    e: second.a * first.e + second.c * first.f + second.e,
    f: second.b * first.e + second.d * first.f + second.f,
  };
}

/** The way back. `map` must not squeeze the plane to a line. */
export function invertAffine({ a, b, c, d, e, f }: Affine): Affine {
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

export function applyAffine(map: Affine, x: number, y: number): { x: number; y: number } {
  return { x: map.a * x + map.c * y + map.e, y: map.b * x + map.d * y + map.f };
}

/** The smallest upright box in points around a pixel rectangle, rounded to a hundredth of a point. */
export function toPointBox(rect: PixelRect, toPoints: Affine, pageNumber: number): PointBox {
  const corners = [
    applyAffine(toPoints, rect.left, rect.top),
    applyAffine(toPoints, rect.right, rect.top),
    applyAffine(toPoints, rect.left, rect.bottom),
    applyAffine(toPoints, rect.right, rect.bottom),
  ];
  const left = Math.min(...corners.map((corner) => corner.x));
  const top = Math.min(...corners.map((corner) => corner.y));
  const right = Math.max(...corners.map((corner) => corner.x));
  const bottom = Math.max(...corners.map((corner) => corner.y));
  const round = (value: number): number => Math.round(value * 100) / 100;
  return {
    pageNumber,
    left: round(left),
    top: round(top),
    width: round(right - left),
    height: round(bottom - top),
  };
}

/** The smallest rectangle around all of `rects`; at least one is needed. */
export function unionRect(rects: readonly PixelRect[]): PixelRect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const rect of rects) {
    left = Math.min(left, rect.left);
    top = Math.min(top, rect.top);
    right = Math.max(right, rect.right);
    bottom = Math.max(bottom, rect.bottom);
  }
  return { left, top, right, bottom };
}

/** Whether a point lies in a rectangle. */
export function holdsPoint(rect: PixelRect, x: number, y: number): boolean {
  return x >= rect.left && x < rect.right && y >= rect.top && y < rect.bottom;
}
