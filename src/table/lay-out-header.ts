import { greatest, least } from "../model/extremes.ts";
import { type PixelRect, unionRect } from "../model/box.ts";
import type { Ruling, Span } from "../model/table.ts";
import { columnsOf } from "./find-text-columns.ts";
import { partHeadings } from "./part-headings.ts";

/** Lines of one heading follow each other within this distance, in body heights. */
const LINE_GAP = 2.2;

/** The inner borders of a header without vertical rules: one level, or group headings over their columns. */
export interface HeaderLayout {
  /** Between group headings and the headings of their columns; null for a header of one level. */
  readonly levelY: number | null;
  /** Columns that stand under a group heading. */
  readonly grouped: ReadonlySet<number>;
  /** Column edges that no group heading crosses on the upper level. */
  readonly groupStarts: ReadonlySet<number>;
}

/**
 * Finds the levels of a header. Group headings are those that a partial rule underlines or that reach over
 * several columns; the columns below them are told by that rule, else by the height of their own headings:
 * these stand lower than those of columns that reach over both levels.
 *
 * @param runs the header's print
 * @param edges borders of the columns, the outer ones included
 * @param partialRules rules inside the header that do not go over the whole table
 */
export function layOutHeader(
  runs: readonly PixelRect[],
  edges: readonly number[],
  partialRules: readonly Ruling[],
  bodyHeightPx: number,
): HeaderLayout {
  const none: HeaderLayout = { levelY: null, grouped: new Set(), groupStarts: new Set() };
  const inner = edges.slice(1, -1);
  const columnCount = edges.length - 1;
  const crossing = runs.filter((run) => {
    const { first, last } = columnsOf(run, inner, bodyHeightPx);
    return first !== last;
  });
  const level =
    partialRules.length > 0 ? ruleLevel(partialRules, edges) : textLevel(runs, crossing, edges, bodyHeightPx);
  if (level === null || level.grouped.size === 0) return none;
  const { levelY, grouped } = level;
  const upper = runs.filter((run) => (run.top + run.bottom) / 2 < levelY);
  const groupStarts = new Set<number>();
  for (let first = 0; first < columnCount; first++) {
    if (!grouped.has(first) || grouped.has(first - 1)) continue;
    let end = first + 1;
    while (grouped.has(end)) end++;
    const stretch = edges.slice(first, end + 1);
    const headings = joinOverlapping(
      upper.filter((run) => {
        const middle = (run.left + run.right) / 2;
        return middle > stretch[0]! && middle < stretch.at(-1)!;
      }),
    );
    const starts = partHeadings(stretch, headings) ?? [0];
    for (const start of starts) groupStarts.add(first + start);
    groupStarts.add(end);
  }
  return { levelY, grouped, groupStarts };
}

function ruleLevel(
  rules: readonly Ruling[],
  edges: readonly number[],
): { levelY: number; grouped: Set<number> } {
  const grouped = new Set<number>();
  edges.slice(0, -1).forEach((edge, column) => {
    const middle = (edge + edges[column + 1]!) / 2;
    if (rules.some((rule) => rule.start < middle && rule.end > middle)) grouped.add(column);
  });
  return { levelY: rules[0]!.position, grouped };
}

function textLevel(
  runs: readonly PixelRect[],
  crossing: readonly PixelRect[],
  edges: readonly number[],
  bodyHeightPx: number,
): { levelY: number; grouped: Set<number> } | null {
  if (crossing.length === 0) return null;
  const groupTop = least(
    crossing.map((run) => run.top),
    0,
  );
  // The topmost of them is among these.
  const groupBottom = greatest(
    crossing.filter((run) => run.top - groupTop < bodyHeightPx * LINE_GAP).map((run) => run.bottom),
    groupTop,
  );
  const inner = edges.slice(1, -1);
  const own = edges.slice(0, -1).map((_, column) => {
    const cell = runs.filter((run) => {
      const { first, last } = columnsOf(run, inner, bodyHeightPx);
      return first === column && last === column;
    });
    if (cell.length === 0) return null;
    const { top, bottom } = unionRect(cell);
    return { top, bottom, middle: (top + bottom) / 2 };
  });
  const isBelow = (column: number): boolean => (own[column]?.top ?? -Infinity) >= groupBottom;
  // Columns right under a group heading show at what height the lower level stands.
  const under = own.flatMap((cell, column) =>
    cell !== null &&
    isBelow(column) &&
    crossing.some((run) => {
      const { first, last } = columnsOf(run, inner, bodyHeightPx);
      return column >= first && column <= last;
    })
      ? [cell]
      : [],
  );
  if (under.length === 0) return null;
  const middle = under.reduce((sum, cell) => sum + cell.middle, 0) / under.length;
  const top = least(
    under.map((cell) => cell.top),
    groupBottom,
  );
  // Text in the middle of both levels stands half the upper level's height higher.
  const higher = middle - (top - groupTop) / 2;
  const grouped = new Set(
    own.flatMap((cell, column) =>
      cell !== null && isBelow(column) && Math.abs(cell.middle - middle) < Math.abs(cell.middle - higher)
        ? [column]
        : [],
    ),
  );
  if (grouped.size === 0) return null;
  const below = [...grouped].map((column) => own[column]!.top);
  return { levelY: (groupBottom + least(below, groupBottom)) / 2, grouped };
}

/** Lines of one heading lie over each other; headings side by side do not. */
function joinOverlapping(runs: readonly PixelRect[]): Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const run of runs.toSorted((a, b) => a.left - b.left)) {
    const last = joined.at(-1);
    if (last && run.left < last.end) last.end = Math.max(last.end, run.right);
    else joined.push({ start: run.left, end: run.right });
  }
  return joined;
}
