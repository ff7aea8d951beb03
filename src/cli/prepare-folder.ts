import { open, rm } from "node:fs/promises";
import { join } from "node:path";
import { describeSystemError } from "../run/describe-system-error.ts";
import { makeFolder } from "../run/make-folder.ts";
import { removeForgottenTemporaries } from "../run/remove-temporaries.ts";
import { temporaryBeside } from "../run/temporary-name.ts";
import { UsageError } from "./exit-code.ts";

/**
 * Makes a folder for results and tries whether a file can be written in it, before hours are spent on what goes there.
 *
 * @param option what the folder was named with, for the message: `--out records`
 * @throws UsageError where nothing can be written there
 */
export async function prepareFolder(folder: string, option: string): Promise<void> {
  const probe = temporaryBeside(join(folder, "probe"));
  try {
    await makeFolder(folder);
    const file = await open(probe, "wx");
    try {
      await file.writeFile("\n");
      await file.sync();
    } finally {
      await file.close();
      await rm(probe, { force: true });
    }
  } catch (error) {
    const reason = describeSystemError(error);
    throw new UsageError(`${option}: nothing can be written there: ${reason}. Name another folder.`, {
      cause: error,
    });
  }
  await removeForgottenTemporaries(folder);
}
