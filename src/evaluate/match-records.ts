import { alignInOrder } from "./align-in-order.ts";
import type { Pair } from "./align-in-order.ts";
import { foldText } from "./fold-text.ts";
import { TEXT_FIELDS } from "./record-fields.ts";
import { textSimilarity, trigramProfile } from "./text-similarity.ts";
import type { TrigramProfile } from "./text-similarity.ts";
import type { JudgedRecord } from "./truth.ts";

/** Text decides; the numbers help where the text is unreadable, and one misread number does no harm. */
const TEXT_WEIGHT = 0.7;
const NUMBER_WEIGHT = 0.15;
/** Both numbers right are just enough; unrelated texts (below 0.2) with one number right are not. */
const LEAST_SIMILARITY = 0.3;
/** Text as alike as this to a record that has its partner already is the same activity once more. */
const DOUBLED_TEXT_SIMILARITY = 0.6;

/** Which found record stands for which expected one, and what is left over on both sides. */
export interface RecordMatch {
  readonly pairs: readonly Pair[];
  readonly missing: readonly number[];
  /** Found records that repeat an expected record which has its partner. */
  readonly doubled: readonly number[];
  /** Found records that stand for nothing. */
  readonly extra: readonly number[];
}

/** Matches records by policy and activity number in reading order and by text, so that one misread number is not a missing record. */
export function matchRecords(expected: readonly JudgedRecord[], found: readonly JudgedRecord[]): RecordMatch {
  const expectedProfiles = expected.map(profileOf);
  const foundProfiles = found.map(profileOf);
  const textLikeness = (e: number, f: number): number =>
    textSimilarity(expectedProfiles[e]!, foundProfiles[f]!);
  const pairs = alignInOrder(
    expected.length,
    found.length,
    (e, f) => TEXT_WEIGHT * textLikeness(e, f) + NUMBER_WEIGHT * equalNumbers(expected[e]!, found[f]!),
    LEAST_SIMILARITY,
  );
  const pairedExpected = new Set(pairs.map((pair) => pair.expected));
  const pairedFound = new Set(pairs.map((pair) => pair.found));
  const left = [...found.keys()].filter((index) => !pairedFound.has(index));
  const isDoubled = (index: number): boolean =>
    [...pairedExpected].some((e) => textLikeness(e, index) >= DOUBLED_TEXT_SIMILARITY);
  return {
    pairs,
    missing: [...expected.keys()].filter((index) => !pairedExpected.has(index)),
    doubled: left.filter(isDoubled),
    extra: left.filter((index) => !isDoubled(index)),
  };
}

function profileOf(record: JudgedRecord): TrigramProfile {
  return trigramProfile(foldText(TEXT_FIELDS.map((field) => record[field] ?? "").join(" ")));
}

function equalNumbers(expected: JudgedRecord, found: JudgedRecord): number {
  const equal = (a: number | null | undefined, b: number | null | undefined): number =>
    typeof a === "number" && a === b ? 1 : 0;
  return (
    equal(expected.policyNumber, found.policyNumber) + equal(expected.activityNumber, found.activityNumber)
  );
}
