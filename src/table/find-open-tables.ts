import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { findRuledRegions } from "./find-ruled-regions.ts";
import { findUnruledRegions } from "./find-unruled-regions.ts";
import { findUprightRegion } from "./find-upright-region.ts";
import { regionToGrid } from "./region-to-grid.ts";

/**
 * Tables without vertical rules: columns come from the gaps that their print leaves free, rows from
 * horizontal rules where there are any, headings over the table, and later from the row numbers.
 *
 * @param rulings rules that belong to no other table
 * @param runs print that belongs to no other table
 */
export function findOpenTables(
  rulings: readonly Ruling[],
  runs: readonly PixelRect[],
  pageWidthPx: number,
  bodyHeightPx: number,
): TableGrid[] {
  const level = findRuledRegions(rulings, runs, pageWidthPx, bodyHeightPx);
  const isOutside = ({ position, start, end }: Ruling): boolean =>
    !level.some(({ grid: { rect } }) => holdsPoint(rect, position, (start + end) / 2));
  const inLevel = new Set(level.flatMap(({ region }) => region.runs));
  const upright = findUprightRegion(
    rulings.filter((ruling) => ruling.orientation === "vertical" && isOutside(ruling)),
    runs.filter((run) => !inLevel.has(run)),
    pageWidthPx,
    bodyHeightPx,
  );
  const ruled = upright === null ? level : [...level, upright];
  const taken = new Set(ruled.flatMap(({ region }) => region.runs));
  const grids = ruled.map(({ grid }) => grid);
  const unruled = findUnruledRegions(
    runs.filter((run) => !taken.has(run)),
    pageWidthPx,
    bodyHeightPx,
  );
  const free = unruled.map((region) => regionToGrid(region, bodyHeightPx));
  return [...grids, ...free.filter((grid) => grid !== null)].toSorted((a, b) => a.rect.top - b.rect.top);
}
