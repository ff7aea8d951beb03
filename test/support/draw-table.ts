import { drawWord, type InkCanvas } from "./draw-ink.ts";

/** Rules of three pixels at these places, as far as given. */
export function drawRules(
  canvas: InkCanvas,
  horizontal: readonly (readonly [y: number, from: number, to: number])[],
  vertical: readonly (readonly [x: number, from: number, to: number])[],
): void {
  for (const [y, from, to] of horizontal) canvas.fill(from, y, to + 3, y + 3);
  for (const [x, from, to] of vertical) canvas.fill(x, from, x + 3, to + 3);
}

/** Words in the middle of a stretch: a heading. */
export function drawCentred(
  canvas: InkCanvas,
  left: number,
  right: number,
  baseline: number,
  letters: number,
): void {
  drawWord(canvas, Math.round((left + right) / 2 - letters * 8), baseline, letters);
}

/** Lines of full letters, one below the other. */
export function drawLines(
  canvas: InkCanvas,
  left: number,
  baseline: number,
  lengths: readonly number[],
): void {
  lengths.forEach((letters, index) => drawWord(canvas, left, baseline + index * LINE_PX, letters));
}

export const LINE_PX = 50;
