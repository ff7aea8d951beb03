import type { Repair } from "../model/evidence.ts";

/**
 * The text that the applied repairs make of `observed`, in order; suggestions change nothing.
 *
 * @throws RangeError where a repair's `from` does not stand at its `start`: the list belongs to another text.
 */
export function applyRepairs(observed: string, repairs: readonly Repair[]): string {
  let text = observed;
  for (const repair of repairs) {
    if (!repair.applied) continue;
    if (!text.startsWith(repair.from, repair.start)) {
      throw new RangeError(
        `repair ${repair.rule}: expected "${repair.from}" at offset ${repair.start} of "${text}"`,
      );
    }
    text = text.slice(0, repair.start) + repair.to + text.slice(repair.start + repair.from.length);
  }
  return text;
}
