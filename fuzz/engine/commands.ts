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

/** What is written until `stop` is called, in place of being written. */
function listenTo(stream: NodeJS.WriteStream): { readonly text: () => string; readonly stop: () => void } {
  const write = stream.write.bind(stream);
  let text = "";
  stream.write = (piece: string | Uint8Array) => {
    text += typeof piece === "string" ? piece : Buffer.from(piece).toString("utf8");
    return true;
  };
  return { text: () => text, stop: () => void (stream.write = write) };
}

async function answer({ id, argv }: CommandTask): Promise<CommandAnswer> {
  const [stdout, stderr] = [listenTo(process.stdout), listenTo(process.stderr)];
  try {
    const exitCode = await runProgram(["node", "raingan", ...argv], { pageWorker });
    return { id, argv, exitCode, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    stdout.stop();
    stderr.stop();
  }
}

for (const task of JSON.parse(readFileSync(tasksPath, "utf8")) as readonly CommandTask[]) {
  appendFileSync(answersPath, `${JSON.stringify({ begun: task.id })}\n`);
  appendFileSync(answersPath, `${JSON.stringify(await answer(task))}\n`);
}
