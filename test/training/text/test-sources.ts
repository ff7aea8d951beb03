import { join } from "node:path";
import { readFileSync } from "node:fs";
import { parsePhraseBook } from "../../../training/text/phrase-book.ts";
import { loadPlaceNames } from "../../../training/text/place-names.ts";
import type { TextSources } from "../../../training/text/text-sources.ts";
import { FOLDERS } from "../../../training/work-folder.ts";

/** The project's phrases and places, with a handful of words in place of the stock model's list. */
export function makeTestSources(): TextSources {
  const files = ["reports", "lists", "headings"].map((name) =>
    readFileSync(join(FOLDERS.phrases, `${name}.txt`), "utf8"),
  );
  return { book: parsePhraseBook(...files), places: loadPlaceNames(), words: ["กา", "ไม้บรรทัด", "น้ำ"] };
}
