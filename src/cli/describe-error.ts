import { InputError } from "../raster/input-error.ts";
import { UsageError } from "./exit-code.ts";
import type { FileReport } from "./reporter.ts";
import { OutputError } from "./write-atomically.ts";

/** A failed file's reason and next step in one line. An error that nobody expected says so. */
export function describeError(error: unknown): Omit<FileReport, "filePath"> {
  if (error instanceof InputError) return { level: "error", code: error.code, message: error.message };
  if (error instanceof OutputError) return { level: "error", code: "not-written", message: error.message };
  if (error instanceof UsageError) return { level: "error", code: "usage", message: error.message };
  const cause = error instanceof Error ? error.message : String(error);
  const message = `failed unexpectedly (${oneLine(cause)}). Run it alone with --log and report what it prints.`;
  return { level: "error", code: "unexpected", message };
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*\n\s*/gu, " ").trim();
}
