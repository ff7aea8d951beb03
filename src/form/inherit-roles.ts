import type { FormColumn } from "../model/form.ts";
import { sharedExtent } from "./column-edges.ts";

/**
 * Columns of two pages are the same from this share of common width on: half a millimetre of drift and a skewed scan
 * leave 0.9 of the narrowest column, the neighbour has none.
 */
const SAME_PLACE = 0.5;

/**
 * So many of the nearest tables that differ, before and behind a table, can give it roles. Beyond them a column without a role
 * is none of the form's, and asking every table of a long file for each would take hours.
 */
const NEAREST_SOURCES = 32;

/**
 * The columns of tables in reading order, those without a role with the role that the nearest table has in their place,
 * earlier ones first.
 */
export function inheritFromNearest(tables: readonly (readonly FormColumn[])[]): (readonly FormColumn[])[] {
  const fromEarlier = sweep(tables, tables);
  return sweep(fromEarlier.toReversed(), tables.toReversed()).toReversed();
}

/** Completes each of `columns` from those of `sources` that stand before it, the nearest first. */
function sweep(
  columns: readonly (readonly FormColumn[])[],
  sources: readonly (readonly FormColumn[])[],
): (readonly FormColumn[])[] {
  // By what they give, the nearest last: a second table that gives the same changes nothing.
  const seen = new Map<string, readonly FormColumn[]>();
  return columns.map((own, index) => {
    const isComplete = own.every((column) => column.role !== null);
    const completed = isComplete
      ? own
      : [...seen.values()].reduceRight(
          (filled: readonly FormColumn[], source) => inheritRoles(filled, { columns: source }),
          own,
        );
    const source = sources[index] ?? [];
    if (source.some((column) => column.role !== null)) {
      const key = JSON.stringify(source.map(({ role, left, right }) => [role, left, right]));
      seen.delete(key);
      seen.set(key, source);
      const [oldest] = seen.keys();
      if (seen.size > NEAREST_SOURCES && oldest !== undefined) seen.delete(oldest);
    }
    return completed;
  });
}

/**
 * Gives columns without a role the one of the column in the same place of `source`, unless the table has it already.
 * A page may lie differently in the scanner, hence the places are compared after moving one table's left edge onto
 * the other's as well as on the paper itself.
 */
function inheritRoles(
  columns: readonly FormColumn[],
  source: { readonly columns: readonly FormColumn[] },
): readonly FormColumn[] {
  if (columns.every((column) => column.role !== null)) return columns;
  const shift = (columns[0]?.left ?? 0) - (source.columns[0]?.left ?? 0);
  const onPaper = pairColumns(columns, source.columns, 0);
  const byEdge = pairColumns(columns, source.columns, shift);
  const pairs = byEdge.score > onPaper.score ? byEdge.pairs : onPaper.pairs;
  const taken = new Set(columns.map((column) => column.role));
  return columns.map((column, index) => {
    const role = pairs[index]?.role ?? null;
    if (column.role !== null || role === null || (taken.has(role) && role !== "issues")) return column;
    taken.add(role);
    return { ...column, role };
  });
}

function pairColumns(
  columns: readonly FormColumn[],
  source: readonly FormColumn[],
  shift: number,
): { score: number; pairs: (FormColumn | null)[] } {
  let score = 0;
  const ordered = source.toSorted((a, b) => a.left - b.left || a.index - b.index);
  const pairs = columns.map((column) => {
    let best: FormColumn | null = null;
    let bestShare = SAME_PLACE;
    // What begins farther left than the column is wide shares less than half of it.
    const first = firstBehind(ordered, column.left - (column.right - column.left) - shift);
    for (let at = first; at < ordered.length && ordered[at]!.left + shift < column.right; at += 1) {
      const candidate = ordered[at]!;
      const share = sharedExtent(column, { left: candidate.left + shift, right: candidate.right + shift });
      if (share > bestShare) [best, bestShare] = [candidate, share];
    }
    if (best !== null) score += bestShare;
    return best;
  });
  return { score, pairs };
}

/** The first of columns ordered from left to right that does not begin left of a place. */
function firstBehind(ordered: readonly FormColumn[], place: number): number {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]!.left < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
