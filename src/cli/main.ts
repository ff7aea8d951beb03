#!/usr/bin/env node
import module from "node:module";
import { isNodeTooOld, rerunWithOwnNode } from "./own-node.ts";

if (isNodeTooOld()) rerunWithOwnNode();
else {
  // Half a second of start-up goes into compiling some two hundred modules; Node keeps the result in the system's
  // folder for temporary files.
  module.enableCompileCache();
  const { endOfOutput, surviveStreams } = await import("./standard-output.ts");
  surviveStreams();
  const { runProgram, tellUnexpected } = await import("./run-program.ts");
  // What nobody waited for; ending here ends the workers too.
  process.on("uncaughtException", (error) => {
    tellUnexpected(error);
    process.exit(1);
  });
  process.exitCode = await endOfOutput(await runProgram(process.argv));
}
