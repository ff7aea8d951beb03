import { closeSync, openSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { describeSystemError } from "../run/describe-system-error.ts";
import { makeFolder } from "../run/make-folder.ts";
import { UsageError } from "./exit-code.ts";
import { userPath } from "./user-path.ts";

/** Takes the lines of a log. A log that can no longer be written costs nobody a result: it ends, and that is all. */
export interface LogSink {
  readonly write: (line: string) => void;
  readonly close: () => void;
}

/** Standard error, where errors of the stream itself are heard and passed over. */
export const STANDARD_ERROR_SINK: LogSink = {
  write: (line) => void process.stderr.write(line),
  close: () => undefined,
};

/**
 * Adds lines to a file, each at once, so that it tells what was last done where a run is ended by force.
 *
 * @param name the file as the user wrote it
 * @param onLost told once why nothing more can be written
 * @throws UsageError where the file cannot be opened for writing
 */
export async function openLogFile(name: string, onLost: (reason: string) => void): Promise<LogSink> {
  const path = userPath(name);
  let descriptor: number | null = await openForAppend(name, path);
  const close = (): void => {
    if (descriptor !== null) closeSync(descriptor);
    descriptor = null;
  };
  return {
    write(line) {
      if (descriptor === null) return;
      try {
        writeWhole(descriptor, Buffer.from(line));
      } catch (error) {
        close();
        onLost(describeSystemError(error));
      }
    },
    close,
  };
}

async function openForAppend(name: string, path: string): Promise<number> {
  try {
    await makeFolder(dirname(path));
    return openSync(path, "a");
  } catch (error) {
    const reason = describeSystemError(error);
    throw new UsageError(`--log-file ${name}: no log can be written there: ${reason}. Name another file.`, {
      cause: error,
    });
  }
}

function writeWhole(descriptor: number, bytes: Buffer): void {
  for (let done = 0; done < bytes.length;) done += writeSync(descriptor, bytes, done);
}
