import { expect, it } from "vitest";
import { reasonOf } from "../../src/raster/reason-of.ts";

it("is one line that nothing on a terminal acts on, whatever a library says", () => {
  expect(reasonOf(new Error("VipsJpeg: Bogus DQT index 5\nVipsJpeg: Bogus DQT index 5\n"))).toBe(
    "VipsJpeg: Bogus DQT index 5",
  );
  expect(reasonOf(new Error("unknown command \u001b[2J"))).toBe("unknown command ?[2J");
  expect(reasonOf(new RangeError("Maximum call stack size exceeded"))).toBe("its parts do not fit together");
  expect(reasonOf("text")).toBe("text");
});
