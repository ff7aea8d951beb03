import { CommanderError } from "commander";
import { buildProgram } from "./build-program.ts";
import type { ProgramSettings } from "./build-program.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";

/** Runs the command that `argv` asks for and gives its exit code; the one place where errors become exit codes. */
export async function runProgram(argv: readonly string[], settings: ProgramSettings = {}): Promise<number> {
  let exitCode: number = EXIT_CODE.ok;
  const program = buildProgram((code) => (exitCode = code), settings);
  try {
    await program.parseAsync(argv);
    return exitCode;
  } catch (error) {
    // Commander has said what is wrong; `--help` and `--version` come this way too.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.ok : EXIT_CODE.usage;
    if (error instanceof UsageError) {
      process.stderr.write(`error: ${error.message}\n`);
      return EXIT_CODE.usage;
    }
    if (error instanceof Interruption) {
      process.stderr.write(`${error.message}: finished files are complete, no half-written file is left\n`);
      return EXIT_CODE.interrupted;
    }
    process.stderr.write(
      `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
    return EXIT_CODE.incomplete;
  }
}
