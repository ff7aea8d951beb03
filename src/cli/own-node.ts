import { spawn } from "node:child_process";
import { createRequire } from "node:module";

/** `.ts` files of the sources, and what the libraries need, run from here on. */
const LEAST_NODE = [24, 12] as const;

/** Whether the Node that runs this is too old for the program. */
export function isNodeTooOld(version: string = process.versions.node): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]);
}

/**
 * Runs the same command with the Node that comes as a dependency, and ends as it ends. A package that is installed
 * for the whole machine starts with the system's Node, which is often years old.
 */
export function rerunWithOwnNode(): void {
  const require = createRequire(import.meta.url);
  const child = spawn(require.resolve("node/bin/node"), process.argv.slice(1), { stdio: "inherit" });
  // The terminal sends Ctrl-C to both; the one that does the work decides what becomes of it.
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  child.on("error", (error) => {
    process.stderr.write(`raingan needs Node ${LEAST_NODE.join(".")} or newer: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on("exit", (code, signal) => {
    if (signal !== null) process.kill(process.pid, signal);
    process.exitCode = code ?? 1;
  });
}
