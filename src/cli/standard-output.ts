import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { describeSystemError } from "../run/describe-system-error.ts";
import { OutputError } from "../run/write-pieces.ts";
import { EXIT_CODE } from "./exit-code.ts";

/** What went wrong with standard output first, and whether somebody was told. */
let failure: Error | null = null;
let isTold = false;

/**
 * Keeps the run going where its streams end before it does: messages that nobody reads are passed over, and what was to go
 * to standard output is told of at the end, by `endOfOutput`.
 */
export function surviveStreams(): void {
  process.stderr.on("error", () => undefined);
  process.stdout.on("error", (error) => {
    if (!isReaderGone(error)) failure ??= error;
  });
}

/**
 * Writes a file to standard output. A reader that has enough, such as `head`, ends it without complaint.
 *
 * @throws OutputError
 */
export async function copyToStandardOutput(path: string): Promise<void> {
  try {
    await pipeline(createReadStream(path), process.stdout, { end: false });
  } catch (error) {
    if (isReaderGone(error)) return;
    isTold = true;
    throw outputLost(error);
  }
}

/** Waits until all is written, and gives the exit code: `exitCode` where it could be. */
export async function endOfOutput(exitCode: number): Promise<number> {
  if (!process.stdout.writableFinished && !process.stdout.destroyed) {
    await new Promise<void>((resolve) => process.stdout.write("", () => resolve()));
  }
  if (failure === null || isTold) return exitCode;
  process.stderr.write(`error: ${outputLost(failure).message}\n`);
  return exitCode === EXIT_CODE.ok ? EXIT_CODE.incomplete : exitCode;
}

function outputLost(error: unknown): OutputError {
  const reason = describeSystemError(error);
  return new OutputError(
    `the result cannot be written to standard output: ${reason}. Send it somewhere else.`,
    { cause: error },
  );
}

/** The pipe was closed, at once or in the middle of a write. */
function isReaderGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "EPIPE" || code === "ERR_STREAM_PREMATURE_CLOSE" || code === "ERR_STREAM_DESTROYED";
}
