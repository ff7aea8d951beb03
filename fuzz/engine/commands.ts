import { appendFileSync, readFileSync } from "node:fs";
import module from "node:module";
import type { CommandAnswer, CommandTask } from "../run/command-task.ts";

/**
 * Runs many commands of `raingan` in one process, one after the other: `node commands.ts TASKS ANSWERS`. Each is
 * written down before and after, so that one that takes the process with it is known.
 */
module.enableCompileCache();
const [tasksPath = "", answersPath = ""] = process.argv.slice(2);
const { runProgram } = await import("../../src/cli/run-program.ts");
const pageWorker = new URL("recorded-worker.ts", import.meta.url);

async function answer({ id, argv }: CommandTask): Promise<CommandAnswer> {
  const written = { stdout: "", stderr: "" };
  const kept = { stdout: process.stdout.write, stderr: process.stderr.write };
  for (const name of ["stdout", "stderr"] as const) {
    process[name].write = ((text: string | Uint8Array) => {
      written[name] += typeof text === "string" ? text : Buffer.from(text).toString("utf8");
      return true;
    }) as typeof process.stdout.write;
  }
  try {
    const exitCode = await runProgram(["node", "raingan", ...argv], { pageWorker });
    return { id, argv, exitCode, ...written };
  } finally {
    for (const name of ["stdout", "stderr"] as const) process[name].write = kept[name];
  }
}

for (const task of JSON.parse(readFileSync(tasksPath, "utf8")) as readonly CommandTask[]) {
  appendFileSync(answersPath, `${JSON.stringify({ begun: task.id })}\n`);
  appendFileSync(answersPath, `${JSON.stringify(await answer(task))}\n`);
}
