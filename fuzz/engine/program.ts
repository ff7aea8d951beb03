import module from "node:module";

/** `raingan` with recorded lines in place of the recognizer; all else is the program itself. */
module.enableCompileCache();
const { runProgram } = await import("../../src/cli/run-program.ts");
const pageWorker = new URL("recorded-worker.ts", import.meta.url);
process.exitCode = await runProgram(process.argv, { pageWorker });
