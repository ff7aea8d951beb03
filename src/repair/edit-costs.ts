import type { ConfusionDictionary } from "./dictionary-schema.ts";

/** Codes 0..127 are ASCII, 128..255 the Thai block; every other character shares code 0 and equals nothing. */
const THAI_BLOCK = 0x0e00;
const CODES = 256;

/** Up to three characters read for up to three others; texts as codes, last character first. */
export interface ConfusedPair {
  readonly observed: readonly number[];
  readonly truth: readonly number[];
  readonly cost: number;
}

/** A confusion dictionary, compiled for the edit distance. */
export interface EditCosts {
  /** By code: printed but not read. */
  readonly missing: Float64Array;
  /** By code: read but not printed. */
  readonly extra: Float64Array;
  /** By `truth * 256 + observed`: an inner loop over the observed text stays in one row, which fits the cache. */
  readonly exchange: Float64Array;
  /** By the key of the last characters of both strings. */
  readonly pairs: ReadonlyMap<number, readonly ConfusedPair[]>;
  /** 1 where `pairs` has an entry: asking the map for every cell would cost more than the distance. */
  readonly hasPair: Uint8Array;
}

/** Where `exchange`, `pairs` and `hasPair` keep what concerns two codes. */
export function exchangeKey(observed: number, truth: number): number {
  return truth * CODES + observed;
}

/** The code of each UTF-16 unit of `text`. */
export function encodeText(text: string): Uint8Array {
  const codes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) codes[index] = codeOf(text.charCodeAt(index));
  return codes;
}

function codeOf(unit: number): number {
  if (unit < 128) return unit;
  if (unit > THAI_BLOCK && unit < THAI_BLOCK + 128) return unit - THAI_BLOCK + 128;
  return 0;
}

/** What all characters of `codes` cost together, by `missing` or `extra`. */
export function weightOf(codes: Uint8Array, costByCode: Float64Array): number {
  let sum = 0;
  for (const code of codes) sum += costByCode[code]!;
  return sum;
}

/**
 * Compiles the list of confusions: of what was written by hand a later group or pair may only make an exchange
 * cheaper, what was measured stands instead of it.
 */
export function compileEditCosts(dictionary: ConfusionDictionary): EditCosts {
  const { otherCharacters, classes, groups, acrossClasses } = dictionary;
  const missing = new Float64Array(CODES).fill(otherCharacters.missing);
  const extra = new Float64Array(CODES).fill(otherCharacters.extra);
  const exchange = new Float64Array(CODES * CODES).fill(otherCharacters.exchange);
  const classCodes = classes.map(({ characters }) => encodeText(characters));
  classCodes.forEach((observedCodes, a) => {
    for (const code of observedCodes) {
      missing[code] = classes[a]!.missing;
      extra[code] = classes[a]!.extra;
    }
    classCodes.forEach((truthCodes, b) => {
      const cost = a === b ? classes[a]!.exchange : acrossClasses;
      for (const observed of observedCodes) {
        for (const truth of truthCodes) exchange[exchangeKey(observed, truth)] = cost;
      }
    });
  });
  for (let code = 1; code < CODES; code++) exchange[exchangeKey(code, code)] = 0;
  for (const { members, cost } of groups) {
    const codes = members.map((member) => encodeText(member)[0]!);
    for (const a of codes) {
      for (const b of codes) {
        const key = exchangeKey(a, b);
        if (a !== b) exchange[key] = Math.min(exchange[key]!, cost);
      }
    }
  }

  const pairs = new Map<number, ConfusedPair[]>();
  const hasPair = new Uint8Array(CODES * CODES);
  const addPair = (observed: readonly number[], truth: readonly number[], cost: number): void => {
    const key = exchangeKey(observed[0]!, truth[0]!);
    hasPair[key] = 1;
    pairs.set(key, [...(pairs.get(key) ?? []), { observed, truth, cost }]);
  };
  const lastFirst = (text: string): number[] => [...encodeText(text)].toReversed();
  for (const pair of dictionary.pairs) {
    const [observed, truth] = [lastFirst(pair.observed), lastFirst(pair.truth)];
    const key = exchangeKey(observed[0]!, truth[0]!);
    if (observed.length > 1 || truth.length > 1) addPair(observed, truth, pair.cost);
    else exchange[key] = Math.min(exchange[key]!, pair.cost);
  }
  for (const seen of dictionary.measured?.confusions ?? []) {
    const [observed, truth] = [lastFirst(seen.observed), lastFirst(seen.truth)];
    if (observed.length === 0 && truth.length === 1) missing[truth[0]!] = seen.cost;
    else if (truth.length === 0 && observed.length === 1) extra[observed[0]!] = seen.cost;
    else if (observed.length === 1 && truth.length === 1) {
      exchange[exchangeKey(observed[0]!, truth[0]!)] = seen.cost;
    } else if (observed.length > 0 && truth.length > 0) addPair(observed, truth, seen.cost);
  }
  return { missing, extra, exchange, pairs, hasPair };
}
