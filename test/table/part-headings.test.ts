import { expect, test } from "vitest";
import type { Span } from "../../src/model/table.ts";
import { partHeadings } from "../../src/table/part-headings.ts";
import { seededRandom } from "../support/degenerate-pages.ts";

/** All ways to part columns among headings, the one whose headings stand nearest to the middle of their columns first found. */
function cheapest(edges: readonly number[], headings: readonly Span[]): readonly number[] | null {
  let best: { readonly starts: readonly number[]; readonly cost: number } | null = null;
  const place = (starts: readonly number[], cost: number): void => {
    const heading = headings[starts.length - 1]!;
    const isLast = starts.length === headings.length;
    for (let end = starts.at(-1)! + 1; end < edges.length; end++) {
      if (isLast && end < edges.length - 1) continue;
      const [left, right] = [edges[starts.at(-1)!]!, edges[end]!];
      const shift = Math.abs((heading.start + heading.end) / 2 - (left + right) / 2);
      const outside = Math.max(0, left - heading.start) + Math.max(0, heading.end - right);
      const total = cost + shift + 2 * outside;
      if (!isLast) place([...starts, end], total);
      else if (best === null || total < best.cost) best = { starts, cost: total };
    }
  };
  place([0], 0);
  return (best as { readonly starts: readonly number[] } | null)?.starts ?? null;
}

test("headings stand over those columns that bring them nearest to the middle", () => {
  const random = seededRandom(3);
  for (let trial = 0; trial < 200; trial++) {
    const edges = Array.from({ length: 2 + Math.floor(random() * 7) }, (_, at) => at * 40);
    const headings = Array.from({ length: 1 + Math.floor(random() * 4) }, () => {
      const start = Math.floor(random() * 300);
      return { start, end: start + 10 + Math.floor(random() * 60) };
    }).toSorted((a, b) => a.start - b.start);
    const expected = headings.length > edges.length - 1 ? null : cheapest(edges, headings);
    expect(partHeadings(edges, headings)).toEqual(expected);
  }
});

test("headings that all stand in the middle are parted at once, however many", { timeout: 20_000 }, () => {
  const edges = Array.from({ length: 51 }, (_, at) => at * 40);
  const headings = Array.from({ length: 25 }, () => ({ start: 990, end: 1010 }));
  const starts = partHeadings(edges, headings);
  expect(starts).toHaveLength(25);
  expect(starts).toEqual(starts!.toSorted((a, b) => a - b));
});
