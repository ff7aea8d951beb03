import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROMISES } from "../../../fuzz/promises/promises.ts";
import { packageRoot } from "../../../src/run/default-model-path.ts";

const read = (file: string): string => readFileSync(join(packageRoot(), file), "utf8");

describe.each(PROMISES.map((promised) => [promised.promise, promised] as const))("%s", (promise, { tests, broken }) => {
  it("can still be broken as it says", () => {
    expect(read(broken.file).split(broken.from)).toHaveLength(2);
  });

  it("is held by tests that are there, and stands in docs/reliability.md with them", () => {
    const row = read("docs/reliability.md").split("\n").find((line) => line.includes(promise));
    for (const test of tests) {
      expect(existsSync(join(packageRoot(), test))).toBe(true);
      expect(row).toContain(test.replace(/^test\//u, "").replace(/\.test\.ts$/u, ""));
    }
  });
});
