import type { OrganizationHypothesis } from "./organization-hypotheses.ts";

/** A value that some hypotheses share, with the share of belief that they have together. */
export interface WeighedValue<T> {
  readonly value: T;
  /** The cheapest hypothesis with this value. */
  readonly hypothesis: OrganizationHypothesis;
  /** 0..1 over all values. */
  readonly belief: number;
}

/**
 * How fast belief falls with cost: e to this power for one wrong consonant. With it, fields that are believed at
 * 0.9 and more were right in 99.5 % and more of 500 offices at 5 to 15 % wrong letters, district and province being named.
 */
const BELIEF_PER_COST = 4;

/**
 * The value that most belief falls on, when each hypothesis is believed by its cost. A name that stands in 28
 * districts is sure although none of the districts is.
 *
 * @param hypotheses cheapest first, at least one
 * @param valueOf the field in question; hypotheses with the same `keyOf` share their belief
 */
export function weighField<T>(
  hypotheses: readonly OrganizationHypothesis[],
  valueOf: (hypothesis: OrganizationHypothesis) => T,
  keyOf: (value: T) => string | null,
): WeighedValue<T> {
  const least = hypotheses[0]!.cost;
  const byKey = new Map<string | null, { hypothesis: OrganizationHypothesis; belief: number }>();
  let total = 0;
  for (const hypothesis of hypotheses) {
    const belief = Math.exp(-BELIEF_PER_COST * (hypothesis.cost - least));
    const key = keyOf(valueOf(hypothesis));
    const known = byKey.get(key) ?? { hypothesis, belief: 0 };
    byKey.set(key, { ...known, belief: known.belief + belief });
    total += belief;
  }
  const [best] = [...byKey.values()].toSorted((a, b) => b.belief - a.belief);
  return { value: valueOf(best!.hypothesis), hypothesis: best!.hypothesis, belief: best!.belief / total };
}
