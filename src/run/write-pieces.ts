import { mkdir, open } from "node:fs/promises";
import { dirname } from "node:path";

/** So much text is handed to the disk at a time: a result may be larger than a string can be. */
const PIECE_LENGTH = 2 ** 20;

/** A result could not be written; `message` says why and what to do. */
export class ResultError extends Error {
  override readonly name = "ResultError";
  readonly code = "not-written";
}

/**
 * Writes a new file, and its folder, piece by piece, and sees to it that it is on the disk. Between two pieces other work goes on, and
 * signals are heard.
 *
 * @throws ResultError where the system refuses, also where something of this name is there
 */
export async function writePieces(filePath: string, pieces: Iterable<string>): Promise<void> {
  try {
    await writeNew(filePath, pieces);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const message = `the result cannot be written to ${dirname(filePath)} (${code}). Check its free space and access rights.`;
    throw new ResultError(message, { cause: error });
  }
}

async function writeNew(filePath: string, pieces: Iterable<string>): Promise<void> {
  await mkdir(dirname(filePath), { recursive: true });
  const file = await open(filePath, "wx");
  try {
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE_LENGTH) continue;
      await file.writeFile(waiting);
      waiting = "";
    }
    await file.writeFile(waiting);
    await file.sync();
  } finally {
    await file.close();
  }
}
