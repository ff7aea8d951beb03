import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../normalize/decode-text.ts";
import type { OwnFile } from "./read-own-entries.ts";

/**
 * The dictionary files of an office's folder, in the order of their names. Other files, notes and tables of a
 * spreadsheet program, may lie beside them.
 *
 * @throws Error where the folder cannot be read
 */
export function readOwnFolder(folder: string): OwnFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:csv|json)$/iu.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => ({ name, text: readText(join(folder, name)) }));
}

/** Excel saves CSV in the code page of the machine unless it is told otherwise. */
function readText(path: string): string {
  const bytes = readFileSync(path);
  return decodeText(bytes)?.text ?? bytes.toString("utf8");
}
