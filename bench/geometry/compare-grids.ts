import type { PageGrids } from "../../maker/scan-pages.ts";
import {
  type Affine,
  applyAffine,
  composeAffine,
  invertAffine,
  type PixelRect,
} from "../../src/model/box.ts";
import type { GridCell, TableGrid } from "../../src/model/table.ts";

type TrueTable = PageGrids["tables"][number];

/** How the tables found on a page compare with the true ones; counts of tables or of cells. */
export interface PageComparison {
  readonly trueTables: number;
  readonly foundTables: number;
  /** Tables with the same rows, columns and spans, every cell in its place. */
  readonly exactTables: number;
  readonly sameHeader: number;
  /** Tables of which it is known right whether the page cuts them above and below. */
  readonly sameOpenness: number;
  readonly trueCells: number;
  readonly foundCells: number;
  readonly rightCells: number;
  /** What is wrong, for people. */
  readonly faults: readonly string[];
}

/**
 * A cell is right if one of the same spans lies in its place: both share at least this much of what both
 * cover together. Where no rule is drawn, its border may lie anywhere in the paper between two texts.
 */
const SAME_PLACE_IOU = 0.5;

/** Compares grids in pixels of the cleaned page with those the page was made from. */
export function compareGrids(
  truth: PageGrids,
  found: readonly TableGrid[],
  cleanToPoints: Affine,
): PageComparison {
  const pointsPerPx = 72 / truth.dpi;
  const scanToPoints: Affine = { a: pointsPerPx, b: 0, c: 0, d: pointsPerPx, e: 0, f: 0 };
  const toClean = composeAffine(composeAffine(truth.printToScan, scanToPoints), invertAffine(cleanToPoints));
  const pairs = truth.tables.map((table) => {
    const cells = table.cells.map((cell) => ({ ...cell, rect: trueRect(cell, table, toClean) }));
    const grid = found[truth.tables.indexOf(table)];
    const right = grid === undefined ? 0 : countRight(cells, grid.cells);
    return { table, grid, right, cells };
  });
  const isExact = ({ table, grid, right }: (typeof pairs)[number]): boolean =>
    grid !== undefined &&
    right === table.cells.length &&
    grid.cells.length === right &&
    placesOf(table.cells) === placesOf(grid.cells);
  return {
    trueTables: truth.tables.length,
    foundTables: found.length,
    exactTables: pairs.filter(isExact).length,
    sameHeader: pairs.filter(({ table, grid }) => grid?.headerRowCount === table.headerRowCount).length,
    sameOpenness: pairs.filter(
      ({ table, grid }) =>
        grid?.closedAtTop === table.closedAtTop && grid.closedAtBottom === table.closedAtBottom,
    ).length,
    trueCells: truth.tables.reduce((sum, table) => sum + table.cells.length, 0),
    foundCells: found.reduce((sum, grid) => sum + grid.cells.length, 0),
    rightCells: pairs.reduce((sum, pair) => sum + pair.right, 0),
    faults: [
      ...(found.length === truth.tables.length ? [] : [`${found.length} tables for ${truth.tables.length}`]),
      ...pairs.filter((pair) => pair.grid !== undefined && !isExact(pair)).map((pair) => describe(pair)),
    ],
  };
}

function describe(pair: { table: TrueTable; grid: TableGrid | undefined; right: number }): string {
  const { table, grid } = pair;
  const found = grid === undefined ? "none" : `${grid.rowEdges.length - 1}x${grid.columnEdges.length - 1}`;
  const wanted = `${table.rowEdges.length - 1}x${table.columnEdges.length - 1}`;
  return `${found} for ${wanted}, ${pair.right} of ${table.cells.length} cells right, ${grid?.cells.length ?? 0} found`;
}

function placesOf(cells: readonly Omit<GridCell, "rect">[]): string {
  return cells
    .map((cell) => [cell.row, cell.column, cell.rowSpan, cell.columnSpan].join())
    .toSorted()
    .join(" ");
}

function countRight(cells: readonly GridCell[], found: readonly GridCell[]): number {
  const free = new Set(found);
  let right = 0;
  for (const cell of cells) {
    const match = [...free].find(
      (other) =>
        other.rowSpan === cell.rowSpan &&
        other.columnSpan === cell.columnSpan &&
        intersectionOverUnion(other.rect, cell.rect) >= SAME_PLACE_IOU,
    );
    if (match === undefined) continue;
    free.delete(match);
    right++;
  }
  return right;
}

function trueRect(cell: Omit<GridCell, "rect">, table: TrueTable, toClean: Affine): PixelRect {
  const rowEnd = Math.min(table.rowEdges.length - 1, cell.row + cell.rowSpan);
  const from = applyAffine(toClean, table.columnEdges[cell.column]!, table.rowEdges[cell.row]!);
  const to = applyAffine(toClean, table.columnEdges[cell.column + cell.columnSpan]!, table.rowEdges[rowEnd]!);
  return { left: from.x, top: from.y, right: to.x, bottom: to.y };
}

function intersectionOverUnion(a: PixelRect, b: PixelRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  if (width <= 0 || height <= 0) return 0;
  const area = (rect: PixelRect): number => (rect.right - rect.left) * (rect.bottom - rect.top);
  return (width * height) / (area(a) + area(b) - width * height);
}
