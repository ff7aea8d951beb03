import type { Random } from "../../maker/random.ts";
import { unknownCharacters } from "./alphabet.ts";
import { writeCell, writePlace } from "./cell-line.ts";
import { cutPiece } from "./cut-piece.ts";
import { writeDate, writeDateRange } from "./date-text.ts";
import { writeLatin, writeSignGroup } from "./latin-line.ts";
import { writeNumber } from "./number-line.ts";
import { writeProse, writeWords } from "./prose-line.ts";
import { makeNonsenseWord } from "./syllables.ts";
import { makePhraseWriter } from "./text-sources.ts";
import type { PhraseWriter, TextSources } from "./text-sources.ts";
import { writeThaiDigits } from "./thai-digits.ts";

/** One line of text as print has it, and how often it is bold (headings) by its nature. */
export interface LineText {
  readonly text: string;
  readonly kind: LineKind;
}

export type LineKind =
  | "prose"
  | "cell"
  | "heading"
  | "number"
  | "date"
  | "place"
  | "latin"
  | "mark"
  | "words"
  | "nonsense";

/** Shares in a hundred lines. Prose leads, since it is what the model has to read; numbers stand in it as well. */
const MIXTURE: readonly (readonly [LineKind, number])[] = [
  ["prose", 42],
  ["cell", 10],
  ["heading", 7],
  ["number", 12],
  ["date", 6],
  ["place", 7],
  ["latin", 5],
  ["mark", 1.5],
  ["words", 6],
  ["nonsense", 5],
];

function writeNonsense(random: Random): string {
  if (random.chance(0.4)) {
    return Array.from({ length: random.integer(1, 8) }, () => writeSignGroup(random)).join(" ");
  }
  const words = Array.from({ length: random.integer(1, 5) }, () => makeNonsenseWord(random));
  return words.join(random.chance(0.6) ? " " : "");
}

type LineWriter = (random: Random, phrase: PhraseWriter, sources: TextSources) => string;

const WRITERS: Readonly<Record<LineKind, LineWriter>> = {
  prose: (random, phrase, sources) => writeProse(sources, random, phrase),
  cell: (random, phrase) => cutPiece(writeCell(random, phrase), random, random.integer(10, 40)),
  heading: (random, phrase) => cutPiece(phrase(random.chance(0.7) ? "heading" : "sentence"), random, 50),
  number: writeNumber,
  date: (random) => (random.chance(0.7) ? writeDate(random) : writeDateRange(random)),
  place: (random, phrase) => cutPiece(writePlace(random, phrase), random, 60),
  latin: (random, phrase) => cutPiece(writeLatin(random, phrase), random, 55),
  mark: (_, phrase) => phrase("mark"),
  words: (random, _, sources) => writeWords(sources, random),
  nonsense: writeNonsense,
};

/** Leaves out spaces between Thai letters and digits, as typists do (จำนวน๑๐คน). */
function closeUpNumbers(text: string, random: Random): string {
  const between = /(?<=[ก-\u0e4e.]) (?=[0-9๐-๙])|(?<=[0-9๐-๙]) (?=[ก-\u0e4e])/gu;
  return text.replace(between, (space) => (random.chance(0.75) ? "" : space));
}

/**
 * Writes one line: seeded, without a character that the model can't put out, spaces single and never at the ends.
 *
 * @param tightShare in how many lines spaces beside numbers are left out
 */
export function writeLineText(sources: TextSources, random: Random, tightShare = 0): LineText {
  const thaiDigits = random.chance(0.78);
  const phrase = makePhraseWriter(sources, random);
  for (;;) {
    const kind = random.weighted(MIXTURE);
    const raw = WRITERS[kind](random, phrase, sources).normalize("NFC");
    const spaced = (thaiDigits ? writeThaiDigits(raw) : raw).replace(/\s+/g, " ").trim();
    const tight = random.fork(spaced);
    const text = tight.chance(tightShare) ? closeUpNumbers(spaced, tight) : spaced;
    if (text !== "" && text.length <= 75 && unknownCharacters(text).length === 0) return { text, kind };
  }
}
