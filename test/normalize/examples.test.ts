import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import * as lineLayout from "../../src/normalize/line-layout.ts";
import type { NormalizeStep } from "../../src/normalize/normalize-thai.ts";
import * as plainCharacters from "../../src/normalize/plain-characters.ts";
import * as thaiClusters from "../../src/normalize/thai-clusters.ts";

/** A docblock with the function that it belongs to, and its lines of the form `"before" -> "after"`. */
const DOCUMENTED_STEP = /\/\*\*((?:(?!\*\/)[^])*)\*\/\nexport function (\w+)/g;
const EXAMPLE = /^ \* (".*") -> (".*")$/gm;

const modules: Record<string, Record<string, NormalizeStep>> = {
  "line-layout": lineLayout,
  "plain-characters": plainCharacters,
  "thai-clusters": thaiClusters,
};

for (const [file, steps] of Object.entries(modules)) {
  const source = await readFile(new URL(`../../src/normalize/${file}.ts`, import.meta.url), "utf8");
  const documented = Array.from(source.matchAll(DOCUMENTED_STEP), ([, comment = "", name = ""]) => ({
    name,
    examples: Array.from(comment.matchAll(EXAMPLE), ([, before = "", after = ""]) => ({ before, after })),
  }));

  describe(file, () => {
    test("every step has examples", () => {
      expect(documented.map(({ name }) => name).toSorted()).toEqual(Object.keys(steps).toSorted());
      expect(documented.filter(({ examples }) => examples.length === 0)).toEqual([]);
    });

    for (const { name, examples } of documented) {
      test.each(examples)(`${name}: $before -> $after`, ({ before, after }) => {
        expect(steps[name]!(JSON.parse(before) as string)).toBe(JSON.parse(after));
      });
    }
  });
}
