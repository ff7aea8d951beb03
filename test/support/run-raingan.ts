import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { vi } from "vitest";
import { runProgram } from "../../src/cli/run-program.ts";
import { packageRoot } from "../../src/run/default-model-path.ts";

export const MAIN = join(packageRoot(), "src/cli/main.ts");

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a shell line in which `$RAINGAN` is the program, for what streams and pipes do to it. */
export async function runInShell(line: string, cwd: string): Promise<Ended> {
  const env = { ...process.env, RAINGAN: MAIN, NODE: process.execPath };
  const child = spawn("bash", ["-c", line.replaceAll("$RAINGAN", '"$NODE" "$RAINGAN"')], {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [stdout, stderr] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, stdout, stderr };
}

/** Runs the program without a process of its own; file names are absolute. */
export async function runHere(...args: readonly string[]): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  vi.spyOn(process.stdout, "write").mockImplementation((text) => Boolean((stdout += String(text))));
  vi.spyOn(process.stderr, "write").mockImplementation((text) => Boolean((stderr += String(text))));
  try {
    const code = await runProgram(["node", "raingan", ...args]);
    return { code, stdout, stderr };
  } finally {
    vi.restoreAllMocks();
  }
}
