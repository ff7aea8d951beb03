import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../run-tool.ts";
import { unknownCharacters } from "../text/alphabet.ts";
import type { TextSources } from "../text/text-sources.ts";
import { joinSaraAm } from "../text/sara-am.ts";
import { MODEL_NAME, openFolder } from "../work-folder.ts";
import type { Starter } from "./prepare-starter.ts";

function buildDawg(starter: Starter, kind: "word" | "punc" | "number", entries: readonly string[]): string {
  const folder = openFolder("starter");
  const list = join(folder, `${kind}.txt`);
  const dawg = join(folder, `${MODEL_NAME}.lstm-${kind}-dawg`);
  writeFileSync(list, `${[...new Set(entries)].toSorted().join("\n")}\n`);
  const unicharset = join(folder, `${MODEL_NAME}.lstm-unicharset`);
  runTool("combine_tessdata", ["-e", starter.starterTraineddata, unicharset]);
  runTool("wordlist2dawg", [list, dawg, unicharset]);
  return dawg;
}

/**
 * Builds the three word graphs for the new character set: the stock model's words with SARA AM as one character, and
 * with `sources` the place names and phrases' words too. The stock graphs themselves number the old characters.
 */
export function buildDawgs(starter: Starter, sources: TextSources | null): string[] {
  const read = (kind: string): string[] =>
    readFileSync(join(openFolder("stock"), `${kind}.txt`), "utf8")
      .split("\n")
      .map(joinSaraAm);
  const known = (entry: string): boolean => entry.trim() !== "" && unknownCharacters(entry).length === 0;
  const segmenter = new Intl.Segmenter("th", { granularity: "word" });
  const phrases = sources === null ? [] : [...sources.book.values()].flat();
  const phraseWords = phrases.flatMap((phrase) =>
    [...segmenter.segment(phrase.replace(/\{[a-z-]+\}/g, " "))].map((part) => part.segment),
  );
  const places =
    sources === null
      ? []
      : [...sources.places.subDistricts, ...sources.places.districts, ...sources.places.provinces];
  const words = [...read("word"), ...phraseWords, ...places].filter(
    (word) => known(word) && /^[\p{L}\p{M}]+$/u.test(word),
  );
  return [
    buildDawg(starter, "word", words),
    buildDawg(starter, "punc", read("punc").filter(known)),
    buildDawg(
      starter,
      "number",
      read("number").filter((entry) => entry !== ""),
    ),
  ];
}
