import { alignTexts, longestOneSidedRun } from "./align-texts.ts";
import { compactText } from "./compact-text.ts";
import { stepsCost, type TextDoubt } from "./doubt-costs.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { editCost } from "./edit-row.ts";
import type { Proposal } from "./find-phrase-changes.ts";
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
  const written = texts.join(SEPARATOR);
  const all = texts.map((text) => compactText(text).text).join(SEPARATOR);
  const count = (part: string): number => countIn(all, part);

  /** What stands elsewhere between `left` and `right` in place of `read`. */
  const readElsewhere = (left: string, read: string, right: string): Set<string> => {
    const readings = new Set<string>();
    for (let at = all.indexOf(left); at >= 0; at = all.indexOf(left, at + 1)) {
      const from = at + left.length;
      for (let difference = -MAX_LENGTH_DIFFERENCE; difference <= MAX_LENGTH_DIFFERENCE; difference++) {
        const to = from + read.length + difference;
        const elsewhere = all.slice(from, to);
        if (to > from && elsewhere !== read && all.startsWith(right, to)) readings.add(elsewhere);
      }
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
  ): Proposal[] =>
    [...readElsewhere(left, read, right)].flatMap((elsewhere): Proposal[] => {
      const whole = left + elsewhere + right;
      if (elsewhere.includes(SEPARATOR) || count(whole) < count(left + read + right)) return [];
      const [readCodes, codes] = [encodeText(read), encodeText(elsewhere)];
      const cost = editCost(readCodes, codes, costs);
      const weight = weightOf(encodeText(whole), costs.missing);
      if (cost > Math.min(MAX_COST, MAX_SHARE * weightOf(codes, costs.missing))) return [];
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

  return {
    has: (wording) => all.includes(wording),
    count: (wording) => countIn(written, wording),
    propose(text, unknown, doubt) {
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

function countIn(text: string, part: string): number {
  return text.split(part).length - 1;
}
