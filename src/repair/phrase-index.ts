import { THAI_MONTH_NAMES } from "../normalize/thai-months.ts";
import { withoutSpaces } from "./compact-text.ts";
import type { PhraseDictionary } from "./dictionary-schema.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { NO_THAI_LETTER } from "./letters-around.ts";

/** A wording, folded and encoded for the edit distance. */
export interface PhraseSpelling {
  readonly folded: string;
  readonly codes: Uint8Array;
  /** What losing all of it would cost: its length in consonants, about. */
  readonly weight: number;
  readonly rule: string;
}

export interface SettledPhrase extends PhraseSpelling {
  readonly skeleton: string;
  readonly isLoose: boolean;
  readonly isBeforeDigit: boolean;
  /** A short wording without white space: across a space two other words may have its letters (ขอ มูลค่า, ข้อมูล). */
  readonly isOneWord: boolean;
  /** A set phrase that is settled by its length: what has more marks than it may be another spelling. */
  readonly isUnlisted: boolean;
}

export interface PhraseIndex {
  readonly spellings: readonly PhraseSpelling[];
  /** Made when the first string is met that is no word: a text without one does without. */
  readonly pairs: PhrasePairs;
  readonly settled: readonly SettledPhrase[];
  readonly months: readonly PhraseSpelling[];
  /** The wordings that are written without a space. */
  readonly unbroken: ReadonlySet<string>;
  /** Every wording without white space, for judging words. */
  readonly all: ReadonlySet<string>;
  /** Settled wordings and, counted on, spellings by their first letters; made when first asked for. */
  readonly beginnings: PhraseBeginnings;
  /** Settled wordings by the first letters of their skeletons. */
  readonly settledBeginnings: PhraseBeginnings;
}

/** Texts by their first letters: to look for each of a thousand in a text takes far longer than to look up what begins. */
export interface PhraseBeginnings {
  /** As many letters as a beginning has; those of shorter texts are all of the text. */
  readonly letters: number;
  readonly indices: ReadonlyMap<string, readonly number[]>;
  /** Indices of the texts that are shorter than a beginning. */
  readonly short: readonly number[];
  /** Letters of the longest text. */
  readonly longest: number;
}

export interface PhrasePairs {
  /** By two neighbouring letters of the skeleton: which spellings have them, as indices. */
  readonly byPair: ReadonlyMap<string, readonly number[]>;
  /** For each spelling how many different pairs it has; 0 where its skeleton is one letter. */
  readonly counts: Uint8Array;
}

/**
 * A set phrase of so many letters is settled without being listed as such: most of them fall into words that are right
 * by themselves when a mark is lost (การประเมน, จดทำ, หนาที่), and no other text has the same letters.
 */
const LETTERS_OF_LONG_PHRASE = 8;

/** Of a wording that foreign letters have been read in, and of a skeleton. */
export const LETTERS_OF_BEGINNING = 4;
const LETTERS_OF_SKELETON = 3;

const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/gu;

/**
 * A text without the marks over and under its letters, ำ as า: marks are what recognizers of Thai lose first. Only
 * for finding candidates; ที่ and ท are not the same.
 */
export function skeletonOf(text: string): string {
  return text.replaceAll(MARKS, "").replaceAll("ำ", "า");
}

/** The different pairs of neighbouring letters of a skeleton. */
export function pairsOf(skeleton: string): Set<string> {
  const pairs = new Set<string>();
  for (let index = 0; index + 1 < skeleton.length; index++) pairs.add(skeleton.slice(index, index + 2));
  return pairs;
}

export function buildPhraseIndex(dictionary: PhraseDictionary, costs: EditCosts): PhraseIndex {
  const spell = (phrase: string, rule: string): PhraseSpelling => {
    const folded = withoutSpaces(phrase);
    const codes = encodeText(folded);
    return { folded, codes, weight: weightOf(codes, costs.missing), rule };
  };
  const spellings = dictionary.groups.flatMap(({ group, phrases }) =>
    phrases.map((phrase) => spell(phrase, `dictionary:${group}`)),
  );
  const listed = dictionary.settled.map(
    ({ phrase, isLoose = false, isBeforeDigit = false }): SettledPhrase => {
      const spelling = spell(phrase, "dictionary:settled-phrases");
      const skeleton = skeletonOf(spelling.folded);
      const isOneWord = skeleton.length < LETTERS_OF_LONG_PHRASE && phrase === spelling.folded;
      return { ...spelling, skeleton, isLoose, isBeforeDigit, isOneWord, isUnlisted: false };
    },
  );
  const settled = [...listed, ...longPhrases(spellings, new Set(listed.map(({ folded }) => folded)))];
  let pairs: PhrasePairs | null = null;
  let beginnings: PhraseBeginnings | null = null;
  let settledBeginnings: PhraseBeginnings | null = null;
  return {
    spellings,
    get pairs() {
      return (pairs ??= indexPairs(spellings));
    },
    settled,
    months: THAI_MONTH_NAMES.map((name) => spell(name, "dictionary:months")),
    unbroken: new Set(
      [
        ...dictionary.groups.flatMap(({ phrases }) => phrases),
        ...dictionary.settled.map(({ phrase }) => phrase),
      ].filter((phrase) => !/\s/u.test(phrase)),
    ),
    all: new Set([...spellings, ...settled].map(({ folded }) => folded)),
    get beginnings() {
      return (beginnings ??= indexBeginnings(
        [...settled, ...spellings].map(({ folded }) => folded),
        LETTERS_OF_BEGINNING,
      ));
    },
    get settledBeginnings() {
      return (settledBeginnings ??= indexBeginnings(
        settled.map(({ skeleton }) => skeleton),
        LETTERS_OF_SKELETON,
      ));
    },
  };
}

function indexBeginnings(texts: readonly string[], letters: number): PhraseBeginnings {
  const indices = new Map<string, number[]>();
  const short: number[] = [];
  let longest = 0;
  texts.forEach((text, index) => {
    longest = Math.max(longest, text.length);
    if (text.length < letters) {
      short.push(index);
      return;
    }
    const beginning = text.slice(0, letters);
    const known = indices.get(beginning);
    if (known === undefined) indices.set(beginning, [index]);
    else known.push(index);
  });
  return { letters, indices, short, longest };
}

/** The wordings that are settled by their length, without those that are listed as settled. */
function longPhrases(
  spellings: readonly PhraseSpelling[],
  listed: ReadonlySet<string>,
): readonly SettledPhrase[] {
  return spellings.flatMap((spelling) => {
    const skeleton = skeletonOf(spelling.folded);
    if (skeleton.length < LETTERS_OF_LONG_PHRASE) return [];
    if (listed.has(spelling.folded) || NO_THAI_LETTER.test(spelling.folded)) return [];
    return [
      { ...spelling, skeleton, isLoose: false, isBeforeDigit: false, isOneWord: false, isUnlisted: true },
    ];
  });
}

function indexPairs(spellings: readonly PhraseSpelling[]): PhrasePairs {
  const byPair = new Map<string, number[]>();
  const counts = new Uint8Array(spellings.length);
  spellings.forEach(({ folded }, index) => {
    const pairs = pairsOf(skeletonOf(folded));
    counts[index] = Math.min(255, pairs.size);
    for (const pair of pairs) {
      const known = byPair.get(pair);
      if (known === undefined) byPair.set(pair, [index]);
      else known.push(index);
    }
  });
  return { byPair, counts };
}
