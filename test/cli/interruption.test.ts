import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { MAIN } from "../support/run-raingan.ts";

/** Enough to be read for some seconds. */
const [FILES, ROWS] = [150, 400];

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  const rows = Array.from({ length: ROWS }, (_, index) => `${index + 1}\tปากกา\t20\n`);
  for (let file = 1; file <= FILES; file += 1) {
    await writeFile(join(folder, `${file}.txt`), `ลำดับ\tรายการ\tราคา\n${file}${rows.join("")}`);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it.skipIf(process.platform === "win32")(
  "a run that npm has started ends when the shell between them is ended alone",
  { timeout: 60_000 },
  async () => {
    const env = { ...process.env, npm_lifecycle_event: "raingan", RAINGAN: MAIN, NODE: process.execPath };
    const line = '"$NODE" "$RAINGAN" extract *.txt -w 1 -p ruled-table -o out; exit $?';
    const shell = spawn("sh", ["-c", line], { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
    let stderr = "";
    shell.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
    // Standard error stays open until the program has ended too.
    const closed = once(shell, "close");
    while (!stderr.includes("to read")) await once(shell.stderr, "data");
    shell.kill("SIGTERM");
    await closed;
    expect(stderr).toContain("interrupted by SIGTERM");
    const written = await readdir(join(folder, "out"));
    expect(written.length).toBeLessThan(FILES);
    expect(written.filter((name) => !name.endsWith(".json"))).toEqual([]);
  },
);
