import { describe, expect, it } from "vitest";
import { parseCountTo } from "../../src/cli/parse-count.ts";

describe("parseCountTo", () => {
  it("takes whole numbers in digits up to the greatest that is allowed", () => {
    expect(["1", "64", "007"].map(parseCountTo(64))).toEqual([1, 64, 7]);
    for (const text of ["0", "65", "3000000", "-1", "1.5", "1e1", "0x10", " 2", "", "two"]) {
      expect(() => parseCountTo(64)(text)).toThrow("It must be a whole number from 1 to 64.");
    }
  });
});
