import { readFileSync } from "node:fs";
import { join } from "node:path";
import { unknownCharacters } from "./alphabet.ts";
import type { TextSources } from "./text-sources.ts";
import { parsePhraseBook } from "./phrase-book.ts";
import { loadPlaceNames } from "./place-names.ts";
import { joinSaraAm } from "./sara-am.ts";

/** Which part of the words, names and phrases: what one part has, the other has not. */
export type SourcePart = "training" | "validation";

/** Below this many entries a list is whole in both parts: months, levels and the like are a closed set. */
const SMALLEST_SPLIT_LIST = 25;

/** One entry in eight belongs to validation, by its own letters, so that adding entries moves no other one. */
function isHeldOut(entry: string): boolean {
  let hash = 7;
  for (const character of entry) hash = (Math.imul(hash, 31) + character.codePointAt(0)!) >>> 0;
  return (Math.imul(hash, 0x9e3779b1) >>> 16) % 8 === 0;
}

function selectPart(entries: readonly string[], part: SourcePart): readonly string[] {
  if (entries.length < SMALLEST_SPLIT_LIST) return entries;
  return entries.filter((entry) => isHeldOut(entry) === (part === "validation"));
}

/** @param wordListPath  the stock model's words, one a line, as `dawg2wordlist` writes them */
export function loadSources(phraseFolder: string, wordListPath: string, part: SourcePart): TextSources {
  const files = ["reports", "lists", "headings"].map((name) =>
    readFileSync(join(phraseFolder, `${name}.txt`), "utf8"),
  );
  const book = new Map([...parsePhraseBook(...files)].map(([name, list]) => [name, selectPart(list, part)]));
  const places = loadPlaceNames();
  const words = readFileSync(wordListPath, "utf8")
    .split("\n")
    .map(joinSaraAm)
    .filter((word) => word.length > 1 && unknownCharacters(word).length === 0);
  return {
    book,
    places: {
      subDistricts: selectPart(places.subDistricts, part),
      districts: selectPart(places.districts, part),
      provinces: places.provinces,
    },
    words: selectPart(words, part),
  };
}
