import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluationPairs } from "../../src/cli/evaluation-pairs.ts";
import { UsageError } from "../../src/cli/exit-code.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(...names: readonly string[]): readonly string[] {
  return names.map((name) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "{}");
    return path;
  });
}

const truthOf = (name: string, expected: string | null = null): string | undefined =>
  evaluationPairs([name], expected)[0]?.truthPath;

describe("evaluationPairs", () => {
  it("takes the expected file beside a scan", () => {
    const [scan, truth] = put("a.pdf", "a.expected.json");
    expect(truthOf(scan!)).toBe(truth);
  });
  it("takes the expected file of the folder", () => {
    const [scan, truth] = put("x/scan.pdf", "x/expected.json");
    expect(truthOf(scan!)).toBe(truth);
  });
  it("looks in a folder of expected files, by name and by the scan's folder", () => {
    const [a, b, truthA, truthB] = put("out/a.json", "b/scan.pdf", "truth/a.json", "truth/b/expected.json");
    expect(truthOf(a!, join(folder, "truth"))).toBe(truthA);
    expect(truthOf(b!, join(folder, "truth"))).toBe(truthB);
  });
  it("does not compare an extraction with itself", () => {
    const [extraction] = put("a.json");
    expect(() => truthOf(extraction!)).toThrow(UsageError);
  });
  it("takes pairs", () => {
    const [a, truth] = put("a.json", "t.json");
    expect(evaluationPairs([`${a}=${truth}`], null)).toEqual([{ filePath: a, truthPath: truth }]);
  });
  it("takes one expected file for one file only", () => {
    const [a, b, truth] = put("a.json", "b.json", "t.json");
    expect(truthOf(a!, truth)).toBe(truth);
    expect(() => evaluationPairs([a!, b!], truth!)).toThrow(/name a folder/u);
    expect(() => truthOf(a!, join(folder, "nowhere"))).toThrow(/no such file or folder/u);
  });
});
