import { realpath, stat } from "node:fs/promises";
import { foldName } from "./shortest-unique.ts";

/**
 * The same string for every path that leads to one file: through links, and in whatever case on a disk that does not tell
 * cases apart. `null` where there is no such file.
 */
export async function fileIdentity(path: string): Promise<string | null> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    // Some network drives have no numbers for their files.
    return ino === 0n ? foldName(await realpath(path)) : `${dev}:${ino}`;
  } catch {
    return null;
  }
}
