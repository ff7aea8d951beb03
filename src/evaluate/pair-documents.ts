/**
 * Which found document stands for each expected one: the one that holds most of its matched records, else
 * the one at the same place in the file if no other claims it. `null` is a document that is missing.
 *
 * `recordPairs` are the documents' indices of each matched pair of records.
 */
export function pairDocuments(
  expectedCount: number,
  foundCount: number,
  recordPairs: readonly { readonly expected: number; readonly found: number }[],
): readonly (number | null)[] {
  const claimed = new Set<number>();
  const partners = Array.from({ length: expectedCount }, (_, expected) => {
    const votes = new Map<number, number>();
    for (const pair of recordPairs) {
      if (pair.expected === expected) votes.set(pair.found, (votes.get(pair.found) ?? 0) + 1);
    }
    const ranked = [...votes].filter(([found]) => !claimed.has(found)).toSorted((a, b) => b[1] - a[1]);
    const best = ranked[0]?.[0];
    if (best !== undefined) claimed.add(best);
    return best ?? null;
  });
  return partners.map((partner, expected) => {
    if (partner !== null || expected >= foundCount || claimed.has(expected)) return partner;
    claimed.add(expected);
    return expected;
  });
}
