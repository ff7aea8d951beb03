/** `count` cases out of `of`: the right ones of a share, the errors of an error rate. */
export interface Tally {
  readonly count: number;
  readonly of: number;
}

export type Tallies<Name extends string> = Readonly<Record<Name, Tally>>;

export const NOTHING: Tally = { count: 0, of: 0 };

/** One case of a share. */
export function oneCase(right: boolean): Tally {
  return { count: right ? 1 : 0, of: 1 };
}

export function sumTally(tallies: Iterable<Tally>): Tally {
  let [count, of] = [0, 0];
  for (const tally of tallies) {
    count += tally.count;
    of += tally.of;
  }
  return { count, of };
}

/** Adds up sets of measures name by name; a name that a set leaves out has no cases there. */
export function sumTallies<Name extends string>(
  names: readonly Name[],
  sets: readonly Partial<Tallies<Name>>[],
): Tallies<Name> {
  const sums = names.map((name) => [name, sumTally(sets.map((set) => set[name] ?? NOTHING))]);
  return Object.fromEntries(sums) as Record<Name, Tally>;
}
