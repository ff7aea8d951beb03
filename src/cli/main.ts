#!/usr/bin/env node
import module from "node:module";
import { isNodeTooOld, rerunWithOwnNode } from "./own-node.ts";

if (isNodeTooOld()) rerunWithOwnNode();
else {
  // Half a second of start-up goes into compiling some two hundred modules; Node keeps the result in the system's
  // folder for temporary files.
  module.enableCompileCache();
  // A reader such as `head` may close the pipe before all is written.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const { runProgram } = await import("./run-program.ts");
  process.exitCode = await runProgram(process.argv);
}
