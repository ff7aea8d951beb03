import { RecentMap } from "./recent-map.ts";

/**
 * The same function, which answers from memory what it was asked lately: headings stand on every page and cost a
 * thousand comparisons each. `keyOf` gives different arguments different keys.
 */
export function rememberResults<Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
  keyOf: (...given: Arguments) => string,
): (...given: Arguments) => Result {
  const known = new RecentMap<{ readonly result: Result }>();
  return (...given) => known.getOrMake(keyOf(...given), () => ({ result: compute(...given) })).result;
}
