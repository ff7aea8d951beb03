import type { Span } from "../model/table.ts";

/**
 * Which columns each group heading stands over, where its middle alone tells: the columns `edges[0]` to
 * `edges.at(-1)` are parted among the headings, from left to right, so that each stands as near as possible
 * to the middle of its columns. Returns the first column of each heading; null where there are more headings
 * than columns.
 */
export function partHeadings(edges: readonly number[], headings: readonly Span[]): number[] | null {
  const columnCount = edges.length - 1;
  if (headings.length === 0 || headings.length > columnCount) return null;
  // The cheapest way to part the first headings so that the last of them ends at a column, for one heading more at a time.
  let parted = new Map<number, Parting>([[0, { starts: [], cost: 0 }]]);
  for (const [index, heading] of headings.entries()) {
    const left = headings.length - 1 - index;
    const next = new Map<number, Parting>();
    for (const [first, { starts, cost }] of parted) {
      for (let end = left === 0 ? columnCount : first + 1; end <= columnCount - left; end++) {
        const total = cost + misplacement(edges[first]!, edges[end]!, heading);
        const all = [...starts, first];
        const known = next.get(end);
        const isBetter =
          known === undefined ||
          total < known.cost ||
          (total === known.cost && isFurtherLeft(all, known.starts));
        if (isBetter) next.set(end, { starts: all, cost: total });
      }
    }
    parted = next;
  }
  return parted.get(columnCount)?.starts ?? null;
}

interface Parting {
  /** The first column of each heading so far. */
  readonly starts: number[];
  readonly cost: number;
}

/** Whether the first column in which two lists of as many columns differ is further left in the first of them. */
function isFurtherLeft(starts: readonly number[], others: readonly number[]): boolean {
  const at = starts.findIndex((start, index) => start !== others[index]);
  return at !== -1 && starts[at]! < others[at]!;
}

/** Distance of a heading's middle from its columns' middle, and what of it lies outside of them. */
function misplacement(left: number, right: number, heading: Span): number {
  const shift = Math.abs((heading.start + heading.end) / 2 - (left + right) / 2);
  return shift + 2 * Math.max(0, left - heading.start) + 2 * Math.max(0, heading.end - right);
}
