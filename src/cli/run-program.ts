import { CommanderError } from "commander";
import { buildProgram } from "./build-program.ts";
import type { ProgramSettings } from "./build-program.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import { Interruption } from "./interruption.ts";
import { packageVersion } from "./package-version.ts";
import { tell } from "./printable.ts";
import { OutputError } from "./write-atomically.ts";
import {
  DEBUG_VARIABLE,
  describeUnexpected,
  framesOf,
  isDebugging,
  isSystemError,
} from "./unexpected-error.ts";

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
      tell(`error: ${error.message}`);
      for (const detail of error.details) tell(`  ${detail}`);
      return EXIT_CODE.usage;
    }
    if (error instanceof Interruption) {
      tell(`${error.message}: finished files are complete, no half-written file is left`);
      return EXIT_CODE.interrupted;
    }
    if (error instanceof OutputError) tell(`error: ${error.message}`);
    else tellUnexpected(error);
    return EXIT_CODE.incomplete;
  }
}

/** Says in one line that something failed which nobody expected, and how to report it. */
export function tellUnexpected(error: unknown): void {
  const reason = describeUnexpected(error);
  if (isSystemError(error))
    tell(`error: the system refused what is needed: ${reason}. Mend that and try again.`);
  else {
    tell(
      `error: raingan ${packageVersion()} failed unexpectedly (${reason}). ` +
        `Please report this line, with what ${DEBUG_VARIABLE}=1 adds to it.`,
    );
  }
  if (isDebugging()) for (const frame of framesOf(error)) tell(`    ${frame}`);
}
