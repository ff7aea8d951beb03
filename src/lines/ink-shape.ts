import type { InkPiece } from "../model/line.ts";
import type { ComponentInk } from "./component-ink.ts";

/** Cells across and down, and their size in body heights: room for the widest mark (ี ญ's foot) and the highest (ไม้ตรี). */
const COLUMNS = 14;
const ROWS = 10;
const MARK_CELL = 0.1;
/** Cells twice as large hold a letter with its marks. */
export const LETTER_CELL = 0.2;

/** How much ink lies in each cell of a coarse grid around the middle of a piece, in pixels. */
export type InkShape = Float32Array;

/** The shape of a small piece, as coarse as two scans of one mark agree. */
export function inkShape(
  piece: InkPiece,
  bodyHeightPx: number,
  ink: ComponentInk,
  cell = MARK_CELL,
): InkShape {
  const { left, right, top, bottom } = piece.rect;
  const cellPx = bodyHeightPx * cell;
  const originX = (left + right) / 2 - (COLUMNS / 2) * cellPx;
  const originY = (top + bottom) / 2 - (ROWS / 2) * cellPx;
  const shape = new Float32Array(COLUMNS * ROWS);
  for (const { row, start, end } of ink.runsOf(piece)) {
    const down = clamp(Math.floor((row + 0.5 - originY) / cellPx), ROWS) * COLUMNS;
    for (let x = start; x < end; x += 1) {
      shape[down + clamp(Math.floor((x + 0.5 - originX) / cellPx), COLUMNS)]! += 1;
    }
  }
  return shape;
}

/** 0 for the same shape to 1 for two that share no ink. */
export function shapeDistance(a: InkShape, b: InkShape): number {
  return nearShapeDistance(a, b, inkOf(a) + inkOf(b), 1);
}

/**
 * The distance of two shapes, or 1 as soon as it is known to be more than `furthest`: of the pairs of marks on a page
 * nearly all differ in their first rows.
 *
 * @param total pixels of ink in both shapes
 */
export function nearShapeDistance(a: InkShape, b: InkShape, total: number, furthest: number): number {
  if (total === 0) return 1;
  // A pixel more, so that rounding never ends a comparison early.
  const most = furthest * total + 1;
  let difference = 0;
  for (let rowEnd = COLUMNS; rowEnd <= a.length; rowEnd += COLUMNS) {
    for (let cell = rowEnd - COLUMNS; cell < rowEnd; cell += 1) difference += Math.abs(a[cell]! - b[cell]!);
    if (difference > most) return 1;
  }
  return difference / total;
}

/** Pixels of ink in a shape. */
export function inkOf(shape: InkShape): number {
  let total = 0;
  for (const pixels of shape) total += pixels;
  return total;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
