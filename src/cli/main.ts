#!/usr/bin/env node
import { isNodeTooOld, rerunWithOwnNode } from "./own-node.ts";

if (isNodeTooOld()) rerunWithOwnNode();
else {
  // A reader such as `head` may close the pipe before all is written.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const { runProgram } = await import("./run-program.ts");
  process.exitCode = await runProgram(process.argv);
}
