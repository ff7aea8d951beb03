import { greatest, least } from "../model/extremes.ts";
import type { Ruling } from "../model/table.ts";
import { clusterPositions, type Edge } from "./cluster-positions.ts";
import { median } from "./median.ts";

/** Rules that meet each other, directly or through others: the frame of one table. */
export interface RulingGroup {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** A vertical rule this many body heights long is one, even where neither of its ends meets another rule. */
const LONG_IN_BODIES = 6;
/** A rule shorter than this, in body heights, has to meet others within this share of the usual tolerance. */
const SHORT_IN_BODIES = 4;
const EXACT_SHARE = 0.6;
/** A horizontal rule over this share of the table's width, in pieces or not, may end free at one end: there the scan lost it. */
const MOST_OF_WIDTH = 0.6;
/** One over this share may end free at both. */
const NEARLY_WIDTH = 0.75;

/** Of the columns of two parts of one table at least so many, and this share, go on; a worn scan may have lost the others. */
const FEWEST_INTERRUPTED = 3;
const INTERRUPTED_SHARE = 0.6;
/** A heading of two lines with room above and below, in body heights. */
const HIGHEST_HEADING = 8;

/** Whether a horizontal and a vertical rule cross or touch within `tolerancePx`. */
export function rulingsMeet(horizontal: Ruling, vertical: Ruling, tolerancePx: number): boolean {
  return (
    vertical.position >= horizontal.start - tolerancePx &&
    vertical.position <= horizontal.end + tolerancePx &&
    horizontal.position >= vertical.start - tolerancePx &&
    horizontal.position <= vertical.end + tolerancePx
  );
}

/** Sorts rules into connected frames, from top to bottom; rules that meet none stand alone. */
export function groupRulings(
  rulings: readonly Ruling[],
  tolerancePx: number,
  bodyHeightPx: number,
): RulingGroup[] {
  const groupOf = rulings.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (groupOf[root] !== root) root = groupOf[root]!;
    // The way is made short for the next time.
    for (let at = index; at !== root;) [groupOf[at], at] = [root, groupOf[at]!];
    return root;
  };
  rulings.forEach((first, i) => {
    if (first.orientation !== "horizontal") return;
    rulings.forEach((second, j) => {
      if (second.orientation === "vertical" && rulingsMeet(first, second, tolerancePx))
        groupOf[find(j)] = find(i);
    });
  });
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((ruling, index) => {
    const root = find(index);
    const members = groups.get(root);
    if (members === undefined) groups.set(root, [ruling]);
    else members.push(ruling);
  });
  const joined = joinInterrupted([...groups.values()], tolerancePx, bodyHeightPx);
  return adoptInner(joined, tolerancePx)
    .toSorted((a, b) => firstStart(a) - firstStart(b))
    .map((members) => ({
      horizontal: members.filter((ruling) => ruling.orientation === "horizontal"),
      vertical: members.filter((ruling) => ruling.orientation === "vertical"),
    }));
}

/**
 * Joins frames of which one goes on with the columns of the other: a heading interrupts all inner column borders, and where
 * the scan broke the outer ones too, nothing holds the parts together. Neither may have a level rule on the side
 * of the other: two tables have.
 */
function joinInterrupted(
  groups: readonly Ruling[][],
  tolerancePx: number,
  bodyHeightPx: number,
): readonly Ruling[][] {
  const joined: Ruling[][] = [];
  for (const members of groups.toSorted((a, b) => firstStart(a) - firstStart(b))) {
    const above = joined.find((other) => isInterrupted(other, members, tolerancePx, bodyHeightPx));
    if (above === undefined) joined.push([...members]);
    else for (const ruling of members) above.push(ruling);
  }
  return joined;
}

function isInterrupted(
  above: readonly Ruling[],
  below: readonly Ruling[],
  tolerancePx: number,
  bodyHeightPx: number,
): boolean {
  // The pieces of a broken page are many, and few of them have columns at all.
  const isUpright = ({ orientation }: Ruling): boolean => orientation === "vertical";
  if (below.filter(isUpright).length < FEWEST_INTERRUPTED || !above.some(isUpright)) return false;
  const [upper, lower] = [columnsOf(above, tolerancePx), columnsOf(below, tolerancePx)];
  const pairs = lower.filter(({ position }) =>
    upper.some((column) => Math.abs(column.position - position) <= tolerancePx),
  );
  const most = Math.max(upper.length, lower.length);
  if (pairs.length < Math.max(FEWEST_INTERRUPTED, most * INTERRUPTED_SHARE)) return false;
  // There are pairs, so both have columns, and a column has a rule.
  const bottom = median(upper.map(({ rulings }) => endOf(rulings)));
  const top = median(lower.map(({ rulings }) => startOf(rulings)));
  if (top < bottom - tolerancePx || top > bottom + bodyHeightPx * HIGHEST_HEADING) return false;
  const levelOf = (members: readonly Ruling[]): number[] =>
    members.filter(({ orientation }) => orientation === "horizontal").map(({ position }) => position);
  return (
    levelOf(above).every((position) => position < bottom - tolerancePx) &&
    levelOf(below).every((position) => position > top + tolerancePx)
  );
}

/** The places of a frame's vertical rules, each with the pieces that stand there. */
function columnsOf(members: readonly Ruling[], tolerancePx: number): readonly Edge[] {
  return clusterPositions(
    members.filter(({ orientation }) => orientation === "vertical"),
    tolerancePx,
  );
}

const startOf = (rulings: readonly Ruling[]): number =>
  least(
    rulings.map(({ start }) => start),
    0,
  );
const endOf = (rulings: readonly Ruling[]): number =>
  greatest(
    rulings.map(({ end }) => end),
    0,
  );

function firstStart(members: readonly Ruling[]): number {
  return least(
    members.map((ruling) => (ruling.orientation === "vertical" ? ruling.start : ruling.position)),
    0,
  );
}

/**
 * Gives vertical rules that meet no other to the frame that they stand in: where headings interrupt all column
 * borders and no rules part the rows, the pieces between two headings touch nothing.
 */
function adoptInner(groups: readonly Ruling[][], tolerancePx: number): Ruling[][] {
  const frames = groups.filter((members) => members.length > 1);
  const loose = groups.filter((members) => members.length === 1).map((members) => members[0]!);
  const homeless = loose.filter((ruling) => {
    if (ruling.orientation === "horizontal") return true;
    const home = frames.find((members) => standsIn(ruling, members, tolerancePx));
    home?.push(ruling);
    return home === undefined;
  });
  return [...frames, ...homeless.map((ruling) => [ruling])];
}

function standsIn(vertical: Ruling, members: readonly Ruling[], tolerancePx: number): boolean {
  const level = members.filter((ruling) => ruling.orientation === "horizontal");
  const upright = members.filter((ruling) => ruling.orientation === "vertical");
  const reach = (values: readonly number[], from: number, to: number): boolean =>
    values.length > 0 &&
    from >= least(values, from) - tolerancePx &&
    to <= greatest(values, to) + tolerancePx;
  return (
    reach(
      upright.map((ruling) => ruling.position),
      vertical.position,
      vertical.position,
    ) &&
    reach(
      [...level.map((ruling) => ruling.position), ...upright.flatMap((ruling) => [ruling.start, ruling.end])],
      vertical.start,
      vertical.end,
    )
  );
}

/**
 * Drops strokes of print that were taken for rules. A vertical rule ends at another rule at both ends, or is
 * long. A horizontal one ends at other rules too, or reaches beyond all of them (a table that the page cuts),
 * or is so wide that it is no underline.
 */
export function pruneStrokes(group: RulingGroup, tolerancePx: number, bodyHeightPx: number): RulingGroup {
  const meets = (ruling: Ruling, along: number, crossing: readonly Ruling[]): boolean => {
    // Real borders meet exactly; stems of print in a low row only come near its rules.
    const isShort = ruling.end - ruling.start < bodyHeightPx * SHORT_IN_BODIES;
    const nearPx = isShort ? Math.max(3, tolerancePx * EXACT_SHARE) : tolerancePx;
    return crossing.some(
      (other) =>
        Math.abs(other.position - along) <= nearPx + other.thicknessPx / 2 &&
        ruling.position >= other.start - tolerancePx &&
        ruling.position <= other.end + tolerancePx,
    );
  };
  const isLong = (ruling: Ruling): boolean => ruling.end - ruling.start >= bodyHeightPx * LONG_IN_BODIES;
  const meetsBoth = (ruling: Ruling, crossing: readonly Ruling[]): boolean =>
    meets(ruling, ruling.start, crossing) && meets(ruling, ruling.end, crossing);
  const long = group.vertical.filter((ruling) => isLong(ruling) || meetsBoth(ruling, group.horizontal));
  const nearPx = Math.max(3, tolerancePx * EXACT_SHARE);
  // Without upright rules nothing can be told of level ones, and no cell is enclosed.
  if (long.length === 0) return { horizontal: [], vertical: [] };
  const positions = long.map((ruling) => ruling.position);
  const [left, right] = [least(positions, 0), greatest(positions, 0)];
  const horizontal = group.horizontal.filter((ruling) => {
    if (!isLong(ruling)) return meetsBoth(ruling, long);
    const starts = ruling.start <= left + nearPx || meets(ruling, ruling.start, long);
    const ends = ruling.end >= right - nearPx || meets(ruling, ruling.end, long);
    if (starts && ends) return true;
    // A rule over several columns whose last piece is lost goes through another upright one.
    const passes = long.some(
      (other) =>
        other.position > ruling.start + tolerancePx &&
        other.position < ruling.end - tolerancePx &&
        other.start <= ruling.position + tolerancePx &&
        other.end >= ruling.position - tolerancePx,
    );
    if ((starts || ends) && passes) return true;
    // Pieces of one rule count together: the scan may have lost it in the middle.
    const drawn = group.horizontal
      .filter((other) => Math.abs(other.position - ruling.position) <= nearPx)
      .reduce((sum, other) => sum + other.end - other.start, 0);
    return drawn >= (right - left) * (starts || ends ? MOST_OF_WIDTH : NEARLY_WIDTH);
  });
  return {
    horizontal,
    vertical: long.filter((ruling) => isLong(ruling) || meetsBoth(ruling, horizontal)),
  };
}
