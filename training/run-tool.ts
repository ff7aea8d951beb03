import { execFileSync } from "node:child_process";

/**
 * Runs one of tesseract's tools to its end and gives what it wrote to its standard output. On one thread: more of them
 * make neither training nor reading faster here, and leave nothing for anyone else.
 *
 * @throws where the tool fails; its last words are in the message
 */
export function runTool(tool: string, parameters: readonly string[]): string {
  return execFileSync(tool, parameters, {
    encoding: "utf8",
    env: { ...process.env, OMP_THREAD_LIMIT: "1" },
    maxBuffer: 1 << 28,
    stdio: ["ignore", "pipe", "pipe"],
  });
}
