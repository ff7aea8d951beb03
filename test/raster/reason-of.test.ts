import { expect, it } from "vitest";
import { reasonOf } from "../../src/raster/reason-of.ts";

it("says why in one line, however often a library says it", () => {
  expect(reasonOf(new Error("VipsJpeg: Bogus DQT index 5\nVipsJpeg: Bogus DQT index 5\n"))).toBe(
    "VipsJpeg: Bogus DQT index 5",
  );
  expect(reasonOf("gone")).toBe("gone");
});
