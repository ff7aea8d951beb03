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
  let difference = 0;
  let total = 0;
  for (let cell = 0; cell < a.length; cell += 1) {
    difference += Math.abs(a[cell]! - b[cell]!);
    total += a[cell]! + b[cell]!;
  }
  return total === 0 ? 1 : difference / total;
}

function clamp(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
