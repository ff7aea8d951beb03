import { rename, rm } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { temporaryBeside } from "../run/temporary-name.ts";
import { notWritten, writePieces } from "../run/write-pieces.ts";

export { temporaryBeside };
export { OutputError } from "../run/write-pieces.ts";

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
    await writePieces(temporary, typeof pieces === "string" ? [pieces] : pieces, filePath);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
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
