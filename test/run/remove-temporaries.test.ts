import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { removeForgottenTemporaries, removeTemporariesOf } from "../../src/run/remove-temporaries.ts";
import { temporaryBeside } from "../../src/run/temporary-name.ts";

let folder: string;
const make = async (path: string, ageHours: number): Promise<string> => {
  await writeFile(path, "half");
  const seconds = Date.now() / 1000 - ageHours * 3600;
  await utimes(path, seconds, seconds);
  return basename(path);
};
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe("removeTemporariesOf", () => {
  it("removes what one run left, and nothing else", async () => {
    await make(temporaryBeside(join(folder, "a"), 41), 0);
    const others = [
      await make(temporaryBeside(join(folder, "a"), 42), 0),
      await make(join(folder, ".raingan-41.tmp"), 0),
      await make(join(folder, "page-001.png"), 0),
    ];
    await removeTemporariesOf(41, folder);
    expect((await readdir(folder)).toSorted()).toEqual(others.toSorted());
    await removeTemporariesOf(41, join(folder, "nowhere"));
  });
});

describe("removeForgottenTemporaries", () => {
  it("removes what is older than a day, and nothing that is not ours", async () => {
    await make(temporaryBeside(join(folder, "a"), 41), 25);
    const others = [
      await make(temporaryBeside(join(folder, "a"), 42), 23),
      await make(join(folder, ".other-41.tmp"), 100),
      await make(join(folder, "a.json"), 100),
    ];
    await removeForgottenTemporaries(folder);
    expect((await readdir(folder)).toSorted()).toEqual(others.toSorted());
  });
});
