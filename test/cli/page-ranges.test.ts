import { describe, expect, it } from "vitest";
import { parsePageRanges } from "../../src/cli/page-ranges.ts";

const pages = Array.from({ length: 12 }, (_, index) => index + 1);

describe("parsePageRanges", () => {
  it.each([
    ["3", [3]],
    ["2-5", [2, 3, 4, 5]],
    ["1, 4,7-9", [1, 4, 7, 8, 9]],
    ["10-", [10, 11, 12]],
    ["5-6,2-5", [2, 3, 4, 5, 6]],
  ])("%s", (text, expected) => {
    expect(pages.filter(parsePageRanges(text))).toEqual(expected);
  });
  it.each(["", "0", "0-3", "5-2", "-3", "a", "1;2", "1.5"])("refuses %j with a hint", (text) => {
    expect(() => parsePageRanges(text)).toThrow(/write it like 2-5/u);
  });
});
