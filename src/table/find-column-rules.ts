import type { Ruling } from "../model/table.ts";
import { clusterPositions, type Edge } from "./cluster-positions.ts";
import { drawnLength } from "./drawn-length.ts";
import { type Region, SAME_EDGE } from "./region.ts";

/** An upright rule is a column's border where it goes over this share of the table. */
const COLUMN_RULE_SHARE = 0.4;

/** Upright rules that go over a good part of a region, inside of it. */
export function findColumnRules(region: Region, rulings: readonly Ruling[], bodyHeightPx: number): Edge[] {
  const [top, bottom] = [region.rows[0]!.position, region.rows.at(-1)!.position];
  const within = rulings.filter(
    (ruling) =>
      ruling.orientation === "vertical" &&
      ruling.position > region.left - bodyHeightPx &&
      ruling.position < region.right + bodyHeightPx &&
      ruling.start > top - bodyHeightPx &&
      ruling.end < bottom + bodyHeightPx,
  );
  return clusterPositions(within, bodyHeightPx * SAME_EDGE).filter(
    (edge) => drawnLength(edge) >= (bottom - top) * COLUMN_RULE_SHARE,
  );
}
