import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { buildColumnHeadingIndex, type ColumnHeadingIndex } from "./column-heading-index.ts";
import {
  type AbbreviationDictionary,
  abbreviationDictionarySchema,
  columnHeadingDictionarySchema,
  confusionDictionarySchema,
  type OfficeDictionary,
  officeDictionarySchema,
  phraseDictionarySchema,
  placeDictionarySchema,
  policyHeadingDictionarySchema,
  wordDictionarySchema,
} from "./dictionary-schema.ts";
import { compileEditCosts, type EditCosts } from "./edit-costs.ts";
import { buildPhraseIndex, type PhraseIndex } from "./phrase-index.ts";
import { buildPlaceIndex, type PlaceIndex } from "./place-index.ts";
import { buildPolicyHeadingIndex, type PolicyHeadingIndex } from "./policy-heading-index.ts";
import { buildWordJudge, type WordJudge } from "./word-judge.ts";

/** Everything that repair looks things up in, indexed; built once for a run. */
export interface Dictionaries {
  readonly places: PlaceIndex;
  readonly offices: OfficeDictionary;
  readonly policyHeadings: PolicyHeadingIndex;
  readonly columnHeadings: ColumnHeadingIndex;
  readonly phrases: PhraseIndex;
  readonly abbreviations: AbbreviationDictionary["abbreviations"];
  readonly words: WordJudge;
  readonly costs: EditCosts;
  /** SHA-256 over the files in force, in hexadecimal. */
  readonly hash: string;
}

const FILES = [
  "places",
  "offices",
  "policy-headings",
  "column-headings",
  "phrases",
  "abbreviations",
  "words",
  "confusions",
] as const;

/**
 * Reads and checks the dictionaries of a folder and indexes them.
 *
 * @param folder by default `dictionaries/` of the package this file belongs to
 * @throws Error where a file is missing, is no JSON or does not fit its schema; the message names the file
 */
export function loadDictionaries(folder: string = findDictionaryFolder()): Dictionaries {
  const texts = new Map(FILES.map((name) => [name, readFileSync(join(folder, `${name}.json`), "utf8")]));
  const read = <T>(name: (typeof FILES)[number], schema: z.ZodType<T>): T => {
    try {
      return schema.parse(JSON.parse(texts.get(name)!));
    } catch (cause) {
      throw new Error(`${join(folder, `${name}.json`)} is not the dictionary it should be`, { cause });
    }
  };
  const costs = compileEditCosts(read("confusions", confusionDictionarySchema));
  const phrases = buildPhraseIndex(read("phrases", phraseDictionarySchema), costs);
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  return {
    places: buildPlaceIndex(read("places", placeDictionarySchema)),
    offices: read("offices", officeDictionarySchema),
    policyHeadings: buildPolicyHeadingIndex(read("policy-headings", policyHeadingDictionarySchema), costs),
    columnHeadings: buildColumnHeadingIndex(read("column-headings", columnHeadingDictionarySchema), costs),
    phrases,
    abbreviations: read("abbreviations", abbreviationDictionarySchema).abbreviations,
    words: buildWordJudge(read("words", wordDictionarySchema), phrases.all),
    costs,
    hash: hash.digest("hex"),
  };
}

/** The sources and the built package lie at different depths under the folder that has `dictionaries/`. */
function findDictionaryFolder(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, "dictionaries", "places.json"))) {
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error("no dictionaries/places.json above the program: reinstall the package");
    folder = parent;
  }
  return join(folder, "dictionaries");
}
