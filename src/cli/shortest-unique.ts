import { basename, dirname } from "node:path";

/**
 * Picks one name for each item, from lists that begin with the shortest name: the first that no other item has to share.
 * Case and the way in which accents are stored do not count, since they do not for every file system. Items that have no
 * such name keep their last one. The order of the items makes no difference.
 */
export function shortestUnique(candidates: readonly (readonly string[])[]): readonly string[] {
  const chosen = candidates.map(() => 0);
  const nameOf = (index: number): string => candidates[index]![chosen[index]!]!;
  for (;;) {
    const byName = Map.groupBy(candidates.keys(), (index) => foldName(nameOf(index)));
    const shared = [...byName.values()].filter((indices) => indices.length > 1).flat();
    const longer = shared.filter((index) => chosen[index]! + 1 < candidates[index]!.length);
    if (longer.length === 0) return candidates.map((_, index) => nameOf(index));
    for (const index of longer) chosen[index]! += 1;
  }
}

/** Equal for names that Windows or macOS take for one, and for a few more. */
export function foldName(name: string): string {
  return name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}

/** What to call each file towards a person: its name, with as many folders as tell it from its namesakes. */
export function fileLabels(filePaths: readonly string[]): ReadonlyMap<string, string> {
  const labels = shortestUnique(filePaths.map(pathTails));
  return new Map(filePaths.map((path, index) => [path, labels[index]!]));
}

/** `/a/b/scan.pdf`: `scan.pdf`, `b/scan.pdf`, `a/b/scan.pdf`. */
function pathTails(path: string): readonly string[] {
  const tails = [basename(path)];
  for (let folder = dirname(path); basename(folder) !== ""; folder = dirname(folder)) {
    tails.push(`${basename(folder)}/${tails.at(-1)}`);
  }
  return tails;
}
