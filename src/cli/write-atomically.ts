import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** A result could not be written; `message` says where and what to do. */
export class OutputError extends Error {
  override readonly name = "OutputError";
}

/**
 * Writes a file so that its name always stands for a whole one: into a neighbour first, which then takes the name.
 * Makes the folder. Interrupted or failed, it leaves what was there before.
 *
 * @throws OutputError where the folder or the file cannot be written.
 */
export async function writeAtomically(filePath: string, text: string): Promise<void> {
  const folder = dirname(filePath);
  const temporary = join(folder, `.${basename(filePath)}.${process.pid}.tmp`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, filePath);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    const message = `the result cannot be written to ${filePath} (${reason}). Check the folder given to --out.`;
    throw new OutputError(message, { cause: error });
  }
}

export function temporaryBeside(filePath: string): string {
  return join(dirname(filePath), `.raingan-${process.pid}-${Math.random().toString(36).slice(2)}.tmp`);
}
export async function takeName(temporaryPath: string, filePath: string): Promise<void> {
  await rename(temporaryPath, filePath);
}
