import { InputError } from "../raster/input-error.ts";
import { UsageError } from "./exit-code.ts";
import type { FileReport } from "./reporter.ts";
import { describeUnexpected, framesOf, isSystemError } from "./unexpected-error.ts";
import { OutputError } from "./write-atomically.ts";

/** A failed file's reason and next step in one line. An error that nobody expected says so. */
export function describeError(error: unknown): Omit<FileReport, "filePath"> {
  if (error instanceof InputError) return { level: "error", code: error.code, message: error.message };
  if (error instanceof OutputError) return { level: "error", code: "not-written", message: error.message };
  // From a worker it comes without its class.
  if (error instanceof Error && error.name === "ExtractionContractError") {
    return { level: "error", code: "not-as-promised", message: error.message, frames: framesOf(error) };
  }
  if (error instanceof UsageError) return { level: "error", code: "usage", message: error.message };
  const reason = describeUnexpected(error);
  if (isSystemError(error)) {
    const message = `the system refused what is needed for it: ${reason}. Mend that and run it again.`;
    return { level: "error", code: "system", message };
  }
  const message = `failed unexpectedly (${reason}). Run it alone with --log and report what it prints.`;
  return { level: "error", code: "unexpected", message, frames: framesOf(error) };
}
