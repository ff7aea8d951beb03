import type { LatticeSides } from "./close-regions.ts";

/** An outer edge that is drawn over so much of the table is its border. */
const DRAWN_EDGE_SHARE = 0.5;

/**
 * Closes places of which nothing but the outer side is missing, where the table's border is drawn over most others: a scan
 * lost its end. Changes `sides`.
 */
export function closeOuterSides({ level, upright }: LatticeSides): void {
  const rowCount = upright.length;
  const columnCount = level[0]!.length;
  const isDrawn = (edge: readonly boolean[]): boolean =>
    edge.filter(Boolean).length >= edge.length * DRAWN_EDGE_SHARE;
  for (const [edge, row] of [
    [0, 0],
    [rowCount, rowCount - 1],
  ] as const) {
    const inner = edge === 0 ? 1 : rowCount - 1;
    if (!isDrawn(level[edge]!)) continue;
    for (let column = 0; column < columnCount; column++) {
      const others = [level[inner]![column]!, upright[row]![column]!, upright[row]![column + 1]!];
      if (others.every(Boolean)) level[edge]![column] = true;
    }
  }
  for (const [edge, column] of [
    [0, 0],
    [columnCount, columnCount - 1],
  ] as const) {
    const inner = edge === 0 ? 1 : columnCount - 1;
    if (!isDrawn(upright.map((row) => row[edge]!))) continue;
    for (let row = 0; row < rowCount; row++) {
      const others = [upright[row]![inner]!, level[row]![column]!, level[row + 1]![column]!];
      if (others.every(Boolean)) upright[row]![edge] = true;
    }
  }
}
