import type { Random } from "../random.ts";

/** Smooth random values from -1 to 1 over a page, bilinear between the points of a coarse lattice. */
export interface NoiseField {
  /** Writes the values of pixel row `y` into `row`. */
  readRow(y: number, row: Float32Array): void;
}

/** `cellPx` is the distance of the lattice points: about the size of the blotches. */
export function makeNoiseField(
  widthPx: number,
  heightPx: number,
  cellPx: number,
  random: Random,
): NoiseField {
  const columns = Math.ceil(widthPx / cellPx) + 2;
  const rows = Math.ceil(heightPx / cellPx) + 2;
  const lattice = new Float32Array(columns * rows);
  for (let index = 0; index < lattice.length; index += 1) lattice[index] = random.uint32() / 0x8000_0000 - 1;
  const blended = new Float32Array(columns);
  return {
    readRow(y, row) {
      const latticeY = Math.floor(y / cellPx);
      const shareY = y / cellPx - latticeY;
      for (let column = 0; column < columns; column += 1) {
        const upper = lattice[latticeY * columns + column]!;
        blended[column] = upper + (lattice[(latticeY + 1) * columns + column]! - upper) * shareY;
      }
      const step = 1 / cellPx;
      for (let x = 0, place = 0; x < widthPx; x += 1, place += step) {
        const latticeX = place | 0;
        const left = blended[latticeX]!;
        row[x] = left + (blended[latticeX + 1]! - left) * (place - latticeX);
      }
    },
  };
}
