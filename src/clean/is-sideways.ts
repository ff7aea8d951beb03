import type { Components } from "../image/find-components.ts";

/** Letters and digits have a longer side between these, in body heights. */
const SMALLEST_LETTER = 0.6;
const LARGEST_LETTER = 1.6;
/** Fewer letters may stand in a column by themselves: a list of numbers. */
const FEWEST_LETTERS = 40;
/** Edges are counted in bins of this many body heights, each together with the next. */
const BIN_IN_BODIES = 0.1;
/**
 * Letters share their upper and lower edges with their line, and their left and right edges with few others. On pages of
 * prose and tables the one is 4 to 12 times as strong as the other, either way round.
 */
const CLEARLY_MORE = 2;

/** Whether the lines of print run up and down the page instead of across. */
export function isSideways(components: Components, bodyHeightPx: number): boolean {
  const { left, top, right, bottom } = components;
  const letters = Array.from({ length: components.count }, (_, id) => id).filter((id) => {
    const side = Math.max(right[id]! - left[id]!, bottom[id]! - top[id]!);
    return side >= bodyHeightPx * SMALLEST_LETTER && side <= bodyHeightPx * LARGEST_LETTER;
  });
  if (letters.length < FEWEST_LETTERS) return false;
  const binPx = Math.max(1, bodyHeightPx * BIN_IN_BODIES);
  const shared = (edges: Int32Array): number =>
    countShared(
      letters.map((id) => edges[id]!),
      binPx,
    );
  return Math.max(shared(left), shared(right)) > CLEARLY_MORE * Math.max(shared(top), shared(bottom));
}

/** With how many others an edge is shared on average. */
function countShared(edges: readonly number[], binPx: number): number {
  const bins = new Map<number, number>();
  for (const edge of edges) {
    const bin = Math.floor(edge / binPx);
    bins.set(bin, (bins.get(bin) ?? 0) + 1);
  }
  let sum = 0;
  for (const [bin, count] of bins) sum += (count + (bins.get(bin + 1) ?? 0)) ** 2;
  return sum / edges.length;
}
