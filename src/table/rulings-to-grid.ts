import type { GrayImage } from "../model/image.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { buildGrid } from "./build-grid.ts";
import { closeOuterSides } from "./close-outer-sides.ts";
import { closeRegions, type LatticeSides } from "./close-regions.ts";
import { clusterPositions, type Edge, imaginedEdge } from "./cluster-positions.ts";
import { drawnLength } from "./drawn-length.ts";
import { findSpanningRows } from "./find-spanning-rows.ts";
import type { RulingGroup } from "./group-rulings.ts";
import { type BorderMeasure, BorderMeter } from "./measure-border.ts";
import { median } from "./median.ts";

/** Rules nearer to each other than this are one border: double rules, and one rule bent by the scanner. */
const SAME_EDGE_IN_BODIES = 0.5;
/** A lattice of more places is noise or squared paper: a list of 50 names with a column for each day of two months has 3,000. */
const MOST_PLACES = 10_000;
/** Rules that reach this far beyond the last crossing rule belong to a table that is open on that side. */
const OPEN_EDGE_IN_BODIES = 0.9;
/** No row is lower than this, in body heights. */
const SPANNING_ROW_IN_BODIES = 0.8;
/**
 * A side is a border if this share of it is drawn: a high one, since lines of print leave paper between them;
 * a low one, which a single letter may fill, where a rule is missing here and there; and any on the outside of
 * the table, where nothing else stands.
 */
const HIGH_SIDE_SHARE = 0.6;
const LEVEL_SIDE_SHARE = 0.75;
const LOW_SIDE_SHARE = 0.8;
const OUTER_SIDE_SHARE = 0.4;
/** A broken rule that reaches both corners; the stem of a letter in line with a rule leaves a gap there. */
const BROKEN_SIDE_SHARE = 0.5;
/** A side that print seems to go over is drawn all along, and mostly as dark as its edge. */
const SOLID_SIDE_SHARE = 0.5;
/** Where at most this share of so many inner borders of a row is drawn, the row is a heading over all columns. */
const FEW_BORDERS_SHARE = 0.25;
const MANY_BORDERS = 4;
/** A heading over all columns leaves at most this share of its row's inner borders. */
const OPEN_ROW_SHARE = 0.5;
const NONE: ReadonlySet<Ruling> = new Set();
/** Of an edge known from dots, sides hold dots in about this quantile of all shares, within bounds; by chance in few. */
const USUAL_QUANTILE = 0.25;
const LEAST_KEPT = 0.12;
const MOST_KEPT = 0.7;
const CHANCE_SHARE = 0.07;
const WHOLE_EDGE_SHARE = 0.6;
/** From this logarithm of a likelihood ratio on, a side's own dots decide. */
const SURE_EVIDENCE = 1;
/** Sides shorter than this, in body heights, are low. */
const LOW_IN_BODIES = 8;

/**
 * The grid that a frame of rules draws, or null where it encloses no cell: borders are clustered into
 * columns and rows, and neighbouring places without a border between them become one cell with spans.
 */
export function rulingsToGrid(
  group: RulingGroup,
  gray: GrayImage,
  bodyHeightPx: number,
  scattered: ReadonlySet<Ruling> = NONE,
): TableGrid | null {
  const tolerance = bodyHeightPx * SAME_EDGE_IN_BODIES;
  const columns = clusterPositions(group.vertical, tolerance);
  const rows = clusterPositions(group.horizontal, tolerance);
  if (columns.length === 0 || rows.length === 0) return null;
  const open = openSides(group, columns, rows, bodyHeightPx * OPEN_EDGE_IN_BODIES);
  const meter = new BorderMeter(gray, bodyHeightPx);
  let columnEdges = withOpenEdges(columns, open.left, open.right);
  let rowEdges = withSpanningRows(withOpenEdges(rows, open.top, open.bottom), columnEdges, bodyHeightPx);
  for (;;) {
    if (columnEdges.length < 2 || rowEdges.length < 2) return null;
    if ((columnEdges.length - 1) * (rowEdges.length - 1) > MOST_PLACES) return null;
    const sides = measureSides(columnEdges, rowEdges, meter, bodyHeightPx, scattered);
    const usedColumns = columnEdges.filter((_, edge) => sides.upright.some((row) => row[edge]!));
    const usedRows = rowEdges.filter(
      (edge, index) => sides.level[index]!.some(Boolean) && !isUnfounded(edge, index, sides),
    );
    if (usedColumns.length === columnEdges.length && usedRows.length === rowEdges.length) {
      return buildGrid({
        columnEdges,
        rowEdges,
        hasHorizontal: (edge, column) => sides.level[edge]![column]!,
        hasVertical: (row, edge) => sides.upright[row]![edge]!,
        closedAtTop: open.top === null,
        closedAtBottom: open.bottom === null,
      });
    }
    // Strokes in line with each other look like a rule, and are the border of no place.
    [columnEdges, rowEdges] = [usedColumns, usedRows];
  }
}

/**
 * Whether an inner edge that no rule draws parts two rows which both have their column borders: it was imagined for a
 * heading over all columns, where upright rules were found broken side by side, and the scan shows them there.
 */
function isUnfounded(edge: Edge, index: number, { upright }: LatticeSides): boolean {
  if (edge.rulings.length > 0 || index === 0 || index === upright.length) return false;
  return [upright[index - 1]!, upright[index]!].every((row) => {
    const inner = row.slice(1, -1);
    return inner.filter(Boolean).length > inner.length * OPEN_ROW_SHARE;
  });
}

/** Which sides of all places are borders, those that the scan lost included. */
function measureSides(
  columnEdges: readonly Edge[],
  rowEdges: readonly Edge[],
  meter: BorderMeter,
  bodyHeightPx: number,
  scattered: ReadonlySet<Ruling>,
): LatticeSides {
  const measureAll = (edges: readonly Edge[], crossing: readonly Edge[]): SideMeasure[][] =>
    edges.map((edge) => {
      const isWeak = isScattered(edge, crossing, scattered);
      return crossing.slice(1).map((to, index) => {
        const from = crossing[index]!;
        const start = from.position + from.thicknessPx / 2 + 1;
        const end = to.position - to.thicknessPx / 2 - 1;
        return { ...meter.measure(edge, start, end, isWeak), lengthPx: end - start };
      });
    });
  const level = measureAll(rowEdges, columnEdges);
  const upright = measureAll(columnEdges, rowEdges);
  const levelEvidence = weighSides(rowEdges, level, columnEdges, scattered);
  const uprightEvidence = weighSides(columnEdges, upright, rowEdges, scattered);
  const votes = rowEdges.slice(1).map((_, row) =>
    columnEdges.slice(1, -1).reduce((sum, __, i) => {
      const side = upright[i + 1]![row]!;
      if (side.isInPrint) return sum;
      const known = uprightEvidence[i + 1]!;
      if (known === null) return sum + (side.drawnShare >= HIGH_SIDE_SHARE ? SURE_EVIDENCE : -SURE_EVIDENCE);
      return sum + Math.max(-3, Math.min(3, known[row]!));
    }, 0),
  );
  const isBorder = (edge: Edge, edges: readonly Edge[], index: number, between: number): boolean => {
    if (edge.rulings.length === 0) return true;
    const [side, evidence] =
      edges === rowEdges
        ? [level[index]![between]!, levelEvidence[index]!]
        : [upright[index]![between]!, uprightEvidence[index]!];
    if (evidence !== null) {
      const own = evidence[between]!;
      const isOutside = index === 0 || index === edges.length - 1;
      if (isOutside) return evidence.reduce((sum, value) => sum + value, 0) > 0;
      // The letters of a word are dots as well, and no rule goes through one.
      if (side.isInWord || (edges === rowEdges && side.isInPrint)) return false;
      if (!side.isInPrint && Math.abs(own) >= SURE_EVIDENCE) return own > 0;
      if (edges === rowEdges) return evidence.reduce((sum, value) => sum + value, 0) >= 0;
      // Whether a heading stands over the columns, the others of its row tell.
      return votes[between]! > 0;
    }
    const isOuter = edge === edges[0] || edge === edges.at(-1);
    if (isOuter && side.drawnShare >= OUTER_SIDE_SHARE) return true;
    const isLow = side.lengthPx < bodyHeightPx * LOW_IN_BODIES;
    // A stamp, a tall letter of a word over several columns, a line in the middle of several rows leave gaps.
    if (side.isInPrint && (isLow || edges === rowEdges))
      return side.drawnShare === 1 && side.solidShare >= SOLID_SIDE_SHARE;
    if (side.reachesBoth && side.drawnShare >= BROKEN_SIDE_SHARE) return true;
    if (edges === rowEdges) return side.drawnShare >= LEVEL_SIDE_SHARE;
    return side.drawnShare >= (isLow ? LOW_SIDE_SHARE : HIGH_SIDE_SHARE);
  };
  const sides: LatticeSides = {
    level: level.map((columns, edge) =>
      columns.map((_, column) => isBorder(rowEdges[edge]!, rowEdges, edge, column)),
    ),
    upright: rowEdges.slice(1).map((_, row) =>
      withoutPrint(
        columnEdges.map((edge, index) => isBorder(edge, columnEdges, index, row)),
        upright.map((rows) => rows[row]!),
      ),
    ),
  };
  closeRegions(
    sides,
    (edge, column) => level[edge]![column]!.drawnShare,
    // A word speaks against a rule as much as a drawn side for it: under a heading one was lost.
    (row, edge) => (upright[edge]![row]!.isInWord ? -1 : upright[edge]![row]!.drawnShare),
  );
  closeOuterSides(sides);
  return sides;
}

/**
 * Whether only dots of an edge may be left: some of its rules were found from dots, or others of the page were and
 * it goes over most of the table, as strokes of print never do.
 */
function isScattered(edge: Edge, crossing: readonly Edge[], scattered: ReadonlySet<Ruling>): boolean {
  if (scattered.size === 0 || edge.rulings.length === 0) return false;
  if (edge.rulings.some((ruling) => scattered.has(ruling))) return true;
  return drawnLength(edge) >= (crossing.at(-1)!.position - crossing[0]!.position) * WHOLE_EDGE_SHARE;
}

/**
 * For edges of which the scan kept dots only: how much more likely it is that a side is drawn, from the number of its
 * pieces that hold any, as the logarithm of a ratio. Null for edges that are to be seen all along.
 */
function weighSides(
  edges: readonly Edge[],
  sides: readonly (readonly SideMeasure[])[],
  crossing: readonly Edge[],
  scattered: ReadonlySet<Ruling>,
): (number[] | null)[] {
  return edges.map((edge, index) => {
    if (!isScattered(edge, crossing, scattered)) return null;
    const own = sides[index]!;
    const covered = own.filter((_, between) => {
      const [from, to] = [crossing[between]!.position, crossing[between + 1]!.position];
      const length = edge.spans.reduce(
        (sum, span) => sum + Math.max(0, Math.min(span.end, to) - Math.max(span.start, from)),
        0,
      );
      return length >= (to - from) / 2;
    });
    const among = covered.length > 0 ? covered : own;
    const shares = among.map((side) => side.drawnShare).toSorted((a, b) => a - b);
    const usual = shares[Math.floor(shares.length * USUAL_QUANTILE)]!;
    const kept = Math.min(MOST_KEPT, Math.max(LEAST_KEPT, usual));
    const chance = Math.min(CHANCE_SHARE, kept / 3);
    return own.map(({ pieceCount, drawnShare }) => {
      const drawn = pieceCount * drawnShare;
      return drawn * Math.log(kept / chance) + (pieceCount - drawn) * Math.log((1 - kept) / (1 - chance));
    });
  });
}

/** The upright borders of a row; in a heading over all columns, none in the middle of a word. */
function withoutPrint(isBorder: readonly boolean[], sides: readonly SideMeasure[]): boolean[] {
  const innerCount = isBorder.length - 2;
  const drawnCount = isBorder.slice(1, -1).filter(Boolean).length;
  if (innerCount < MANY_BORDERS || drawnCount > innerCount * FEW_BORDERS_SHARE) return [...isBorder];
  return isBorder.map((isDrawn, index) => {
    const isInner = index > 0 && index < isBorder.length - 1;
    return isDrawn && !(isInner && sides[index]!.isInPrint);
  });
}

interface SideMeasure extends BorderMeasure {
  readonly lengthPx: number;
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
    const second = starts.toSorted((a, b) => a - b)[1];
    return second === undefined ? null : median(starts.filter((start) => start <= second + reach));
  };
  const after = (rulings: readonly Ruling[], last: number): number | null => {
    const ends = rulings.filter((ruling) => ruling.end > last + reach).map((ruling) => ruling.end);
    // Headings interrupt the rules: those that end above the last one say nothing of the table's end.
    const second = ends.toSorted((a, b) => b - a)[1];
    return second === undefined ? null : median(ends.filter((end) => end >= second - reach));
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
