import { existsSync } from "node:fs";
import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeFolder } from "../../src/run/make-folder.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("makeFolder", () => {
  it("makes all that is missing, and is content with what is there", async () => {
    await Promise.all([makeFolder(join(folder, "a/b/c")), makeFolder(join(folder, "a/b/d"))]);
    await makeFolder(join(folder, "a/b"));
    expect((await stat(join(folder, "a/b/c"))).isDirectory()).toBe(true);
    expect((await stat(join(folder, "a/b/d"))).isDirectory()).toBe(true);
  });
  it("rejects where a file is in the way", async () => {
    await writeFile(join(folder, "file"), "");
    await expect(makeFolder(join(folder, "file", "a", "b"))).rejects.toThrow(/ENOTDIR/u);
  });
  it.runIf(existsSync("/proc"))("ends where the system lets nobody make a folder", async () => {
    await expect(makeFolder("/proc/raingan/a")).rejects.toThrow(/ENOENT|EACCES|EPERM/u);
  });
});
