import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { pidOfTemporary } from "./temporary-name.ts";

/** No run takes this long over one file. */
const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000;

/** Removes what processes of this run left half-written in a folder when they were ended. */
export async function removeTemporariesOf(pid: number, folder: string): Promise<void> {
  for (const name of await temporariesIn(folder))
    if (pidOfTemporary(name) === pid) await remove(folder, name);
}

/** Removes what runs that were killed left half-written in a folder long ago. */
export async function removeForgottenTemporaries(folder: string): Promise<void> {
  for (const name of await temporariesIn(folder)) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found !== null && Date.now() - found.mtimeMs > FORGOTTEN_AFTER_MS) await remove(folder, name);
  }
}

async function temporariesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((): string[] => []);
  return names.filter((name) => pidOfTemporary(name) !== null);
}

/** A file that stays costs nobody a result. */
async function remove(folder: string, name: string): Promise<void> {
  await rm(join(folder, name), { force: true }).catch(() => undefined);
}
