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
  const edges: (number | null)[] = [];
  for (let edge = 0; edge <= table.columnCount; edge += 1) {
    const positions = table.cells.flatMap((cell) => [
      ...(cell.column === edge ? [cell.box.left] : []),
      ...(cell.column + cell.columnSpan === edge ? [cell.box.left + cell.box.width] : []),
    ]);
    edges.push(positions.length > 0 ? median(positions) : null);
  }
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
  return edges.map((edge, index) => {
    if (edge !== null) return edge;
    let before = index - 1;
    while (before > 0 && edges[before] === null) before -= 1;
    let after = index + 1;
    while (after < edges.length - 1 && edges[after] === null) after += 1;
    const [start, end] = [edges[before] ?? 0, edges[after] ?? 0];
    return start + ((end - start) * (index - before)) / (after - before);
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
