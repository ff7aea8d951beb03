import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { makeFolder } from "../run/make-folder.ts";
import { temporaryBeside } from "../run/temporary-name.ts";
import { describeSystemError } from "./describe-system-error.ts";

export { temporaryBeside };

/** A result could not be written; `message` says where and what to do. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** What is handed to the system at once: a few milliseconds of work, between which signals are heard. */
const CHUNK_LENGTH = 2 ** 20;

/** On Windows a virus scanner or the search index may hold a file for a moment after it was written. */
const HELD_BY_OTHERS: ReadonlySet<string | undefined> = new Set(["EPERM", "EBUSY", "EACCES"]);
const RENAME_WAITS_MS: readonly number[] = [10, 20, 50, 100, 200, 400, 800, 1600];

/**
 * Writes a file so that its name always stands for a whole one: into a neighbour first, which then takes the name.
 * Makes the folder. Interrupted or failed, it leaves what was there before.
 *
 * @param pieces the text, or pieces that joined are the text; they are asked for one by one
 * @throws OutputError where the folder or the file cannot be written.
 */
export async function writeAtomically(filePath: string, pieces: string | Iterable<string>): Promise<void> {
  const temporary = temporaryBeside(filePath);
  try {
    await makeFolder(dirname(filePath));
    await writeWhole(temporary, typeof pieces === "string" ? [pieces] : pieces);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw notWritten(filePath, error);
  }
  await takeName(temporary, filePath);
}

/**
 * Gives a file that is whole the name that it was written for; what had the name before is gone. Where that fails the
 * temporary file is removed.
 *
 * @throws OutputError where the name cannot be had.
 */
export async function takeName(temporaryPath: string, filePath: string): Promise<void> {
  try {
    for (const waitMs of RENAME_WAITS_MS) {
      if (await renamed(temporaryPath, filePath)) return;
      await wait(waitMs);
    }
    await rename(temporaryPath, filePath);
  } catch (error) {
    await rm(temporaryPath, { force: true }).catch(() => undefined);
    throw notWritten(filePath, error);
  }
}

/** False where it is worth another try. */
async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (HELD_BY_OTHERS.has((error as NodeJS.ErrnoException).code)) return false;
    throw error;
  }
}

async function writeWhole(path: string, pieces: Iterable<string>): Promise<void> {
  const file = await open(path, "wx");
  try {
    for (const chunk of inChunks(pieces)) await file.appendFile(chunk);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same text in strings of about `CHUNK_LENGTH`: small pieces joined, long ones cut, but never within a character. */
function* inChunks(pieces: Iterable<string>): Iterable<string> {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    let start = 0;
    while (waiting.length - start > CHUNK_LENGTH) {
      const end = start + CHUNK_LENGTH;
      const isWithinPair = waiting.codePointAt(end - 1)! > 0xffff;
      const cut = isWithinPair ? end - 1 : end;
      yield waiting.slice(start, cut);
      start = cut;
    }
    waiting = waiting.slice(start);
  }
  yield waiting;
}

function notWritten(filePath: string, error: unknown): OutputError {
  const message = `the result cannot be written to ${filePath}: ${describeSystemError(error)}. Check the folder given to --out.`;
  return new OutputError(message, { cause: error });
}
