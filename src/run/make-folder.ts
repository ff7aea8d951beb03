import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";

/**
 * Makes a folder and those that it lies in. `mkdir` of Node with `recursive` does the same, but never ends where a file system
 * answers that a folder's own parent is missing, as /proc does.
 *
 * Rejects with the system's error where it cannot be made.
 */
export async function makeFolder(folder: string): Promise<void> {
  const missing: string[] = [];
  let place = folder;
  while (!(await isThere(place))) {
    missing.push(place);
    if (dirname(place) === place) break;
    place = dirname(place);
  }
  for (const name of missing.toReversed()) await mkdir(name).catch(unlessThere);
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Another run may have made it in between. */
function unlessThere(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}
