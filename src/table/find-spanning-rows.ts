import type { Span } from "../model/table.ts";
import type { Edge } from "./cluster-positions.ts";
import { median } from "./median.ts";

/** Share of a row's column borders that stop for a heading; one that a stain mends does no harm. */
const INTERRUPTED_SHARE = 0.6;
/** One border alone may be broken anywhere. */
const FEWEST_INTERRUPTED = 2;
/**
 * A heading's row is at least this high, in body heights: its letters with room for the marks above and below. Worn
 * rules are interrupted side by side over one height and a third.
 */
const LOWEST_HEADING = 1.8;
/** Interruptions that begin (and end) within this many body heights of each other are one. */
const SAME_PLACE = 1;

/**
 * Headings over the whole width of a table without rules between its rows: the inner column borders stop
 * above them and go on below. Returns the stretches where most borders between `top` and `bottom` are
 * interrupted together.
 */
export function findSpanningRows(
  columns: readonly Edge[],
  top: number,
  bottom: number,
  bodyHeightPx: number,
): Span[] {
  const gapsOf = columns
    .slice(1, -1)
    .map((edge) => ({ edge, gaps: gapsBetween(edge.spans, top, bottom) }))
    .filter(({ gaps }) => !gaps.some((gap) => gap.start === top && gap.end === bottom))
    .map(({ gaps }) => gaps.filter((gap) => gap.end - gap.start >= bodyHeightPx * LOWEST_HEADING));
  const all = gapsOf.flat().toSorted((a, b) => a.start - b.start);
  const spanning: Span[] = [];
  const tolerance = bodyHeightPx * SAME_PLACE;
  for (const gap of all) {
    if (spanning.some((other) => gap.start < other.end)) continue;
    const alike = gapsOf.flatMap(
      (gaps) =>
        gaps.find(
          (other) =>
            Math.abs(other.start - gap.start) <= tolerance && Math.abs(other.end - gap.end) <= tolerance,
        ) ?? [],
    );
    if (alike.length < Math.max(FEWEST_INTERRUPTED, gapsOf.length * INTERRUPTED_SHARE)) continue;
    spanning.push({
      start: median(alike.map((other) => other.start)),
      end: median(alike.map((other) => other.end)),
    });
  }
  return spanning;
}

function gapsBetween(spans: readonly Span[], from: number, to: number): Span[] {
  const gaps: Span[] = [];
  let start = from;
  for (const span of spans) {
    if (span.end <= start) continue;
    if (span.start >= to) break;
    if (span.start > start) gaps.push({ start, end: span.start });
    start = span.end;
  }
  if (start < to) gaps.push({ start, end: to });
  return gaps;
}
