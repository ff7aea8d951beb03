import type { Random } from "../../maker/random.ts";
import { cutPiece } from "./cut-piece.ts";
import * as numbers from "./number-text.ts";
import type { PhraseWriter, TextSources } from "./text-sources.ts";

function quote(text: string, random: Random): string {
  const [open, close] = random.pick([
    ["“", "”"],
    ['"', '"'],
    ["(", ")"],
    ["‘", "’"],
    ["[", "]"],
    ["'", "'"],
  ] as const);
  return open + text + close;
}

/** A piece of running text: sentences one after the other, with bullets, quotations and foreign words strewn in. */
export function writeProse(sources: TextSources, random: Random, phrase: PhraseWriter): string {
  const sentences: string[] = [];
  // Short pieces teach more a second: a step of training costs by the length, and learns about as much from each line.
  const length = random.chance(0.75) ? random.integer(6, 30) : random.integer(30, 62);
  while (sentences.join(" ").length < length + 20) {
    let sentence = phrase("sentence");
    if (random.chance(0.08)) sentence = quote(sentence, random);
    if (random.chance(0.04)) sentence += random.pick([" ฯลฯ", "ๆ", " ๆ", ":", ";", "?", "!"]);
    if (random.chance(0.06)) sentence = sentence.replace(" ", ` ${phrase("latin")} `);
    if (random.chance(0.05)) sentence += ` ${random.pick(sources.words)}${random.chance(0.3) ? " ๆ" : ""}`;
    if (random.chance(0.1))
      sentence = `${random.chance(0.6) ? numbers.writeItemNumber(random) : random.pick(["-", "•", "–", "*", "▪", "●", "○", "๏", "■", "□", "√", "✓"])} ${sentence}`;
    sentences.push(sentence);
  }
  return cutPiece(sentences.join(random.chance(0.8) ? " " : ""), random, length);
}

/** Words in a row that make no sense together: nothing can be guessed from the one before. */
export function writeWords(sources: TextSources, random: Random): string {
  const length = random.integer(6, 30);
  let text = random.pick(sources.words);
  while (text.length < length) text += (random.chance(0.3) ? " " : "") + random.pick(sources.words);
  return random.chance(0.1) ? quote(text, random) : text;
}
