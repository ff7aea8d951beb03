import { indexByRows } from "../image/index-by-rows.ts";
import type { PixelRect } from "../model/box.ts";
import type { Span } from "../model/table.ts";

/** Paper this wide, in body heights, that all lines leave free parts two columns. */
const COLUMN_GAP = 0.9;
/** Where few lines stand beside the gap it has to be wider: spaces of two lines may meet by chance. */
const SPARSE_GAP = 1.3;
const SPARSE_LINES = 2;
/** A run belongs to both columns that it reaches into by this much, in body heights. */
const REACHES_INTO = 0.4;
/** Runs side by side share at least this much of the lower one's height. */
const SIDE_BY_SIDE = 0.5;
/** Spaces inside a heading are at most this wide, in body heights, and part it into few runs. */
const WIDEST_SPACE = 2.5;
const MOST_RUNS_OF_HEADING = 3;
/** Dashes and other print of one column lie at most this far apart, in body heights. */
const LOOSE_GAP = 4;
const HIGHEST_DASH = 0.4;
/** At most this many lines at one place may be headings over several columns. */
const MOST_HEADING_LINES = 2;
/** A gap may be bridged by at most so many lines at one place, if each has several lines that leave it free. */
const MOST_STRAY_LINES = 3;
const FEWEST_PARTED = 5;
const PARTED_FOR_A_STRAY = 4;
/** Lines of a column begin within this distance of each other, in body heights. */
const ALIGNED = 1;

/** The columns that the print itself forms. */
export interface TextColumns {
  /** The stretch that each column's print covers, from left to right. */
  readonly columns: readonly Span[];
  /** The middle of the paper between each two columns. */
  readonly innerEdges: readonly number[];
}

/**
 * Columns from the gaps that all lines leave free. Runs alone at their height (titles, headings over the
 * table) do not count; group headings, which bridge a gap that nearly all other lines leave free, neither.
 */
export function findTextColumns(runs: readonly PixelRect[], bodyHeightPx: number): TextColumns {
  const isAlone = aloneAmong(runs, bodyHeightPx);
  const beside = runs.filter((run) => !isAlone(run));
  let counting = beside;
  for (let lines = 1; lines <= MOST_HEADING_LINES; lines++) {
    const gaps = gapsBetween(coveredStretches(counting, lines), bodyHeightPx * COLUMN_GAP);
    counting = withoutGroupHeadings(counting, gaps);
  }
  for (let lines = 1; lines <= MOST_STRAY_LINES; lines++)
    counting = withoutStrays(counting, lines, bodyHeightPx);
  const counted = new Set(counting);
  const narrow = joinNear(coveredStretches(counting, 0), counting, bodyHeightPx);
  const columns = widen(
    narrow,
    beside.filter((run) => !counted.has(run)),
    bodyHeightPx,
  );
  return {
    columns,
    innerEdges: columns.slice(1).map((column, index) => (columns[index]!.end + column.start) / 2),
  };
}

/** Drops runs that bridge a gap and have no other print above them: only headings of several columns do. */
function withoutGroupHeadings(runs: readonly PixelRect[], gaps: readonly Span[]): PixelRect[] {
  const kept: PixelRect[] = [];
  for (const run of runs.toSorted((a, b) => a.top - b.top)) {
    const isTopmost = !kept.some(
      (other) => other.bottom <= run.top && other.left < run.right && other.right > run.left,
    );
    if (!isTopmost || !gaps.some((gap) => bridges(run, gap))) kept.push(run);
  }
  return kept;
}

/**
 * Drops runs that bridge a gap which many lines leave free: a total's label over several columns, a stamp, two
 * columns' words that stand too close in one line. Lines with print on both sides of the gap speak for it.
 */
function withoutStrays(runs: readonly PixelRect[], lines: number, bodyHeightPx: number): PixelRect[] {
  const strays = new Set<PixelRect>();
  for (const gap of gapsBetween(coveredStretches(runs, lines), bodyHeightPx * COLUMN_GAP)) {
    const bridging = runs.filter((run) => bridges(run, gap));
    if (bridging.length === 0) continue;
    const before = runs.filter((run) => run.right <= gap.start + bodyHeightPx * REACHES_INTO);
    const near = indexByRows(before, bodyHeightPx);
    const parted = runs.filter(
      (run) =>
        run.left >= gap.end - bodyHeightPx * REACHES_INTO &&
        run.left <= gap.end + bodyHeightPx * ALIGNED &&
        near(run).some((other) => areSideBySide(run, other)),
    );
    if (parted.length >= Math.max(FEWEST_PARTED, bridging.length * PARTED_FOR_A_STRAY))
      for (const run of bridging) strays.add(run);
  }
  return runs.filter((run) => !strays.has(run));
}

/** Whether a run covers more than half of a gap. */
function bridges(run: PixelRect, gap: Span): boolean {
  return Math.min(run.right, gap.end) - Math.max(run.left, gap.start) > (gap.end - gap.start) / 2;
}

/** Lets columns have their longest lines back, where these leave a gap to the next column. */
function widen(columns: readonly Span[], runs: readonly PixelRect[], bodyHeightPx: number): Span[] {
  const widened = columns.map((column) => ({ ...column }));
  const gap = bodyHeightPx * COLUMN_GAP;
  for (const run of runs) {
    const touched = widened.filter((column) => run.left < column.end && run.right > column.start);
    const [column] = touched;
    if (touched.length !== 1 || column === undefined) continue;
    const at = widened.indexOf(column);
    if (run.left - gap < (widened[at - 1]?.end ?? -Infinity)) continue;
    if (run.right + gap > (widened[at + 1]?.start ?? Infinity)) continue;
    column.start = Math.min(column.start, run.left);
    column.end = Math.max(column.end, run.right);
  }
  return widened;
}

/**
 * Says of a run among others whether it has no print of other columns beside it: nothing at all, or only what follows it at
 * the distance of a wide space, as in headings with a number.
 */
export function aloneAmong(runs: readonly PixelRect[], bodyHeightPx: number): (run: PixelRect) => boolean {
  const near = indexByRows(runs, bodyHeightPx);
  return (run) => {
    const line = near(run).filter((other) => other === run || areSideBySide(run, other));
    if (line.length > MOST_RUNS_OF_HEADING) return false;
    const sorted = line.toSorted((a, b) => a.left - b.left);
    return sorted
      .slice(1)
      .every((other, index) => other.left - sorted[index]!.right <= bodyHeightPx * WIDEST_SPACE);
  };
}

export function areSideBySide(a: PixelRect, b: PixelRect): boolean {
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= Math.min(a.bottom - a.top, b.bottom - b.top) * SIDE_BY_SIDE;
}

/** Which columns a run reaches into: the first and the last one. */
export function columnsOf(
  run: PixelRect,
  innerEdges: readonly number[],
  bodyHeightPx: number,
): { first: number; last: number } {
  const reach = bodyHeightPx * REACHES_INTO;
  const first = innerEdges.filter((edge) => run.left + reach > edge).length;
  const last = innerEdges.filter((edge) => run.right - reach > edge).length;
  return { first: Math.min(first, last), last: Math.max(first, last) };
}

/** Stretches of x that more than `ignored` runs cover. */
function coveredStretches(runs: readonly PixelRect[], ignored: number): Span[] {
  const steps = runs
    .flatMap((run) => [
      { x: run.left, by: 1 },
      { x: run.right, by: -1 },
    ])
    .toSorted((a, b) => a.x - b.x || b.by - a.by);
  const stretches: Span[] = [];
  let depth = 0;
  let start = 0;
  for (const { x, by } of steps) {
    const before = depth;
    depth += by;
    if (before <= ignored && depth > ignored) start = x;
    if (before > ignored && depth <= ignored) stretches.push({ start, end: x });
  }
  return stretches;
}

function gapsBetween(stretches: readonly Span[], narrowest: number): Span[] {
  return stretches
    .slice(1)
    .map((stretch, index) => ({ start: stretches[index]!.end, end: stretch.start }))
    .filter((gap) => gap.end - gap.start >= narrowest);
}

function joinNear(stretches: readonly Span[], runs: readonly PixelRect[], bodyHeightPx: number): Span[] {
  const linesIn = (span: Span): number =>
    runs.filter((run) => run.left < span.end && run.right > span.start).length;
  const joined: Span[] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    if (!last) {
      joined.push(stretch);
      continue;
    }
    const isSparse = Math.min(linesIn(last), linesIn(stretch)) <= SPARSE_LINES;
    const needed = bodyHeightPx * (isSparse ? SPARSE_GAP : COLUMN_GAP);
    const gap = stretch.start - last.end;
    // A dash at the left of a column under a heading in its middle: never beside each other.
    const isOne =
      gap < bodyHeightPx * LOOSE_GAP &&
      (holdsDashes(last, runs, bodyHeightPx) || holdsDashes(stretch, runs, bodyHeightPx)) &&
      !standBeside(last, stretch, runs);
    if (gap >= needed && !isOne) joined.push(stretch);
    else joined[joined.length - 1] = { start: last.start, end: stretch.end };
  }
  return joined;
}

function standBeside(a: Span, b: Span, runs: readonly PixelRect[]): boolean {
  const within = (span: Span): PixelRect[] =>
    runs.filter((run) => run.left >= span.start && run.right <= span.end);
  const right = within(b);
  return within(a).some((run) => right.some((other) => areSideBySide(run, other)));
}

function holdsDashes(span: Span, runs: readonly PixelRect[], bodyHeightPx: number): boolean {
  return runs
    .filter((run) => run.left >= span.start && run.right <= span.end)
    .every((run) => run.bottom - run.top < bodyHeightPx * HIGHEST_DASH);
}
