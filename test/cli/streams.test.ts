import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runInShell } from "../support/run-raingan.ts";
import type { Ended } from "../support/run-raingan.ts";

const ROWS = 3000;
/** A run of two small files takes a second; what these tests are about used to hang. */
const PATIENCE_MS = 60_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  const rows = Array.from({ length: ROWS }, (_, index) => `${index + 1}\tปากกา\t20\n`);
  for (const name of ["one.txt", "two.txt"]) {
    await writeFile(join(folder, name), `ลำดับ\tรายการ\tราคา\n1\tปากกา\t${name.length}\n2\tดินสอ\t10\n`);
  }
  await writeFile(join(folder, "long.txt"), `ลำดับ\tรายการ\tราคา\n${rows.join("")}`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const shell = (line: string): Promise<Ended> => runInShell(line, folder);
const EXTRACT = "$RAINGAN extract -p ruled-table -w 1";

describe("streams", { timeout: PATIENCE_MS }, () => {
  it("that nobody reads any more do not end the run", async () => {
    const { code } = await shell(`set -o pipefail; ${EXTRACT} one.txt two.txt -o out 2>&1 | head -1`);
    expect(code).toBe(0);
    expect((await readdir(join(folder, "out"))).toSorted()).toEqual(["one.json", "two.json"]);
  });

  it("end a result calmly whose reader has enough", async () => {
    const ended = await shell(`set -o pipefail; ${EXTRACT} long.txt --quiet | head -1`);
    expect(ended).toEqual({ code: 0, stdout: "{\n", stderr: "" });
  });
});

describe.runIf(existsSync("/dev/full"))("a full disk", { timeout: PATIENCE_MS }, () => {
  it("under the log costs no result, and is told once", async () => {
    const { code, stderr } = await shell(`${EXTRACT} one.txt two.txt -o logged --log-file /dev/full`);
    expect(code).toBe(0);
    expect(stderr.match(/^warning: --log-file \/dev\/full: .*the disk is full/gmu)).toHaveLength(1);
    expect((await readdir(join(folder, "logged"))).toSorted()).toEqual(["one.json", "two.json"]);
  });

  it.each([`${EXTRACT} one.txt --quiet`, "$RAINGAN pipelines"])(
    "under standard output is one clear line: %s",
    async (line) => {
      const { code, stderr } = await shell(`${line} > /dev/full`);
      expect(code).toBe(1);
      expect(stderr).toMatch(/^error: .*standard output: the disk is full \(ENOSPC\)\. .*\n$/u);
    },
  );

  it("under standard error ends nothing", async () => {
    expect(await shell(`${EXTRACT} one.txt -o quiet --log 2> /dev/full`)).toMatchObject({ code: 0 });
  });
});

describe("a log", () => {
  it.each([
    ["a folder", "."],
    ["a place below a file", "one.txt/log"],
    ...(existsSync("/proc") ? [["a place where nothing can be", "/proc/raingan/log"]] : []),
  ])("cannot be %s, which is said before anything is read", async (_name, path) => {
    const { code, stderr } = await shell(`${EXTRACT} two.txt -o unread --log-file ${path}`);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: --log-file .*no log can be written there: .*\n$/u);
  });
});
