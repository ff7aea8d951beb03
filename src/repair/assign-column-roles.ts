import type { ColumnHeadingIndex } from "./column-heading-index.ts";
import type { ColumnRole } from "./dictionary-schema.ts";
import {
  distinctLevels,
  MIN_COLUMN_SCORE,
  scoreColumnRoles,
  scoreUnreadColumn,
} from "./match-column-heading.ts";

/** The form's columns keep their order; it decides where headings alone leave two ways open. */
const ORDER_BONUS = 0.1;

/**
 * The roles of a table's columns, each role at most once: the assignment whose scores sum highest.
 * Null for a column whose headings fit no role that is left.
 *
 * @param paths for each column, from the left, its heading texts from the top level down
 */
export function assignColumnRoles(
  paths: readonly (readonly string[])[],
  headings: ColumnHeadingIndex,
): (ColumnRole | null)[] {
  const roles = headings.roles.map(({ meaning }) => meaning);
  const gains = paths.map((path, column) => {
    const levels = distinctLevels(path);
    const isUnread = levels.length === 1 && sharesTopLevel(paths, column);
    const scores = isUnread ? scoreUnreadColumn(levels[0]!, headings) : scoreColumnRoles(path, headings);
    const other = scores.find(({ role }) => role === null)?.score ?? 0;
    return roles.map((_, rank) => {
      const score = scores[rank]?.score ?? 0;
      if (score < MIN_COLUMN_SCORE || score <= other) return 0;
      const place = paths.length < 2 ? 0 : column / (paths.length - 1);
      return score + ORDER_BONUS * (1 - Math.abs(place - rank / (roles.length - 1)));
    });
  });
  return bestAssignment(gains, roles.length).map((rank) => (rank === null ? null : roles[rank]!));
}

/**
 * Whether the heading over a column reaches over a neighbour too: then a column without one of its own has one
 * that could not be read. A heading that two columns far apart share (ผลการดำเนินงาน) is printed twice.
 */
function sharesTopLevel(paths: readonly (readonly string[])[], column: number): boolean {
  const [top] = distinctLevels(paths[column]!);
  return [column - 1, column + 1].some((other) => distinctLevels(paths[other] ?? [])[0] === top);
}

/**
 * For each row the column that it gets, so that the sum of gains is highest; a gain of 0 is never taken.
 * By sets of used columns: there are ten roles, so a thousand sets, and the result is exact.
 */
function bestAssignment(gains: readonly (readonly number[])[], width: number): (number | null)[] {
  const sets = 1 << width;
  const choices: Int8Array[] = [];
  let best = new Float64Array(sets).fill(-Infinity);
  best[0] = 0;
  for (const row of gains) {
    const offers = row.flatMap((gain, index) => (gain > 0 ? [{ gain, index, bit: 1 << index }] : []));
    const next = Float64Array.from(best);
    const choice = new Int8Array(sets).fill(-1);
    for (let used = 0; used < sets; used++) {
      if (best[used] === -Infinity) continue;
      for (const { gain, index, bit } of offers) {
        if ((used & bit) !== 0 || best[used]! + gain <= next[used | bit]!) continue;
        next[used | bit] = best[used]! + gain;
        choice[used | bit] = index;
      }
    }
    choices.push(choice);
    best = next;
  }
  let used = best.indexOf(Math.max(...best));
  return choices
    .toReversed()
    .map((choice) => {
      const index = choice[used]!;
      if (index === -1) return null;
      used ^= 1 << index;
      return index;
    })
    .toReversed();
}
