/** How many elements two lists share, each element as often as it stands in both (multiset intersection). */
export function countCommon(expected: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>();
  for (const item of found) left.set(item, (left.get(item) ?? 0) + 1);
  let common = 0;
  for (const item of expected) {
    const count = left.get(item) ?? 0;
    if (count === 0) continue;
    left.set(item, count - 1);
    common += 1;
  }
  return common;
}
