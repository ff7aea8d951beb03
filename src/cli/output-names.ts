import { basename, dirname, extname } from "node:path";

/**
 * A name for the output of each file, without folder and ending: the file's own name, and as many folders in front
 * of it as it takes to tell it from its namesakes (`phaising-2566-scan`, `thalo-2566-scan`). Namesakes in one folder
 * keep their ending (`scan.pdf`, `scan.png`). Case does not count, since it does not for every file system.
 *
 * `filePaths` are absolute and all different.
 */
export function outputNames(filePaths: readonly string[]): readonly string[] {
  const names = filePaths.map((path) => namesByLength(path));
  const chosen = names.map(() => 0);
  const nameOf = (index: number): string =>
    names[index]![Math.min(chosen[index]!, names[index]!.length - 1)]!;
  for (;;) {
    const byName = Map.groupBy(names.keys(), (index) => nameOf(index).toLowerCase());
    const clashing = [...byName.values()].filter((indices) => indices.length > 1).flat();
    const longer = clashing.filter((index) => chosen[index]! + 1 < names[index]!.length);
    if (longer.length === 0) return names.map((_, index) => nameOf(index));
    for (const index of longer) chosen[index]! += 1;
  }
}

/** `/a/b/scan.pdf`: `scan`, `b-scan`, `a-b-scan`, `a-b-scan.pdf`. */
function namesByLength(path: string): readonly string[] {
  const stem = basename(path, extname(path));
  const names = [stem];
  for (let folder = dirname(path); basename(folder) !== ""; folder = dirname(folder)) {
    names.push(`${basename(folder)}-${names.at(-1)}`);
  }
  return [...names, `${names.at(-1)}${extname(path)}`];
}
