import { OWN_KINDS } from "../repair/own/own-schema.ts";
import { readOwnEntries } from "../repair/own/read-own-entries.ts";
import { readOwnFolder } from "../repair/own/read-own-folder.ts";
import { EXIT_CODE } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { loadOwnDictionaries } from "./load-own-dictionaries.ts";
import { say } from "./printable.ts";
import { userPath } from "./user-path.ts";

/** `raingan dictionaries check`: says what a folder of own dictionaries holds, or what is wrong with it. */
export function checkDictionariesCommand(folder: string): ExitCode {
  const path = userPath(folder);
  const { hash } = loadOwnDictionaries(path, folder);
  const { entries } = readOwnEntries(readOwnFolder(path));
  const counts = OWN_KINDS.filter((kind) => entries[kind].length > 0).map(
    (kind) => `${kind} ${entries[kind].length}`,
  );
  say(`${folder}: ${counts.join(", ")}; no mistake found (dictionaries ${hash.slice(0, 12)})`);
  return EXIT_CODE.ok;
}
