import type { Ruling, TableGrid } from "../model/table.ts";
import { buildGrid } from "./build-grid.ts";
import { clusterPositions, type Edge, imaginedEdge } from "./cluster-positions.ts";
import { findSpanningRows } from "./find-spanning-rows.ts";
import type { RulingGroup } from "./group-rulings.ts";

/** Rules nearer to each other than this are one border: double rules, and one rule bent by the scanner. */
const SAME_EDGE_IN_BODIES = 0.5;
/** Rules that reach this far beyond the last crossing rule belong to a table that is open on that side. */
const OPEN_EDGE_IN_BODIES = 0.9;
/** No row is lower than this, in body heights. */
const SPANNING_ROW_IN_BODIES = 0.8;
/** Share of a cell's side that a rule must cover to be its border, wherever it is. */
const BORDER_COVERAGE = 0.85;
/**
 * A broken rule is a border too if it covers this share and reaches both corners; the stem of a tall letter
 * that happens to stand in line with a rule leaves a gap at the corners.
 */
const BROKEN_BORDER_COVERAGE = 0.5;
const CORNER_IN_BODIES = 0.2;

/**
 * The grid that a frame of rules draws, or null where it encloses no cell: borders are clustered into
 * columns and rows, and neighbouring places without a border between them become one cell with spans.
 */
export function rulingsToGrid(group: RulingGroup, bodyHeightPx: number): TableGrid | null {
  const tolerance = bodyHeightPx * SAME_EDGE_IN_BODIES;
  const columns = clusterPositions(group.vertical, tolerance);
  const rows = clusterPositions(group.horizontal, tolerance);
  if (columns.length === 0 || rows.length === 0) return null;
  const open = openSides(group, columns, rows, bodyHeightPx * OPEN_EDGE_IN_BODIES);
  const columnEdges = withOpenEdges(columns, open.left, open.right);
  const rowEdges = withSpanningRows(withOpenEdges(rows, open.top, open.bottom), columnEdges, bodyHeightPx);
  const corner = bodyHeightPx * CORNER_IN_BODIES;
  return buildGrid({
    columnEdges,
    rowEdges,
    hasHorizontal: (edge, column) =>
      isBorder(rowEdges[edge]!, columnEdges[column]!, columnEdges[column + 1]!, corner),
    hasVertical: (row, edge) => isBorder(columnEdges[edge]!, rowEdges[row]!, rowEdges[row + 1]!, corner),
    closedAtTop: open.top === null,
    closedAtBottom: open.bottom === null,
  });
}

interface OpenSides {
  readonly left: number | null;
  readonly top: number | null;
  readonly right: number | null;
  readonly bottom: number | null;
}

/** Where the rules of one direction run out beyond the last rule of the other, the page cut the table. */
function openSides(
  group: RulingGroup,
  columns: readonly Edge[],
  rows: readonly Edge[],
  reach: number,
): OpenSides {
  const before = (rulings: readonly Ruling[], first: number): number | null => {
    const starts = rulings.filter((ruling) => ruling.start < first - reach).map((ruling) => ruling.start);
    return starts.length >= 2 ? median(starts) : null;
  };
  const after = (rulings: readonly Ruling[], last: number): number | null => {
    const ends = rulings.filter((ruling) => ruling.end > last + reach).map((ruling) => ruling.end);
    return ends.length >= 2 ? median(ends) : null;
  };
  return {
    left: before(group.horizontal, columns[0]!.position),
    right: after(group.horizontal, columns.at(-1)!.position),
    top: before(group.vertical, rows[0]!.position),
    bottom: after(group.vertical, rows.at(-1)!.position),
  };
}

function withOpenEdges(edges: readonly Edge[], before: number | null, after: number | null): Edge[] {
  return [
    ...(before === null ? [] : [imaginedEdge(before)]),
    ...edges,
    ...(after === null ? [] : [imaginedEdge(after)]),
  ];
}

/** Adds the borders of headings that no rule parts from the rows above and below. */
function withSpanningRows(rows: readonly Edge[], columns: readonly Edge[], bodyHeightPx: number): Edge[] {
  const near = bodyHeightPx * SPANNING_ROW_IN_BODIES;
  const added = rows.slice(0, -1).flatMap((row, index) => {
    const [top, bottom] = [row.position, rows[index + 1]!.position];
    return findSpanningRows(columns, top, bottom, bodyHeightPx)
      .flatMap((span) => [span.start, span.end])
      .filter((position) => position - top > near && bottom - position > near);
  });
  if (added.length === 0) return [...rows];
  return [...rows, ...added.map(imaginedEdge)].toSorted((a, b) => a.position - b.position);
}

/** Whether `edge` is drawn between the crossing edges `from` and `to`. */
function isBorder(edge: Edge, from: Edge, to: Edge, cornerPx: number): boolean {
  const start = from.position + from.thicknessPx / 2;
  const end = to.position - to.thicknessPx / 2;
  let covered = 0;
  let reachesStart = false;
  let reachesEnd = false;
  for (const span of edge.spans) {
    const length = Math.min(end, span.end) - Math.max(start, span.start);
    if (length <= 0) continue;
    covered += length;
    reachesStart ||= span.start <= start + cornerPx;
    reachesEnd ||= span.end >= end - cornerPx;
  }
  const share = covered / (end - start);
  return share >= BORDER_COVERAGE || (share >= BROKEN_BORDER_COVERAGE && reachesStart && reachesEnd);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
