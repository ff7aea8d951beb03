import { existsSync } from "node:fs";
import type * as fs from "node:fs/promises";
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { OutputError, takeName, temporaryBeside, writeAtomically } from "../../src/cli/write-atomically.ts";

/** What `rename` refuses before it works, as a virus scanner on Windows makes it. */
const refusals = vi.hoisted((): string[] => []);
vi.mock("node:fs/promises", async (importOriginal) => {
  const real = await importOriginal<typeof fs>();
  const rename: typeof real.rename = async (from, to) => {
    const code = refusals.shift();
    if (code !== undefined) throw Object.assign(new Error(code), { code });
    await real.rename(from, to);
  };
  return { ...real, rename };
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("writeAtomically", () => {
  it("makes the folder, replaces what was there, and leaves nothing else", async () => {
    const path = join(folder, "new", "er", "a.json");
    await writeAtomically(path, "old");
    await writeAtomically(path, "new");
    expect(await readFile(path, "utf8")).toBe("new");
    expect(await readdir(dirname(path))).toEqual(["a.json"]);
  });
  it("says where it could not write, and leaves nothing", async () => {
    await writeFile(join(folder, "file"), "");
    const path = join(folder, "file", "a.json");
    await expect(writeAtomically(path, "x")).rejects.toThrow(OutputError);
    await expect(writeAtomically(path, "x")).rejects.toThrow(/a file is in the way.+--out/u);
    expect(await readdir(folder)).toEqual(["file"]);
  });
  it("leaves the old file and nothing else where the pieces end in an error", async () => {
    const path = join(folder, "a.json");
    await writeAtomically(path, "old");
    function* pieces(): Iterable<string> {
      yield "new";
      throw new Error("no more");
    }
    await expect(writeAtomically(path, pieces())).rejects.toThrow(/no more/u);
    expect(await readFile(path, "utf8")).toBe("old");
    expect(await readdir(folder)).toEqual(["a.json"]);
  });
  it("writes a name of 255 bytes", async () => {
    const path = join(folder, `${"ก".repeat(83)}a.json`);
    expect(Buffer.byteLength(basename(path))).toBe(255);
    await writeAtomically(path, "x");
    expect(await readdir(folder)).toEqual([basename(path)]);
  });
  it("joins pieces and cuts long ones, but no character", async () => {
    const path = join(folder, "a.json");
    const pieces = ["a", "😀".repeat(2 ** 20), "", "ที่".repeat(2 ** 19), "z"];
    await writeAtomically(path, pieces);
    expect((await readFile(path, "utf8")) === pieces.join("")).toBe(true);
  });
  it("hears what else happens between the pieces", async () => {
    let heard = 0;
    const timer = setInterval(() => (heard += 1), 0);
    function* pieces(): Iterable<string> {
      for (let count = 0; count < 20; count += 1) yield "x".repeat(2 ** 20);
    }
    await writeAtomically(join(folder, "a.json"), pieces());
    clearInterval(timer);
    expect(heard).toBeGreaterThan(2);
  });
});

describe("takeName", () => {
  it("tries again where another program holds the file for a moment", async () => {
    const path = join(folder, "a.json");
    const temporary = temporaryBeside(path);
    await writeFile(temporary, "x");
    refusals.push("EPERM", "EBUSY", "EACCES");
    await takeName(temporary, path);
    expect(refusals).toEqual([]);
    expect(await readdir(folder)).toEqual(["a.json"]);
  });
  it("removes the temporary file where the name cannot be had", async () => {
    const path = join(folder, "a.json");
    await mkdir(path);
    const temporary = temporaryBeside(path);
    await writeFile(temporary, "x");
    await expect(takeName(temporary, path)).rejects.toThrow(/a folder of that name is in the way/u);
    expect(existsSync(temporary)).toBe(false);
  });
});
