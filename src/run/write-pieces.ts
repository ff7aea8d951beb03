import { open } from "node:fs/promises";
import { dirname } from "node:path";
import { describeSystemError } from "./describe-system-error.ts";
import { makeFolder } from "./make-folder.ts";

/** A result could not be written; `message` says where and what to do. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/** What is handed to the system at once: a few milliseconds of work, between which signals are heard. */
const CHUNK_LENGTH = 2 ** 20;

/**
 * Writes a new file, and its folder, and sees to it that it is on the disk. A result may be larger than a string can be, so
 * it comes in pieces, which are asked for one by one.
 *
 * @param place what the file will be called once it is whole, for the error
 * @throws OutputError where the system refuses, also where something of this name is there
 */
export async function writePieces(
  filePath: string,
  pieces: Iterable<string>,
  place: string = dirname(filePath),
): Promise<void> {
  try {
    await makeFolder(dirname(filePath));
    await writeNew(filePath, pieces);
  } catch (error) {
    // What goes wrong while pieces are made is told by its own error.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw notWritten(place, error);
  }
}

export function notWritten(place: string, error: unknown): OutputError {
  const message = `the result cannot be written to ${place}: ${describeSystemError(error)}. Check the folder given to --out.`;
  return new OutputError(message, { cause: error });
}

async function writeNew(path: string, pieces: Iterable<string>): Promise<void> {
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
