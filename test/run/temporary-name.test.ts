import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { pidOfTemporary, temporaryBeside } from "../../src/run/temporary-name.ts";

describe("temporaryBeside", () => {
  it("is short, in the same folder, and another one each time", () => {
    const path = `/a/${"ก".repeat(80)}.json`;
    const [first, second] = [temporaryBeside(path), temporaryBeside(path)];
    expect(dirname(first)).toBe("/a");
    expect(basename(first).length).toBeLessThan(50);
    expect(first).not.toBe(second);
  });
});

describe("pidOfTemporary", () => {
  it("knows our own temporary files from all others", () => {
    expect(pidOfTemporary(basename(temporaryBeside("/a/b.json", 42)))).toBe(42);
    expect([".raingan-1-x.tmp", ".raingan.tmp", "a.json", ".b.json.42.tmp"].map(pidOfTemporary)).toEqual([
      null,
      null,
      null,
      null,
    ]);
  });
});
