import { setTimeout } from "node:timers/promises";
import { expect, test, vi } from "vitest";

import { collectWarnings } from "../../../src/raster/pdf/collect-warnings.ts";

test("warnings go to the work that caused them, everything else is printed", async () => {
  const print = vi.spyOn(console, "warn").mockReturnValue(undefined);
  const work = (name: string): Promise<readonly string[]> =>
    collectWarnings(async (warnings) => {
      console.warn(`Warning: ${name} begins`);
      await setTimeout(2);
      console.warn(`Warning: ${name} ends`);
      console.warn("Attention", name);
      return warnings;
    });
  const [first, second] = await Promise.all([work("first"), work("second")]);
  expect(first).toEqual(["first begins", "first ends"]);
  expect(second).toEqual(["second begins", "second ends"]);
  expect(print.mock.calls).toEqual([
    ["Attention", "first"],
    ["Attention", "second"],
  ]);
});

test("the console is given back, also after an error", async () => {
  const print = vi.spyOn(console, "warn").mockReturnValue(undefined);
  const replaced = console.warn;
  await expect(
    collectWarnings(() => {
      throw new Error("stop");
    }),
  ).rejects.toThrow("stop");
  expect(console.warn).toBe(replaced);
  console.warn("Warning: from elsewhere");
  expect(print).toHaveBeenCalledExactlyOnceWith("Warning: from elsewhere");
});
