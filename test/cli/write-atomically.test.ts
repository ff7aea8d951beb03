import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OutputError, writeAtomically } from "../../src/cli/write-atomically.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writeAtomically", () => {
  it("makes the folder, replaces what was there, and leaves nothing else", async () => {
    const path = join(folder, "new", "a.json");
    await writeAtomically(path, "old");
    await writeAtomically(path, "new");
    expect(await readFile(path, "utf8")).toBe("new");
    expect(await readdir(join(folder, "new"))).toEqual(["a.json"]);
  });
  it("says where it could not write, and leaves nothing", async () => {
    await writeFile(join(folder, "file"), "");
    const path = join(folder, "file", "a.json");
    await expect(writeAtomically(path, "x")).rejects.toThrow(OutputError);
    await expect(writeAtomically(path, "x")).rejects.toThrow(/--out/u);
    expect(await readdir(folder)).toEqual(["file"]);
  });
});
