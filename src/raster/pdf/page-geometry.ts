import { applyAffine } from "../../model/box.ts";
import type { Affine } from "../../model/box.ts";
import type { PageFrame } from "./page-paints.ts";

/** Left, low, right, high, as in PDF arrays. */
export type PdfBox = ArrayLike<number>;

/** Part of a page that an image has to cover to hide all that was painted before: borders are cut roughly. */
const COVERING_SHARE = 0.995;

/** The map of a PDF matrix. */
export function toAffine(matrix: ArrayLike<number>): Affine {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(matrix);
  return { a, b, c, d, e, f };
}

/** The corners of a box in the coordinates that `toPoints` leads to, in order around it. */
export function cornersOfBox(toPoints: Affine, box: PdfBox): { x: number; y: number }[] {
  const [left = 0, low = 0, right = 0, high = 0] = Array.from(box);
  return [
    applyAffine(toPoints, left, low),
    applyAffine(toPoints, right, low),
    applyAffine(toPoints, right, high),
    applyAffine(toPoints, left, high),
  ];
}

/** Whether a box can have a part on the page: all four corners beyond one edge means that it has none. */
export function touchesPage(frame: PageFrame, toPoints: Affine, box: PdfBox): boolean {
  const corners = cornersOfBox(toPoints, box);
  return !(
    corners.every(({ x }) => x <= 0) ||
    corners.every(({ y }) => y <= 0) ||
    corners.every(({ x }) => x >= frame.widthPt) ||
    corners.every(({ y }) => y >= frame.heightPt)
  );
}

/** Whether the unit square, upright on the page, covers all of it. */
export function coversPage(frame: PageFrame, toPoints: Affine): boolean {
  const { a, b, c, d } = toPoints;
  const isUpright = Math.abs(a * c) < 1e-6 * (a * a + c * c) && Math.abs(b * d) < 1e-6 * (b * b + d * d);
  const corners = cornersOfBox(toPoints, [0, 0, 1, 1]);
  const xs = corners.map(({ x }) => Math.min(frame.widthPt, Math.max(0, x)));
  const ys = corners.map(({ y }) => Math.min(frame.heightPt, Math.max(0, y)));
  const covered = (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
  return isUpright && covered >= COVERING_SHARE * frame.widthPt * frame.heightPt;
}

/** pdf.js `DrawOPS`. */
const MOVE_TO = 0;
const LINE_TO = 1;
const CLOSE_PATH = 4;

/** Whether a path of pdf.js is one rectangle with upright sides, `box` being its extent. */
export function isUprightBox(path: ArrayLike<number>, box: PdfBox): boolean {
  let corners = 0;
  let index = 0;
  while (index < path.length) {
    const operator = path[index];
    if (operator === CLOSE_PATH) {
      index += 1;
      continue;
    }
    if (operator !== LINE_TO && !(operator === MOVE_TO && index === 0)) return false;
    const x = path[index + 1];
    const y = path[index + 2];
    if ((x !== box[0] && x !== box[2]) || (y !== box[1] && y !== box[3])) return false;
    corners += 1;
    index += 3;
  }
  return corners === 4 || corners === 5;
}
