import type { AbbreviationDictionary } from "./dictionary-schema.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { editCost } from "./edit-row.ts";
import type { TextChange } from "./text-change.ts";

/** Two to four letters and a dot that stand by themselves. */
const ABBREVIATION =
  /(?<![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46.])(?:[ก-ฮ]{2,5}\.|[ก-ฮ]{1,2}\.(?:[ก-ฮ]{1,3}\.){1,2})(?![ก-ฮ]{1,3}\.)/gu;

/** How far from an abbreviation its context may stand, in UTF-16 units. */
const CONTEXT_REACH = 60;

/** One letter may be wrong, or a dot. */
const MAX_COST = 1.05;

/**
 * Abbreviations that are none of the list, or stand far from where the list has them, and differ by one letter from
 * the only one that belongs here: กสภ. before `ดำเนินการสอบแข่งขัน` is กสถ. Abbreviations are too short to be told
 * by their letters; without a context nothing is changed.
 */
export function findAbbreviationChanges(
  observed: string,
  abbreviations: AbbreviationDictionary["abbreviations"],
  costs: EditCosts,
): TextChange[] {
  const changes: TextChange[] = [];
  for (const found of observed.matchAll(ABBREVIATION)) {
    const read = found[0];
    const start = found.index;
    const end = start + read.length;
    const around = observed
      .slice(Math.max(0, start - CONTEXT_REACH), end + CONTEXT_REACH)
      .replaceAll(/\s+/gu, "");
    const belongsHere = ({ contexts }: { readonly contexts: readonly string[] }): boolean =>
      contexts.some((context) => around.includes(context));
    const known = abbreviations.find(({ form }) => form === read);
    if (known !== undefined && (known.contexts.length === 0 || belongsHere(known))) continue;
    const candidates = abbreviations
      .filter((entry) => entry.form !== read && entry.form.length === read.length && belongsHere(entry))
      .map(({ form }) => {
        const codes = encodeText(form);
        const cost = editCost(encodeText(read), codes, costs);
        return { form, cost, share: cost / weightOf(codes, costs.missing) };
      })
      .filter(({ cost }) => cost <= MAX_COST)
      .toSorted((a, b) => a.cost - b.cost);
    const [best, second] = candidates;
    if (best === undefined) continue;
    changes.push({
      start,
      end,
      to: best.form,
      rule: "dictionary:abbreviations",
      score: 1 - best.share,
      applied: second === undefined,
    });
  }
  return changes;
}
