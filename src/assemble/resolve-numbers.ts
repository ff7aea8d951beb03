/** A number of a series as read; null where none could be read. */
export interface NumberReading {
  readonly number: number | null;
  readonly confidence: number;
  /** Whether pages are missing before it, so that the order tells nothing. */
  readonly isAfterGap: boolean;
}

export interface ResolvedNumber {
  readonly number: number | null;
  /** Whether it follows from the order instead of being read; with null, that it cannot even do that. */
  readonly isDerived: boolean;
  /** What would have followed, where another number was read surely enough to stand. */
  readonly expectedInstead?: number;
}

/**
 * A number that breaks the order is believed from here on, alone and with the next number going on from it; below, the
 * order is surer than the reading. ๔ is read as ๕ in small print with 0.93.
 */
const BELIEVED_AGAINST_ORDER = 0.975;
const BELIEVED_WITH_NEXT = 0.9;

/**
 * The numbers of a series that counts up by one (the policies of a report, the activities of a policy).
 *
 * What was read stands where it fits. A number that breaks the order stands if it comes later in the count and is read
 * surely, or the next one goes on from it, and the next one does not go on from the one expected here; otherwise, and
 * where nothing was read, the number follows from the one before. `previous` is the number the series goes on from: 0, as counts begin anew.
 */
export function resolveNumbers(readings: readonly NumberReading[], previous = 0): ResolvedNumber[] {
  const resolved: ResolvedNumber[] = [];
  let before: number | null = previous;
  for (const [index, { number, confidence, isAfterGap }] of readings.entries()) {
    const expected: number | null = isAfterGap || before === null ? null : before + 1;
    const following = readings[index + 1]?.number ?? null;
    const fits: boolean = number !== null && (expected === null || number === expected);
    const sureness = following === (number ?? 0) + 1 ? BELIEVED_WITH_NEXT : BELIEVED_AGAINST_ORDER;
    if (
      number !== null &&
      expected !== null &&
      confidence >= sureness &&
      number > expected &&
      following !== expected + 1
    ) {
      resolved.push({ number, isDerived: false, expectedInstead: expected });
      before = number;
      continue;
    }
    before = fits ? number : expected;
    resolved.push({ number: before, isDerived: !fits });
  }
  return resolved;
}
