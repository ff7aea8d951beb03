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
  let best: { starts: number[]; cost: number } | null = null;
  const place = (starts: number[], cost: number): void => {
    if (best !== null && cost >= best.cost) return;
    const index = starts.length - 1;
    const first = starts[index]!;
    const isLast = index === headings.length - 1;
    const lastEnd = isLast ? columnCount : columnCount - (headings.length - 1 - index);
    for (let end = isLast ? columnCount : first + 1; end <= lastEnd; end++) {
      const total = cost + misplacement(edges[first]!, edges[end]!, headings[index]!);
      if (isLast) {
        if (best === null || total < best.cost) best = { starts: [...starts], cost: total };
      } else {
        place([...starts, end], total);
      }
    }
  };
  place([0], 0);
  return (best as { starts: number[] } | null)?.starts ?? null;
}

/** Distance of a heading's middle from its columns' middle, and what of it lies outside of them. */
function misplacement(left: number, right: number, heading: Span): number {
  const shift = Math.abs((heading.start + heading.end) / 2 - (left + right) / 2);
  return shift + 2 * Math.max(0, left - heading.start) + 2 * Math.max(0, heading.end - right);
}
