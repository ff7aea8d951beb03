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
import { compileDoubtCosts, type DoubtCosts } from "./doubt-costs.ts";
import { compileEditCosts, type EditCosts, encodeText } from "./edit-costs.ts";
import { listOffices } from "./own/list-offices.ts";
import type { ListedOffice } from "./own/listed-office.ts";
import { mergeOwnEntries } from "./own/merge-own-entries.ts";
import { OwnDictionaryError } from "./own/own-dictionary-error.ts";
import { type OwnFile, readOwnEntries } from "./own/read-own-entries.ts";
import { buildPhraseIndex, type PhraseIndex } from "./phrase-index.ts";
import { buildPlaceIndex, type OfficeSpelling, type PlaceIndex } from "./place-index.ts";
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
  /** What the engine's confidences tell; null where it was not measured. */
  readonly doubts: DoubtCosts | null;
  /** The offices of the office's own list; none without one. */
  readonly listedOffices: readonly ListedOffice[];
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
 * Reads the dictionaries of a folder and indexes them. Those of the package are held to their schemas by its tests, and
 * checking them again took half of the loading time; those of another folder are checked, and so are an office's own.
 *
 * @param givenFolder by default `dictionaries/` of the package this file belongs to
 * @param ownFiles an office's own dictionaries, which are laid over those of the folder
 * @throws Error where a file is missing, is no JSON or does not fit its schema; the message names the file
 * @throws OwnDictionaryError where an own file is not as it should be, with every such line
 */
export function loadDictionaries(givenFolder?: string, ownFiles: readonly OwnFile[] = []): Dictionaries {
  const folder = givenFolder ?? findDictionaryFolder();
  const texts = new Map(FILES.map((name) => [name, readFileSync(join(folder, `${name}.json`), "utf8")]));
  const read = <T>(name: (typeof FILES)[number], schema: z.ZodType<T>): T => {
    try {
      const entries: unknown = JSON.parse(texts.get(name)!);
      return givenFolder === undefined ? (entries as T) : schema.parse(entries);
    } catch (cause) {
      throw new Error(`${join(folder, `${name}.json`)} is not the dictionary it should be`, { cause });
    }
  };
  const own = readOwnEntries(ownFiles);
  const { merged, problems } = mergeOwnEntries(
    {
      places: read("places", placeDictionarySchema),
      "policy-headings": read("policy-headings", policyHeadingDictionarySchema),
      "column-headings": read("column-headings", columnHeadingDictionarySchema),
      phrases: read("phrases", phraseDictionarySchema),
      abbreviations: read("abbreviations", abbreviationDictionarySchema),
    },
    own.entries,
  );
  const confusions = read("confusions", confusionDictionarySchema);
  const costs = compileEditCosts(confusions);
  const phrases = buildPhraseIndex(merged.phrases, costs);
  const offices = read("offices", officeDictionarySchema);
  const places = buildPlaceIndex(merged.places);
  const list = listOffices(own.entries.offices, offices, places);
  const allProblems = [...own.problems, ...problems, ...list.problems];
  if (allProblems.length > 0) throw new OwnDictionaryError(allProblems);
  const hash = createHash("sha256");
  for (const [name, text] of texts) hash.update(`${name}\0${text}\0`);
  for (const { name, text } of ownFiles) hash.update(`own/${name}\0${text}\0`);
  return {
    places: list.listed.length === 0 ? places : { ...places, officesOf: byDistrict(list.listed) },
    offices,
    policyHeadings: buildPolicyHeadingIndex(merged["policy-headings"], costs),
    columnHeadings: buildColumnHeadingIndex(merged["column-headings"], costs),
    phrases,
    abbreviations: merged.abbreviations.abbreviations,
    words: buildWordJudge(read("words", wordDictionarySchema), phrases.all),
    costs,
    doubts: compileDoubtCosts(confusions.measured?.confidences ?? []),
    listedOffices: list.listed,
    hash: hash.digest("hex"),
  };
}

/** By the district they lie in; those of which only the province is known are not looked for. */
function byDistrict(listed: readonly ListedOffice[]): Map<string, OfficeSpelling[]> {
  const offices = new Map<string, OfficeSpelling[]>();
  for (const { kind, ownName, districtCode } of listed) {
    if (districtCode === null) continue;
    const spelling = { kind, name: ownName, codes: encodeText(ownName) };
    offices.set(districtCode, [...(offices.get(districtCode) ?? []), spelling]);
  }
  return offices;
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
