/** Results that are kept before all are forgotten again: enough for every heading of a report, little beside its rows. */
const MOST_REMEMBERED = 5_000;

/**
 * The same function, which answers from memory what it was asked before: headings stand on every page and cost a
 * thousand comparisons each. `keyOf` gives different arguments different keys.
 */
export function rememberResults<Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
  keyOf: (...given: Arguments) => string,
): (...given: Arguments) => Result {
  const known = new Map<string, Result>();
  return (...given) => {
    const key = keyOf(...given);
    if (known.has(key)) return known.get(key)!;
    const result = compute(...given);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(key, result);
    return result;
  };
}
