import type { Ruling } from "../model/table.ts";

/** Rules that meet each other, directly or through others: the frame of one table. */
export interface RulingGroup {
  readonly horizontal: readonly Ruling[];
  readonly vertical: readonly Ruling[];
}

/** A vertical rule this many body heights long is one, even where neither of its ends meets another rule. */
const LONG_IN_BODIES = 6;

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
export function groupRulings(rulings: readonly Ruling[], tolerancePx: number): RulingGroup[] {
  const groupOf = rulings.map((_, index) => index);
  const find = (index: number): number => (groupOf[index] === index ? index : find(groupOf[index]!));
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
    groups.set(root, [...(groups.get(root) ?? []), ruling]);
  });
  return [...groups.values()]
    .map((members) => ({
      horizontal: members.filter((ruling) => ruling.orientation === "horizontal"),
      vertical: members.filter((ruling) => ruling.orientation === "vertical"),
    }))
    .toSorted((a, b) => topOf(a) - topOf(b));
}

/**
 * Drops strokes of print that were taken for rules: a rule ends at another rule at both ends, or ends where
 * others end (a table that the page cuts), or is long.
 */
export function pruneStrokes(group: RulingGroup, tolerancePx: number, bodyHeightPx: number): RulingGroup {
  const long = bodyHeightPx * LONG_IN_BODIES;
  const keep = (rulings: readonly Ruling[], crossing: readonly Ruling[]): Ruling[] =>
    rulings.filter((ruling) => {
      if (ruling.end - ruling.start >= long) return true;
      const meets = (along: number): boolean =>
        crossing.some(
          (other) =>
            Math.abs(other.position - along) <= tolerancePx &&
            ruling.position >= other.start - tolerancePx &&
            ruling.position <= other.end + tolerancePx,
        );
      return meets(ruling.start) && meets(ruling.end);
    });
  const horizontal = keep(group.horizontal, group.vertical);
  return { horizontal, vertical: keep(group.vertical, horizontal) };
}

function topOf(group: RulingGroup): number {
  return Math.min(
    ...group.horizontal.map((ruling) => ruling.position),
    ...group.vertical.map((ruling) => ruling.start),
  );
}
