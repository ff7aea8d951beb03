import { expect, test } from "vitest";
import { closeOuterSides } from "../../src/table/close-outer-sides.ts";
import type { LatticeSides } from "../../src/table/close-regions.ts";

/** A lattice of 2 × 3 places with all borders. */
const whole = (): LatticeSides => ({
  level: Array.from({ length: 3 }, () => [true, true, true]),
  upright: Array.from({ length: 2 }, () => [true, true, true, true]),
});

test("a place that only the end of an outer border is missing of is closed", () => {
  const sides = whole();
  sides.level[2]![0] = false;
  sides.upright[0]![3] = false;
  closeOuterSides(sides);
  expect(sides).toEqual(whole());
});

test("a place that lacks more than that stays open, and so does one at an edge that is hardly drawn", () => {
  const corner = whole();
  corner.level[2]![0] = false;
  corner.upright[1]![0] = false;
  const open = whole();
  open.level[2]!.fill(false, 0, 2);
  for (const sides of [corner, open]) {
    const before = structuredClone(sides);
    closeOuterSides(sides);
    expect(sides).toEqual(before);
  }
});
