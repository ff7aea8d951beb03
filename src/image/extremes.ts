/*
 * Extremes by a loop, since the arguments of `Math.max(...values)` lie on the stack, which some 100,000 of them overflow; and
 * with a word about what holds where there are no values, since an infinite number becomes null between processes.
 */

/** The least of some numbers, `ifNone` where there are none. */
export function least(values: Iterable<number>, ifNone: number): number {
  let found: number | null = null;
  for (const value of values) if (found === null || value < found) found = value;
  return found ?? ifNone;
}

/** The greatest of some numbers, `ifNone` where there are none. */
export function greatest(values: Iterable<number>, ifNone: number): number {
  let found: number | null = null;
  for (const value of values) if (found === null || value > found) found = value;
  return found ?? ifNone;
}
