import type { GridCell } from "../model/table.ts";

type Place = Omit<GridCell, "rect">;

/**
 * Cells of a lattice of `rowCount` × `columnCount` places: places without a border between them are one
 * cell, places from which one gets out of the lattice without crossing a border are none.
 *
 * @param hasHorizontal whether row border `edge` (0 is the top) is drawn over `column`
 * @param hasVertical whether column border `edge` (0 is the left) is drawn beside `row`
 */
export function mergeElementaryCells(
  rowCount: number,
  columnCount: number,
  hasHorizontal: (edge: number, column: number) => boolean,
  hasVertical: (row: number, edge: number) => boolean,
): Place[] {
  const regionOf = labelRegions(rowCount, columnCount, hasHorizontal, hasVertical);
  const cells: Place[] = [];
  const taken = new Uint8Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      const at = row * columnCount + column;
      const region = regionOf[at]!;
      if (region === OUTSIDE || taken[at] === 1) continue;
      const isFree = (r: number, c: number): boolean =>
        regionOf[r * columnCount + c] === region && taken[r * columnCount + c] === 0;
      let columnSpan = 1;
      while (column + columnSpan < columnCount && isFree(row, column + columnSpan)) columnSpan++;
      // A region that is not a rectangle (a border half erased) falls into rectangles, widest first.
      let rowSpan = 1;
      const rowIsFree = (r: number): boolean => {
        for (let c = column; c < column + columnSpan; c++) if (!isFree(r, c)) return false;
        return true;
      };
      while (row + rowSpan < rowCount && rowIsFree(row + rowSpan)) rowSpan++;
      for (let r = row; r < row + rowSpan; r++) {
        taken.fill(1, r * columnCount + column, r * columnCount + column + columnSpan);
      }
      cells.push({ row, column, rowSpan, columnSpan });
    }
  }
  return cells;
}

const OUTSIDE = -1;

/** A number for each connected region of places; `OUTSIDE` for those that are open to the outside. */
function labelRegions(
  rowCount: number,
  columnCount: number,
  hasHorizontal: (edge: number, column: number) => boolean,
  hasVertical: (row: number, edge: number) => boolean,
): Int32Array {
  const regionOf = new Int32Array(rowCount * columnCount).fill(-2);
  let next = 0;
  for (let first = 0; first < regionOf.length; first++) {
    if (regionOf[first] !== -2) continue;
    const region = next++;
    const members = [first];
    regionOf[first] = region;
    let leaks = false;
    for (const at of members) {
      const row = Math.floor(at / columnCount);
      const column = at % columnCount;
      const steps: [boolean, number, number][] = [
        [hasHorizontal(row, column), row - 1, column],
        [hasHorizontal(row + 1, column), row + 1, column],
        [hasVertical(row, column), row, column - 1],
        [hasVertical(row, column + 1), row, column + 1],
      ];
      for (const [blocked, r, c] of steps) {
        if (blocked) continue;
        if (r < 0 || c < 0 || r >= rowCount || c >= columnCount) leaks = true;
        else if (regionOf[r * columnCount + c] === -2) {
          regionOf[r * columnCount + c] = region;
          members.push(r * columnCount + c);
        }
      }
    }
    if (leaks) for (const at of members) regionOf[at] = OUTSIDE;
  }
  return regionOf;
}
