import { encodeText, type EditCosts } from "./edit-costs.ts";
import { editCost } from "./edit-row.ts";
import type { PhraseIndex } from "./phrase-index.ts";
import { MONTH_PLACE } from "./repair-scene.ts";
import type { TextChange } from "./text-change.ts";

const MAX_SHARE = 0.35;
const MIN_MARGIN = 0.15;

/**
 * What stands between a day and a year and is no month, but nearly one. Only ever a suggestion: a date is for a
 * person to correct.
 */
export function findMonthSuggestions(
  observed: string,
  { months }: PhraseIndex,
  costs: EditCosts,
): TextChange[] {
  return Array.from(observed.matchAll(MONTH_PLACE)).flatMap(({ 0: read, index }): TextChange[] => {
    const codes = encodeText(read);
    const [best, second] = months
      .map(({ folded, codes: month, weight, rule }) => ({
        folded,
        rule,
        share: editCost(codes, month, costs) / weight,
      }))
      .toSorted((a, b) => a.share - b.share);
    if (best === undefined || second === undefined || best.share === 0 || best.share > MAX_SHARE) return [];
    if (second.share - best.share < MIN_MARGIN) return [];
    const { folded: to, rule, share } = best;
    return [{ start: index, end: index + read.length, to, rule, score: 1 - share, applied: false }];
  });
}
