/**
 * Builds `words.json` from the word list of the Thai model that Tesseract publishes (npm `@tesseract.js-data/tha`).
 * Run with `npm run build-dictionaries`; the result is committed, so that it can be reviewed as a diff.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { normalizeThai } from "../src/normalize/normalize-thai.ts";
import { readWordDawg } from "./read-word-dawg.ts";

/**
 * The list also holds letters and broken syllables (`เงื`, `ริ้`), and of every word with ำ only the syllable: a word
 * of one consonant or with ำ counts only where `sources/common-words.txt` has it.
 */
const WORD = /^[\u0e31\u0e34-\u0e3a\u0e45-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e40-\u0e44]+$/u;
const CONSONANTS = /[\u0e01-\u0e2e]/gu;
const FEWEST_CONSONANTS = 2;

/** A vowel that has to be followed by a consonant ends no word, and ะ า ำ or a mark begins none. */
const BROKEN = /^[\u0e30-\u0e3a\u0e47-\u0e4e]|[\u0e31\u0e37\u0e40-\u0e44]$|[\u0e31\u0e37][\u0e48-\u0e4b]$/u;

const packageFolder = dirname(fileURLToPath(import.meta.resolve("@tesseract.js-data/tha")));
const data = gunzipSync(readFileSync(join(packageFolder, "4.0.0_best_int", "tha.traineddata.gz")));
const common = readFileSync(new URL("sources/common-words.txt", import.meta.url), "utf8")
  .trim()
  .split(/\s+/u);
const unlikely = new Set(
  readFileSync(new URL("sources/unlikely-words.txt", import.meta.url), "utf8")
    .trim()
    .split(/\s+/u),
);
const listed = readWordDawg(data)
  .map((word) => normalizeThai(word).text)
  .filter(
    (word) =>
      WORD.test(word) && !BROKEN.test(word) && (word.match(CONSONANTS) ?? []).length >= FEWEST_CONSONANTS,
  );
const words = [...new Set([...common, ...listed])]
  .filter((word) => !unlikely.has(word))
  .toSorted((a, b) => (a < b ? -1 : 1));

/** Words of one first letter share a line: short to load, and still readable as a diff. */
const byInitial = Map.groupBy(words, (word) => word.slice(0, 1));
const lines = [...byInitial.values()].map((group) => `  ${JSON.stringify(group.join(" "))}`);
const text = `{
 "source": "word list of the Thai LSTM model in npm @tesseract.js-data/tha 1.0.0 (4.0.0_best_int), without letters, broken syllables and sources/unlikely-words.txt; with sources/common-words.txt, written by hand",
 "licence": "Apache-2.0",
 "words": [
${lines.join(",\n")}
 ],
 "unlikely": ${JSON.stringify([...unlikely].join(" "))}
}
`;
// The test that the committed file is up to date reads it from here.
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(new URL("words.json", import.meta.url), text);
