import { basename, dirname, extname } from "node:path";
import { shortestUnique } from "./shortest-unique.ts";

/**
 * A name for the output of each file, without folder and ending: the file's own name, and as many folders in front
 * of it as it takes to tell it from its namesakes (`phaising-2566-scan`, `thalo-2566-scan`). Namesakes in one folder
 * keep their ending (`scan.pdf`, `scan.png`).
 *
 * `filePaths` are absolute and all different.
 */
export function outputNames(filePaths: readonly string[]): readonly string[] {
  return shortestUnique(filePaths.map(namesByLength));
}

/** `/a/b/scan.pdf`: `scan`, `b-scan`, `a-b-scan`, `a-b-scan.pdf`. */
function namesByLength(path: string): readonly string[] {
  const names = [basename(path, extname(path))];
  for (let folder = dirname(path); basename(folder) !== ""; folder = dirname(folder)) {
    names.push(`${basename(folder)}-${names.at(-1)}`);
  }
  return [...names, `${names.at(-1)}${extname(path)}`];
}
