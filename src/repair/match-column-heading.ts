import type { ColumnGroup, ColumnRole } from "./dictionary-schema.ts";
import { type ColumnHeadingIndex, encodeColumnHeading } from "./column-heading-index.ts";
import type { EditCosts } from "./edit-costs.ts";
import { encodedDistance } from "./thai-distance.ts";

/** What a column's headings say it holds. */
export interface ColumnHeadingMatch {
  readonly role: ColumnRole;
  /** 0..1 */
  readonly score: number;
  /** Score above that of the next other role, or of a heading that has none. */
  readonly margin: number;
}

/** How well a heading path fits a role; null stands for a known heading without a role. */
export interface ColumnRoleScore {
  readonly role: ColumnRole | null;
  readonly score: number;
}

/** Half of a heading's letters may be wrong: with ten roles to choose from the right one still stands out. */
export const MIN_COLUMN_SCORE = 0.5;
const MIN_MARGIN = 0.05;

/** Share of the heading over several columns in the score of a column under it. */
const GROUP_SHARE = 0.3;

/** For a heading over the column that the form does not print there, or one that it prints and is not there. */
const MISPLACED_FACTOR = 0.85;

/** For a wording that another column may have a better claim with. */
const WEAK_FACTOR = 0.75;

/** For a column of which only the heading over it could be read. */
const UNREAD_FACTOR = 0.55;

/** Several times the longest wording: most letters of such a text are in no heading, so that none is near it. */
const LONGEST_HEADING_LETTERS = 400;

/** For a wording whose first part stands in the level above. */
const BROKEN_OVER_LEVELS_FACTOR = 0.95;

/**
 * The role of one column, or null where the headings fit none or two equally.
 *
 * @param path the column's heading texts from the top level down; empty and repeated levels do not count
 */
export function matchColumnHeading(
  path: readonly string[],
  headings: ColumnHeadingIndex,
): ColumnHeadingMatch | null {
  const ranked = scoreColumnRoles(path, headings).toSorted((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (best === undefined || best.role === null || best.score < MIN_COLUMN_SCORE) return null;
  const margin = best.score - (second?.score ?? 0);
  return margin < MIN_MARGIN ? null : { role: best.role, score: best.score, margin };
}

/** The fit of a column to every role, in the order of the form, and last to the headings without a role. */
export function scoreColumnRoles(path: readonly string[], headings: ColumnHeadingIndex): ColumnRoleScore[] {
  const encoded = encodePath(path);
  if (encoded === null) return [];
  const { roles, others, costs } = headings;
  return [
    ...roles.map((role) => ({ role: role.meaning, score: scoreRole(encoded, role, headings) })),
    { role: null, score: bestFit(encoded.leaf, others.codes, costs) },
  ];
}

/**
 * Whether a column may be taken for a role, whatever its neighbours are: where this says no, `assignColumnRoles` never
 * gives it that role.
 */
export function mayHaveRole(
  path: readonly string[],
  role: ColumnRole,
  headings: ColumnHeadingIndex,
): boolean {
  const encoded = encodePath(path);
  const known = headings.roles.find(({ meaning }) => meaning === role);
  if (encoded === null || known === undefined) return false;
  if (scoreRole(encoded, known, headings) >= MIN_COLUMN_SCORE) return true;
  const { group } = known;
  return group !== null && groupFit(encoded.leaf, group, headings) * UNREAD_FACTOR >= MIN_COLUMN_SCORE;
}

/** A column's headings, encoded. */
interface EncodedPath {
  readonly leaf: Uint8Array;
  /** Null where the leaf is all there is. */
  readonly above: Uint8Array | null;
  readonly whole: Uint8Array;
}

/** Null where no level says anything. */
function encodePath(path: readonly string[]): EncodedPath | null {
  const levels = distinctLevels(path);
  const leaf = levels.at(-1);
  if (leaf === undefined) return null;
  return {
    leaf: encodeColumnHeading(leaf),
    above: levels.length === 1 ? null : encodeColumnHeading(levels.slice(0, -1).join("")),
    whole: encodeColumnHeading(levels.join("")),
  };
}

function scoreRole(
  { leaf, above, whole }: EncodedPath,
  { codes: ownCodes, weakCodes, group }: ColumnHeadingIndex["roles"][number],
  headings: ColumnHeadingIndex,
): number {
  const { costs } = headings;
  const fit = (codes: readonly Uint8Array[]): number => {
    const own = bestFit(leaf, codes, costs);
    if (above === null) return group === null ? own : own * MISPLACED_FACTOR;
    const placed =
      group === null
        ? own * MISPLACED_FACTOR
        : // What stands above may be cut in pieces or unread: no worse than a heading that isn't there.
          Math.max(
            own * (1 - GROUP_SHARE) + groupFit(above, group, headings) * GROUP_SHARE,
            own * MISPLACED_FACTOR,
          );
    return Math.max(placed, bestFit(whole, codes, costs) * BROKEN_OVER_LEVELS_FACTOR);
  };
  return Math.max(fit(ownCodes), fit(weakCodes) * WEAK_FACTOR);
}

/** The same for a column of which only the heading over it and its neighbours is known. */
export function scoreUnreadColumn(above: string, headings: ColumnHeadingIndex): ColumnRoleScore[] {
  const text = encodeColumnHeading(above);
  return headings.roles.map(({ meaning, group }) => ({
    role: meaning,
    score: group === null ? 0 : groupFit(text, group, headings) * UNREAD_FACTOR,
  }));
}

function groupFit(above: Uint8Array, group: ColumnGroup, { groups, costs }: ColumnHeadingIndex): number {
  return bestFit(above, groups.find(({ meaning }) => meaning === group)?.codes ?? [], costs);
}

/**
 * The levels that say something: a heading that spans levels may be handed down in each of them or leave the lower
 * ones empty, and one without a Thai letter was not read.
 */
export function distinctLevels(path: readonly string[]): string[] {
  return path
    .map((text) => text.trim())
    .filter((text, index, all) => /[\u0e01-\u0e4e]/u.test(text) && text !== all[index - 1]);
}

function bestFit(observed: Uint8Array, wordings: readonly Uint8Array[], costs: EditCosts): number {
  if (observed.length === 0 || observed.length > LONGEST_HEADING_LETTERS) return 0;
  return Math.max(0, ...wordings.map((wording) => 1 - encodedDistance(observed, wording, costs)));
}
