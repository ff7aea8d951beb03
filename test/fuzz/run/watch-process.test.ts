import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { watchProcess, type Watched } from "../../../fuzz/run/watch-process.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "raingan-watch-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function watch(program: string, timeoutMs = 60_000): Promise<Watched> {
  const script = join(folder, "program.mjs");
  writeFileSync(script, program);
  return watchProcess(script, [], { cwd: folder, env: process.env, timeoutMs });
}

describe("watchProcess", () => {
  it("says how a program ended and what it wrote", async () => {
    const watched = await watch('console.log("a"); console.error("b"); process.exitCode = 3;');
    expect(watched).toMatchObject({
      exitCode: 3,
      signal: null,
      stdout: "a\n",
      stderr: "b\n",
      processesLeft: 0,
    });
    expect(await watch('process.kill(process.pid, "SIGABRT"); setTimeout(() => {}, 9e4)')).toMatchObject({
      signal: "SIGABRT",
    });
  });

  it("ends a program that hangs", async () => {
    expect(await watch("for (;;);", 1_500)).toMatchObject({ isTimedOut: true, processesLeft: 0 });
  });

  it("finds a process that outlives the program", async () => {
    const program = `
      import { spawn } from "node:child_process";
      spawn(process.execPath, ["-e", "setTimeout(() => {}, 9e4)"], { stdio: "ignore" }).unref();`;
    expect(await watch(program)).toMatchObject({ exitCode: 0, processesLeft: 1 });
  });

  it("sees the memory of a process that the program starts", async () => {
    const worker = "const held = Buffer.alloc(4e8, 1); setTimeout(() => held, 1500)";
    const program = `
      import { spawnSync } from "node:child_process";
      spawnSync(process.execPath, ["-e", ${JSON.stringify(worker)}]);`;
    expect((await watch(program)).peakRssMiB).toBeGreaterThan(380);
  });
});
