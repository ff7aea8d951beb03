/**
 * The least of some numbers; `none` where there are none. `Math.min(...numbers)` says Infinity of nothing, which no JSON
 * can hold, and overflows the stack with some hundred thousand of them.
 */
export function least(numbers: Iterable<number>, none: number): number {
  let found: number | null = null;
  for (const number of numbers) if (found === null || number < found) found = number;
  return found ?? none;
}

/** The greatest of some numbers; `none` where there are none. */
export function greatest(numbers: Iterable<number>, none: number): number {
  let found: number | null = null;
  for (const number of numbers) if (found === null || number > found) found = number;
  return found ?? none;
}
