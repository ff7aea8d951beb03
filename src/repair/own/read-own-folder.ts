import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { decodeText } from "../../normalize/decode-text.ts";
import { findGarbled } from "./find-garbled.ts";
import type { OwnFile } from "./read-own-entries.ts";

/**
 * The dictionary files of an office's folder, in the order of their names. Other files, notes and tables of a
 * spreadsheet program, may lie beside them. What cannot be read as text comes without any, and says why.
 *
 * @throws Error where the folder cannot be read
 */
export function readOwnFolder(folder: string): OwnFile[] {
  return readdirSync(folder)
    .filter((name) => /\.(?:csv|json)$/iu.test(name))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((name) => readOwnFile(name, join(folder, name)));
}

/** Excel saves CSV in the code page of the machine unless it is told otherwise. */
function readOwnFile(name: string, path: string): OwnFile {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const message =
      code === "EISDIR" ? "This is a folder, not a file." : `The file cannot be read (${code}).`;
    return { name, text: "", flaw: { lineNumber: 1, message } };
  }
  const text = decodeText(bytes)?.text;
  if (text !== undefined) return { name, text, flaw: findGarbled(text) };
  const message = 'The file is no text. Save the list as CSV (in Excel: "CSV UTF-8").';
  return { name, text: "", flaw: { lineNumber: 1, message } };
}
