import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { editCost } from "./edit-row.ts";
import type { Proposal } from "./find-phrase-changes.ts";
import type { TextRange, WordJudge } from "./word-judge.ts";

/** All that a document says, for reading one place by others where the same stands. */
export interface DocumentMemory {
  has(wording: string): boolean;
  /** What other places of the document have between the same letters, where words cover it. */
  propose(text: string, unknown: TextRange): Proposal[];
}

/** Letters that must be the same on both sides together, and on the shorter side. */
const CONTEXT = 10;
const SHORTER_CONTEXT = 3;

/** What stands elsewhere may be longer or shorter than what was read by this. */
const MAX_LENGTH_DIFFERENCE = 2;

/** Share of what stands elsewhere that may be read otherwise. */
const MAX_SHARE = 0.5;

const SEPARATOR = "\n";

/**
 * @param texts the compact texts of all fields
 * @returns a memory that reads a string that is no word by places where the same letters stand before and behind it:
 *   a target that repeats the activity's name, an order that is quoted twice
 */
export function rememberDocument(
  texts: readonly string[],
  words: WordJudge,
  costs: EditCosts,
): DocumentMemory {
  const all = texts.join(SEPARATOR);
  const sides = [
    [CONTEXT - SHORTER_CONTEXT, SHORTER_CONTEXT],
    [CONTEXT / 2, CONTEXT / 2],
    [SHORTER_CONTEXT, CONTEXT - SHORTER_CONTEXT],
  ] as const;
  return {
    has: (wording) => all.includes(wording),
    propose(text, { start, end }) {
      const read = text.slice(start, end);
      const readCodes = encodeText(read);
      const proposals = new Map<string, Proposal>();
      for (const [leftSize, rightSize] of sides) {
        const left = text.slice(Math.max(0, start - leftSize), start);
        const right = text.slice(end, end + rightSize);
        if (left.length < leftSize || right.length < rightSize) continue;
        for (let at = all.indexOf(left); at >= 0; at = all.indexOf(left, at + 1)) {
          const from = at + left.length;
          for (let difference = -MAX_LENGTH_DIFFERENCE; difference <= MAX_LENGTH_DIFFERENCE; difference++) {
            const to = from + read.length + difference;
            if (to <= from || !all.startsWith(right, to)) continue;
            const elsewhere = all.slice(from, to);
            if (elsewhere === read || proposals.has(elsewhere) || elsewhere.includes(SEPARATOR)) continue;
            const codes = encodeText(elsewhere);
            const cost = editCost(readCodes, codes, costs);
            const context = encodeText(left + elsewhere + right);
            if (cost > MAX_SHARE * weightOf(codes, costs.missing)) continue;
            if (words.unknownRanges(left + elsewhere + right).some((range) => range.end > left.length))
              continue;
            proposals.set(elsewhere, {
              start,
              end,
              to: elsewhere,
              cost,
              // The letters around it are the same, which counts like a phrase of that length.
              weight: weightOf(context, costs.missing),
              rule: "document:readings",
            });
          }
        }
      }
      return [...proposals.values()];
    },
  };
}
