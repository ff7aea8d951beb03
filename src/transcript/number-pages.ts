import type { TranscriptPage } from "./transcript.ts";

/** What stands between two page breaks, and the number that the break in front of it says; null where it says none. */
export interface PageSegment extends TranscriptPage {
  readonly markedNumber: number | null;
}

/** Larger numbers are years and other slips. */
const LARGEST_NUMBER = 2000;

/**
 * Pages in their order, with the numbers that their marks say: page 3 is the third, also where page 2 is blank or the
 * transcript leaves it out. Where marks say nothing, or contradict one another, pages are those with something on them.
 */
export function numberPages(segments: readonly PageSegment[]): TranscriptPage[] {
  const pages = withNumbersBehind(segments).filter(
    ({ blocks, markedNumber }) => blocks.length > 0 || markedNumber !== null,
  );
  const numbered: TranscriptPage[] = [];
  for (const { blocks, markedNumber } of pages) {
    const pageNumber = markedNumber ?? numbered.length + 1;
    if (pageNumber <= numbered.length || pageNumber > LARGEST_NUMBER) {
      return segments
        .filter((segment) => segment.blocks.length > 0)
        .map((segment) => ({ blocks: segment.blocks }));
    }
    while (numbered.length + 1 < pageNumber) numbered.push({ blocks: [], isLeftOut: true });
    numbered.push({ blocks });
  }
  return numbered;
}

/**
 * A mark stands above its page or below it. Below, text stands above the mark of page 1 and none below the last one; text
 * above the mark of page 1 is otherwise something that the engine says of the file, and stays with that page.
 */
function withNumbersBehind(segments: readonly PageSegment[]): PageSegment[] {
  const [first, second] = segments;
  if (first === undefined || first.blocks.length === 0 || second?.markedNumber !== 1) return [...segments];
  if (segments.at(-1)!.blocks.length > 0) {
    return [{ ...second, blocks: [...first.blocks, ...second.blocks] }, ...segments.slice(2)];
  }
  return segments.slice(0, -1).map((segment, index) => ({
    ...segment,
    markedNumber: segments[index + 1]!.markedNumber,
  }));
}
