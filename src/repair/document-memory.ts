import { alignTexts, longestOneSidedRun } from "./align-texts.ts";
import { withoutSpaces } from "./compact-text.ts";
import { stepsCost, type TextDoubt } from "./doubt-costs.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { editCost } from "./edit-row.ts";
import type { Proposal } from "./find-phrase-changes.ts";
import { indexParts } from "./part-index.ts";
import { RecentMap } from "./recent-map.ts";
import type { TextRange, WordJudge } from "./word-judge.ts";

/** All that a document says, for reading one place by others where the same stands. */
export interface DocumentMemory {
  /** Whether it says this, white space aside; `wording` has none. */
  has(wording: string): boolean;
  /** How often it says this, as it is written. */
  count(wording: string): number;
  /** What other places of the document have between the same letters, where words cover it. */
  propose(text: string, unknown: TextRange, doubt: TextDoubt | null): Proposal[];
}

/** Letters that must be the same on both sides: of these pairs one. */
const CONTEXTS = [
  [8, 3],
  [5, 5],
  [3, 8],
] as const;

/** A wrong letter may leave words on either side of what is no word (เค|สื่อ|น for เคลื่อน): so far it may reach. */
const REACHES = [0, 2, 4] as const;

/** What stands elsewhere may be longer or shorter than what was read by this. */
const MAX_LENGTH_DIFFERENCE = 2;

/** Share of what stands elsewhere, without its context, that may be read otherwise; about one wrong letter. */
const MAX_SHARE = 0.35;
const MAX_COST = 1.2;

/** Longer than any word or wording: noise, of which no other place has the same. */
const LONGEST_UNKNOWN = 200;

/** Different readings of one place that are weighed, in the order of the text; more tell that the place varies. */
const MOST_READINGS = 50;

const SEPARATOR = "\n";

/**
 * @param texts all fields, normalized
 * @returns a memory that reads a string that is no word by places where the same letters stand before and behind it:
 *   a target that repeats the activity's name, an order that is quoted twice
 */
export function rememberDocument(
  texts: readonly string[],
  words: WordJudge,
  costs: EditCosts,
): DocumentMemory {
  // Both are made when first asked: a report without a doubtful string needs neither.
  const written = once(() => indexParts(texts.join(SEPARATOR)));
  const compact = once(() => indexParts(texts.map(withoutSpaces).join(SEPARATOR)));
  const saidWordings = new Map<string, boolean>();

  const remembered = new RecentMap<ReadonlySet<string>>();
  /** What stands elsewhere between `left` and `right` in place of `read`; the same slip often stands in many rows. */
  const readElsewhere = (left: string, read: string, right: string): ReadonlySet<string> =>
    remembered.getOrMake([left, read, right].join(SEPARATOR), () => findElsewhere(left, read, right));
  const findElsewhere = (left: string, read: string, right: string): Set<string> => {
    const readings = new Set<string>();
    const shortest = Math.max(1, read.length - MAX_LENGTH_DIFFERENCE);
    const { text: all } = compact();
    for (const { start, end } of compact().between(
      left,
      right,
      shortest,
      read.length + MAX_LENGTH_DIFFERENCE,
    )) {
      const elsewhere = all.slice(start, end);
      if (elsewhere !== read) readings.add(elsewhere);
      if (readings.size >= MOST_READINGS) break;
    }
    return readings;
  };

  const propose = (
    left: string,
    read: string,
    right: string,
    start: number,
    unknown: TextRange,
    doubt: TextDoubt | null,
  ): Proposal[] => {
    const readCount = once(() => compact().count(left + read + right));
    return [...readElsewhere(left, read, right)].flatMap((elsewhere): Proposal[] => {
      const whole = left + elsewhere + right;
      if (elsewhere.includes(SEPARATOR)) return [];
      const [readCodes, codes] = [encodeText(read), encodeText(elsewhere)];
      const cost = editCost(readCodes, codes, costs);
      if (cost > Math.min(MAX_COST, MAX_SHARE * weightOf(codes, costs.missing))) return [];
      if (compact().count(whole) < readCount()) return [];
      const weight = weightOf(encodeText(whole), costs.missing);
      const steps = alignTexts(readCodes, codes, costs);
      if (longestOneSidedRun(steps) > 1) return [];
      if (words.unknownRanges(whole).some(({ end }) => end > left.length)) return [];
      // What changes must be at what is no word, not at the words beside it.
      const touches = steps.some(
        (step) =>
          step.cost > 0 &&
          start + step.observedStart <= unknown.end &&
          start + step.observedEnd >= unknown.start,
      );
      if (!touches) return [];
      // The letters around it are the same, which counts like a phrase of that length.
      return [
        {
          start,
          end: start + read.length,
          to: elsewhere,
          cost: stepsCost(steps, start, doubt),
          plainCost: cost,
          weight,
          slips: steps.filter((step) => step.cost > 0).length,
          rule: "document:readings",
        },
      ];
    });
  };

  return {
    has(wording) {
      const isThere = saidWordings.get(wording) ?? compact().has(wording);
      saidWordings.set(wording, isThere);
      return isThere;
    },
    count: (wording) => written().count(wording),
    propose(text, unknown, doubt) {
      if (unknown.end - unknown.start > LONGEST_UNKNOWN) return [];
      const found = new Map<string, Proposal>();
      for (const leftReach of REACHES) {
        for (const rightReach of REACHES) {
          const start = unknown.start - leftReach;
          const end = unknown.end + rightReach;
          for (const [leftSize, rightSize] of CONTEXTS) {
            if (start < leftSize || end + rightSize > text.length) continue;
            const left = text.slice(start - leftSize, start);
            const right = text.slice(end, end + rightSize);
            for (const proposal of propose(left, text.slice(start, end), right, start, unknown, doubt)) {
              const key = `${proposal.start} ${proposal.end} ${proposal.to}`;
              if (!found.has(key)) found.set(key, proposal);
            }
          }
        }
      }
      return [...found.values()];
    },
  };
}

/** The same value each time, made when it is first asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
