import { UsageError } from "./exit-code.ts";

/**
 * The test for pages as given on the command line: `"2-5"`, `"7"`, `"1,4-"`, in any order and overlapping.
 *
 * @throws UsageError on anything else, page 0 and backward ranges included.
 */
export function parsePageRanges(text: string): (pageNumber: number) => boolean {
  const ranges = text.split(",").map((part) => {
    const match = /^\s*(\d+)\s*(?:(-)\s*(\d+)?)?\s*$/u.exec(part);
    const first = Number(match?.[1] ?? 0);
    const last = match?.[2] === undefined ? first : Number(match[3] ?? Infinity);
    if (first < 1 || last < first) {
      throw new UsageError(
        `--pages ${text}: "${part.trim()}" is no page or range; write it like 2-5 or 1,4,7-9.`,
      );
    }
    return { first, last };
  });
  return (pageNumber) => ranges.some(({ first, last }) => pageNumber >= first && pageNumber <= last);
}
