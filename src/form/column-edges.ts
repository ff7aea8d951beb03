import type { ReadTable } from "../model/reading.ts";

/** Where a column lies on its page, in points. */
export interface ColumnExtent {
  readonly left: number;
  readonly right: number;
}

/**
 * The extents of a table's columns, from the cells that begin or end there (the median, since a skewed or broken rule
 * moves single cells). A border that no cell has lies halfway between its neighbours.
 */
export function columnExtents(table: ReadTable): ColumnExtent[] {
  const positions: number[][] = Array.from({ length: table.columnCount + 1 }, () => []);
  for (const { box, column, columnSpan } of table.cells) {
    positions[column]?.push(box.left);
    positions[column + columnSpan]?.push(box.left + box.width);
  }
  const edges = positions.map((found) => (found.length > 0 ? median(found) : null));
  edges[0] ??= table.box.left;
  edges[table.columnCount] ??= table.box.left + table.box.width;
  const known = fillGaps(edges);
  return Array.from({ length: table.columnCount }, (_, index) => ({
    left: known[index] ?? table.box.left,
    right: known[index + 1] ?? table.box.left + table.box.width,
  }));
}

/**
 * How much of two columns lies in the same place: shared width divided by covered width, 0 to 1.
 */
export function sharedExtent(a: ColumnExtent, b: ColumnExtent): number {
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const covered = Math.max(a.right, b.right) - Math.min(a.left, b.left);
  return covered > 0 ? Math.max(0, shared) / covered : 0;
}

function fillGaps(edges: readonly (number | null)[]): number[] {
  let [before, after] = [0, 0];
  return edges.map((edge, index) => {
    if (edge !== null) {
      before = index;
      return edge;
    }
    // Of the columns of one gap only the first has to look where it ends.
    if (after <= index) after = index + 1;
    while (after < edges.length - 1 && edges[after] === null) after += 1;
    const [start, end] = [edges[before] ?? 0, edges[after] ?? 0];
    return start + ((end - start) * (index - before)) / (after - before);
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
