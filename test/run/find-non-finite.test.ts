import { describe, expect, it } from "vitest";
import { findNonFinite } from "../../src/run/find-non-finite.ts";

describe("findNonFinite", () => {
  it("names the place of a number that JSON cannot hold", () => {
    expect(findNonFinite({ tables: [{ box: { top: 1 } }, { box: { top: -Infinity } }] })).toBe(
      "tables.1.box.top",
    );
    expect(findNonFinite([0, [Number.NaN]])).toBe("1.0");
  });

  it("finds nothing in what JSON can hold", () => {
    expect(findNonFinite({ text: "๑", none: null, list: [1.5, -0, true] })).toBeNull();
  });
});
