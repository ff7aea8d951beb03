import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../src/run/default-model-path.ts";

const MAIN = join(packageRoot(), "src/cli/main.ts");

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "raingan-test-"));
  const rows = Array.from({ length: 100_000 }, (_, row) => `${row + 1}\tจัดซื้อวัสดุสำนักงาน\t${row * 7}`);
  await writeFile(join(folder, "long.txt"), ["ลำดับ\tรายการ\tจำนวนเงิน", ...rows, ""].join("\n"));
  await writeFile(join(folder, "short.txt"), "ลำดับ\tรายการ\tจำนวนเงิน\n1\tกระดาษ\t120\n2\tหมึก\t900\n");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(temporary: string, ...args: readonly string[]) {
  const env = { ...process.env, TMPDIR: temporary };
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "pipe"],
  });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  return { child, ended: once(child, "close"), stderrSoFar: () => stderr };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

// It is read in a process of its own, so that signals are heard and nobody waits for it.
it("is ended by Ctrl-C at once, leaving nothing behind, and keeps no other file waiting", async () => {
  const temporary = await mkdtemp(join(folder, "tmp-"));
  const out = join(folder, "out");
  const { child, ended, stderrSoFar } = start(
    temporary,
    "extract",
    "long.txt",
    "short.txt",
    "--out",
    out,
    "--pipeline",
    "ruled-table",
    "--workers",
    "2",
  );
  while (!stderrSoFar().includes("written to")) await wait(20);
  expect(stderrSoFar()).toContain("short.txt: 1 table");
  expect(stderrSoFar()).not.toContain("long.txt: 1 table");
  const signalledMs = performance.now();
  child.kill("SIGINT");
  expect(await ended).toEqual([130, null]);
  // Seconds would show that the program was deaf; the transcript takes many.
  expect(performance.now() - signalledMs).toBeLessThan(5000);
  expect(await readdir(out)).toEqual(["short.json"]);
  expect((await readdir(temporary)).filter((name) => name.startsWith("raingan"))).toEqual([]);
});
