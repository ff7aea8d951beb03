import { existsSync, statSync } from "node:fs";
import { describeSystemError } from "../run/describe-system-error.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { OwnDictionaryError } from "../repair/own/own-dictionary-error.ts";
import { OWN_KINDS } from "../repair/own/own-schema.ts";
import type { OwnFile } from "../repair/own/read-own-entries.ts";
import { readOwnFolder } from "../repair/own/read-own-folder.ts";
import { UsageError } from "./exit-code.ts";
import { isSystemError } from "./unexpected-error.ts";
import { shownPath } from "./user-path.ts";

/** More lines than these tell nobody more. */
const MOST_PROBLEMS = 20;

/**
 * The dictionaries in force when an office brings a folder of its own.
 *
 * @param named how the folder was named on the command line, for messages
 * @throws UsageError where the folder is not there, holds no dictionary, or has mistakes; it names their lines
 */
export function loadOwnDictionaries(
  folder: string,
  named: string = `--dictionaries ${shownPath(folder)}`,
): Dictionaries {
  const files = readFiles(folder, named);
  if (files.length === 0) {
    const names = OWN_KINDS.map((kind) => `${kind}.csv`).join(", ");
    throw new UsageError(`${named}: there is no dictionary in it; it may hold ${names}.`);
  }
  try {
    return loadDictionaries(undefined, files);
  } catch (error) {
    if (!(error instanceof OwnDictionaryError)) throw error;
    const details = describeProblems(error);
    throw new UsageError(`${named}: it has mistakes:`, { cause: error, details });
  }
}

function readFiles(folder: string, named: string): OwnFile[] {
  if (!existsSync(folder)) throw new UsageError(`${named}: there is no such folder.`);
  if (!statSync(folder).isDirectory()) {
    throw new UsageError(`${named}: this is a file. Name the folder that it lies in.`);
  }
  try {
    return readOwnFolder(folder);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new UsageError(`${named}: it cannot be read: ${describeSystemError(error)}.`, { cause: error });
  }
}

/** `offices.csv:3: There is no province "นครสวร".`, one line for each. */
function describeProblems({ problems }: OwnDictionaryError): readonly string[] {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, lineNumber, message }) => `${file}:${lineNumber}: ${message}`);
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])];
}
