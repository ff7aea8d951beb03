import type { PixelRect } from "../model/box.ts";
import type { TableGrid } from "../model/table.ts";
import { buildGrid } from "./build-grid.ts";
import { clusterPositions, type Edge, imaginedEdge } from "./cluster-positions.ts";
import { drawnLength } from "./drawn-length.ts";
import { findHeadingBands } from "./find-heading-bands.ts";
import { findRegionColumns } from "./find-region-columns.ts";
import { findRegionHeader } from "./find-region-header.ts";
import { middleY } from "./middle-y.ts";
import { FEWEST_COLUMNS, type Region, SAME_EDGE } from "./region.ts";

/** A rule between two rows goes over this share of the table where a cell over both rows interrupts it. */
const INTERRUPTED_RULE_SHARE = 0.5;

/**
 * The grid of a region: rows from its rules, from the levels of its header and from the headings over all columns.
 * Null where it has fewer than three columns.
 */
export function regionToGrid(region: Region, bodyHeightPx: number): TableGrid | null {
  const columnEdges = findRegionColumns(region, bodyHeightPx);
  if (columnEdges.length <= FEWEST_COLUMNS) return null;
  const edges = columnEdges.map((edge) => edge.position);
  const innerEdges = edges.slice(1, -1);
  const header = findRegionHeader(region, edges, bodyHeightPx);
  const headings = headingsBelow(region, header.bottom, innerEdges, bodyHeightPx);
  const positions = [
    ...(header.isImagined ? [header.bottom] : []),
    ...(header.layout.levelY === null || header.levelEdge !== null ? [] : [header.layout.levelY]),
    ...headings.flatMap(({ top, bottom }) => [top, bottom]),
  ];
  const near = bodyHeightPx * SAME_EDGE * 2;
  const rows = [...region.rows, ...(header.levelEdge === null ? [] : [header.levelEdge])];
  for (const position of positions) {
    if (rows.every((row) => !isSameBorder(row, position, region.runs, near)))
      rows.push(imaginedEdge(position));
  }
  // Where a cell reaches over several rows, the rules between these leave its column out.
  const interrupted = clusterPositions(
    region.partialRules.filter((rule) => rule.position > header.bottom + bodyHeightPx),
    bodyHeightPx * SAME_EDGE,
  ).filter(
    (edge) =>
      drawnLength(edge) >= (region.right - region.left) * INTERRUPTED_RULE_SHARE &&
      rows.every((row) => Math.abs(row.position - edge.position) > bodyHeightPx),
  );
  rows.push(...interrupted);
  rows.sort((a, b) => a.position - b.position);
  const covers = ({ spans }: Edge, column: number): boolean => {
    const middle = (edges[column]! + edges[column + 1]!) / 2;
    return spans.some(({ start, end }) => start < middle && end > middle);
  };
  const rowMiddle = (row: number): number => (rows[row]!.position + rows[row + 1]!.position) / 2;
  const { levelY, grouped, groupStarts } = header.layout;
  return buildGrid({
    columnEdges,
    rowEdges: rows,
    hasHorizontal: (edge, column) =>
      interrupted.includes(rows[edge]!)
        ? covers(rows[edge]!, column)
        : levelY === null || Math.abs(rows[edge]!.position - levelY) > near || grouped.has(column),
    hasVertical: (row, edge) => {
      if (edge === 0 || edge === edges.length - 1) return true;
      const y = rowMiddle(row);
      if (headings.some(({ top, bottom }) => y > top && y < bottom)) return false;
      const isUpper = levelY !== null && y < levelY;
      return !isUpper || groupStarts.has(edge) || !(grouped.has(edge) && grouped.has(edge - 1));
    },
    headerRowCount: rows.filter((row) => row.position < header.bottom - near).length,
    closedAtTop: region.closedAtTop,
    closedAtBottom: region.closedAtBottom,
  });
}

/** Whether a border that the print suggests is one that is there: next to it, or with nothing but paper between. */
function isSameBorder(row: Edge, position: number, runs: readonly PixelRect[], near: number): boolean {
  const [top, bottom] = [Math.min(row.position, position), Math.max(row.position, position)];
  return bottom - top <= near || !runs.some((run) => middleY(run) > top && middleY(run) < bottom);
}

function headingsBelow(
  region: Region,
  headerBottom: number,
  innerEdges: readonly number[],
  body: number,
): { top: number; bottom: number }[] {
  const borders = [headerBottom, ...region.rows.map((row) => row.position).filter((y) => y > headerBottom)];
  return borders.slice(0, -1).flatMap((top, index) => {
    const bottom = borders[index + 1]!;
    const runs = region.runs.filter((run) => middleY(run) > top && middleY(run) < bottom);
    return findHeadingBands(runs, innerEdges, top, bottom, body);
  });
}
