import type { PixelRect } from "../model/box.ts";
import { clusterPositions, type Edge } from "./cluster-positions.ts";
import { findHeaderBottom } from "./find-header-bottom.ts";
import { columnsOf } from "./find-text-columns.ts";
import { isGroupRule } from "./is-group-rule.ts";
import { type HeaderLayout, layOutHeader } from "./lay-out-header.ts";
import { middleY } from "./middle-y.ts";
import type { Region } from "./region.ts";

interface RegionHeader {
  readonly bottom: number;
  /** Whether no rule lies at the bottom. */
  readonly isImagined: boolean;
  readonly layout: HeaderLayout;
  /** The rule between the levels, where there is one. */
  readonly levelEdge: Edge | null;
}

/** Where the header ends and how it is parted; a bottom at the region's top where there is none. */
export function findRegionHeader(
  region: Region,
  edges: readonly number[],
  bodyHeightPx: number,
): RegionHeader {
  const top = region.rows[0]!.position;
  const limit = region.rows[1]!.position;
  const upper = region.runs.filter((run) => middleY(run) < limit);
  const inner = edges.slice(1, -1);
  const printed = findHeaderBottom(upper, inner, limit, bodyHeightPx);
  // Lines below the first column's heading belong to higher headings beside it, as long as no row begins.
  const beginsRow = (run: PixelRect): boolean =>
    printed !== null && run.top >= printed && columnsOf(run, inner, bodyHeightPx).first === 0;
  const isHeader =
    region.partialRules.some((rule) => isGroupRule(rule, region.rows, inner, bodyHeightPx)) ||
    (printed !== null && !upper.some(beginsRow));
  const found = isHeader ? limit : printed;
  const bottom = found ?? top;
  const partial = region.partialRules.filter((rule) => rule.position < bottom);
  const layout = layOutHeader(
    upper.filter((run) => middleY(run) < bottom),
    edges,
    partial,
    bodyHeightPx,
  );
  return {
    bottom,
    isImagined: found !== null && found < limit,
    layout,
    levelEdge:
      partial.length > 0 && layout.levelY !== null ? clusterPositions(partial, bodyHeightPx)[0]! : null,
  };
}
