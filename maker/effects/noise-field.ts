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
  const lattice = Float32Array.from({ length: columns * rows }, () => random.between(-1, 1));
  const blended = new Float32Array(columns);
  return {
    readRow(y, row) {
      const latticeY = Math.floor(y / cellPx);
      const shareY = y / cellPx - latticeY;
      for (let column = 0; column < columns; column += 1) {
        const upper = lattice[latticeY * columns + column]!;
        blended[column] = upper + (lattice[(latticeY + 1) * columns + column]! - upper) * shareY;
      }
      for (let x = 0; x < widthPx; x += 1) {
        const latticeX = Math.floor(x / cellPx);
        const left = blended[latticeX]!;
        row[x] = left + (blended[latticeX + 1]! - left) * (x / cellPx - latticeX);
      }
    },
  };
}
