import type { GridCell, Ruling, TableGrid } from "../model/table.ts";
import { clusterPositions, type Edge } from "./cluster-positions.ts";
import { countHeaderRows } from "./count-header-rows.ts";
import { rulingAt } from "./find-rulings.ts";
import type { RulingGroup } from "./group-rulings.ts";
import { mergeElementaryCells } from "./merge-elementary-cells.ts";

/** Rules nearer to each other than this are one border: double rules, and one rule bent by the scanner. */
const SAME_EDGE_IN_BODIES = 0.5;
/** Rules that reach this far beyond the last crossing rule belong to a table that is open on that side. */
const OPEN_EDGE_IN_BODIES = 0.9;
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
  const rowEdges = withOpenEdges(rows, open.top, open.bottom);
  if (columnEdges.length < 2 || rowEdges.length < 2) return null;

  const columnCount = columnEdges.length - 1;
  const rowCount = rowEdges.length - 1;
  const corner = bodyHeightPx * CORNER_IN_BODIES;
  const hasHorizontal = (edge: number, column: number): boolean =>
    isBorder(rowEdges[edge]!, columnEdges[column]!, columnEdges[column + 1]!, corner);
  const hasVertical = (row: number, edge: number): boolean =>
    isBorder(columnEdges[edge]!, rowEdges[row]!, rowEdges[row + 1]!, corner);
  const cells = mergeElementaryCells(rowCount, columnCount, hasHorizontal, hasVertical).map((place) => ({
    ...place,
    rect: innerRect(place, columnEdges, rowEdges),
  }));
  if (cells.length === 0) return null;
  return {
    rect: {
      left: Math.floor(columnEdges[0]!.position),
      top: Math.floor(rowEdges[0]!.position),
      right: Math.ceil(columnEdges[columnCount]!.position),
      bottom: Math.ceil(rowEdges[rowCount]!.position),
    },
    columnEdges: columnEdges.map((edge) => edge.position),
    rowEdges: rowEdges.map((edge) => edge.position),
    cells,
    borders: [
      ...rowEdges.flatMap((edge, index) =>
        cutToBorders(edge, columnEdges, (column) => hasHorizontal(index, column)),
      ),
      ...columnEdges.flatMap((edge, index) => cutToBorders(edge, rowEdges, (row) => hasVertical(row, index))),
    ],
    headerRowCount: countHeaderRows(cells, columnCount),
    closedAtTop: open.top === null,
    closedAtBottom: open.bottom === null,
  };
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
  const imagined = (position: number): Edge => ({
    position,
    thicknessPx: 0,
    spans: [{ start: -Infinity, end: Infinity }],
    rulings: [],
  });
  return [
    ...(before === null ? [] : [imagined(before)]),
    ...edges,
    ...(after === null ? [] : [imagined(after)]),
  ];
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

/** The pieces of an edge's rules that lie beside cells whose border they are. */
function cutToBorders(
  edge: Edge,
  crossing: readonly Edge[],
  isDrawn: (between: number) => boolean,
): Ruling[] {
  const pieces: Ruling[] = [];
  for (let i = 0; i + 1 < crossing.length; i++) {
    if (!isDrawn(i)) continue;
    const from = crossing[i]!.position - crossing[i]!.thicknessPx;
    const to = crossing[i + 1]!.position + crossing[i + 1]!.thicknessPx;
    for (const ruling of edge.rulings) {
      const start = Math.floor(Math.max(from, ruling.start));
      const end = Math.ceil(Math.min(to, ruling.end));
      if (end > start) pieces.push({ ...ruling, start, end, position: rulingAt(ruling, (start + end) / 2) });
    }
  }
  return pieces;
}

/** The space inside a cell's borders. */
function innerRect(
  place: Omit<GridCell, "rect">,
  columnEdges: readonly Edge[],
  rowEdges: readonly Edge[],
): GridCell["rect"] {
  const left = columnEdges[place.column]!;
  const right = columnEdges[place.column + place.columnSpan]!;
  const top = rowEdges[place.row]!;
  const bottom = rowEdges[place.row + place.rowSpan]!;
  return {
    left: Math.ceil(left.position + left.thicknessPx / 2),
    top: Math.ceil(top.position + top.thicknessPx / 2),
    right: Math.floor(right.position - right.thicknessPx / 2),
    bottom: Math.floor(bottom.position - bottom.thicknessPx / 2),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
