import { existsSync, statSync } from "node:fs";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { OwnDictionaryError } from "../repair/own/own-dictionary-error.ts";
import { OWN_KINDS } from "../repair/own/own-schema.ts";
import { readOwnFolder } from "../repair/own/read-own-folder.ts";
import { UsageError } from "./exit-code.ts";

/** More lines than these tell nobody more. */
const MOST_PROBLEMS = 20;

/**
 * The dictionaries in force when an office brings a folder of its own.
 *
 * @throws UsageError where the folder is not there, holds no dictionary, or has mistakes; it names their lines
 */
export function loadOwnDictionaries(folder: string): Dictionaries {
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new UsageError(`--dictionaries ${folder}: there is no such folder.`);
  }
  const files = readOwnFolder(folder);
  if (files.length === 0) {
    const names = OWN_KINDS.map((kind) => `${kind}.csv`).join(", ");
    throw new UsageError(`--dictionaries ${folder}: there is no dictionary in it; it may hold ${names}.`);
  }
  try {
    return loadDictionaries(undefined, files);
  } catch (error) {
    if (!(error instanceof OwnDictionaryError)) throw error;
    throw new UsageError(`--dictionaries ${folder}:\n${describeProblems(error)}`, { cause: error });
  }
}

/** `offices.csv:3: There is no province "นครสวร".`, one line for each. */
function describeProblems({ problems }: OwnDictionaryError): string {
  const lines = problems
    .slice(0, MOST_PROBLEMS)
    .map(({ file, lineNumber, message }) => `  ${file}:${lineNumber}: ${message}`);
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join("\n");
}
