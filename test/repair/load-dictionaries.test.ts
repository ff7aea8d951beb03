import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dictionaries-"));
  cpSync(new URL("../../dictionaries", import.meta.url), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

test("the hash tells the dictionaries in force", () => {
  const own = loadDictionaries();
  expect(loadDictionaries(folder).hash).toBe(own.hash);
  expect(own.hash).toMatch(/^[0-9a-f]{64}$/u);
  writeFileSync(
    join(folder, "policy-headings.json"),
    JSON.stringify({
      source: "test",
      licence: "test",
      headings: [{ id: "a", title: "นโยบาย", variants: [] }],
    }),
  );
  const other = loadDictionaries(folder);
  expect(other.hash).not.toBe(own.hash);
  expect(other.policyHeadings.spellings.map(({ title }) => title)).toEqual(["นโยบาย"]);
});

test("a file that does not fit its schema is named", () => {
  writeFileSync(join(folder, "offices.json"), '{"source":"test"}');
  expect(() => loadDictionaries(folder)).toThrow(/offices\.json/u);
});
