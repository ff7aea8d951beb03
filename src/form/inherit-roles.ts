import type { FormColumn } from "../model/form.ts";
import { sharedExtent } from "./column-edges.ts";

/**
 * Columns of two pages are the same from this share of common width on: half a millimetre of drift and a skewed scan
 * leave 0.9 of the narrowest column, the neighbour has none.
 */
const SAME_PLACE = 0.5;

/**
 * Gives columns without a role the one of the column in the same place of `source`, unless the table has it already.
 * A page may lie differently in the scanner, hence the places are compared after moving one table's left edge onto
 * the other's as well as on the paper itself.
 */
export function inheritRoles(
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
  const pairs = columns.map((column) => {
    let best: FormColumn | null = null;
    let bestShare = SAME_PLACE;
    for (const candidate of source) {
      const share = sharedExtent(column, { left: candidate.left + shift, right: candidate.right + shift });
      if (share > bestShare) [best, bestShare] = [candidate, share];
    }
    if (best !== null) score += bestShare;
    return best;
  });
  return { score, pairs };
}
