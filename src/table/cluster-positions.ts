import { greatest, least } from "../model/extremes.ts";
import type { Ruling, Span } from "../model/table.ts";

/** A border of the grid: one or several rules at the same place. */
export interface Edge {
  readonly position: number;
  readonly thicknessPx: number;
  /** Stretches along the edge that a rule covers; sorted, not overlapping. */
  readonly spans: readonly Span[];
  readonly rulings: readonly Ruling[];
}

/** Gathers parallel rules whose positions differ by less than `tolerancePx` from the one before. */
export function clusterPositions(rulings: readonly Ruling[], tolerancePx: number): Edge[] {
  const clusters: Ruling[][] = [];
  for (const ruling of rulings.toSorted((a, b) => a.position - b.position)) {
    const cluster = clusters.at(-1);
    const last = cluster?.at(-1);
    if (cluster && last && ruling.position - last.position <= tolerancePx) cluster.push(ruling);
    else clusters.push([ruling]);
  }
  return clusters.map(toEdge);
}

/** A border that no rule draws: the whitespace between rows, or where the page cuts a table. */
export function imaginedEdge(position: number): Edge {
  return { position, thicknessPx: 0, spans: [{ start: -Infinity, end: Infinity }], rulings: [] };
}

function toEdge(rulings: readonly Ruling[]): Edge {
  let length = 0;
  let moment = 0;
  for (const ruling of rulings) {
    length += ruling.end - ruling.start;
    moment += (ruling.end - ruling.start) * ruling.position;
  }
  // A cluster holds a rule at least, and a rule some of the page.
  const position = length === 0 ? rulings[0]!.position : moment / length;
  const low = least(
    rulings.map((ruling) => ruling.position - ruling.thicknessPx / 2),
    position,
  );
  const high = greatest(
    rulings.map((ruling) => ruling.position + ruling.thicknessPx / 2),
    position,
  );
  return { position, thicknessPx: high - low, spans: uniteSpans(rulings), rulings };
}

function uniteSpans(rulings: readonly Ruling[]): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  for (const { start, end } of rulings
    .flatMap((ruling) => ruling.spans)
    .toSorted((a, b) => a.start - b.start)) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}
