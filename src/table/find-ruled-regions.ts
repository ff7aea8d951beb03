import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { extendRegion } from "./extend-region.ts";
import { findColumnRules } from "./find-column-rules.ts";
import { findTextColumns } from "./find-text-columns.ts";
import { type Region, SAME_END } from "./region.ts";
import { regionToGrid } from "./region-to-grid.ts";
import { standsInColumns } from "./stands-in-columns.ts";

/** Rules over a whole table are at least this long, as a share of the page. */
const SHORTEST_SHARE = 0.3;

/** Families of horizontal rules that begin and end alike, with the print between them. */
export function findRuledRegions(
  rulings: readonly Ruling[],
  runs: readonly PixelRect[],
  pageWidthPx: number,
  bodyHeightPx: number,
): { region: Region; grid: TableGrid }[] {
  const level = rulings
    .filter((ruling) => ruling.orientation === "horizontal")
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const used = new Set<Ruling>();
  const found: { region: Region; grid: TableGrid }[] = [];
  for (const longest of level) {
    if (used.has(longest) || longest.end - longest.start < pageWidthPx * SHORTEST_SHARE) continue;
    const full = level.filter(
      (ruling) =>
        !used.has(ruling) &&
        Math.abs(ruling.start - longest.start) <= bodyHeightPx * SAME_END &&
        Math.abs(ruling.end - longest.end) <= bodyHeightPx * SAME_END,
    );
    for (const ruling of full) used.add(ruling);
    if (full.length < 2) continue;
    const own = extendRegion(full, level, runs, bodyHeightPx);
    // The two strokes of a double rule, with nothing above or below, have no row between them.
    if (own.rows.length < 2) continue;
    const region = { ...own, columnRules: findColumnRules(own, rulings, bodyHeightPx) };
    const { innerEdges } = findTextColumns(region.runs, bodyHeightPx);
    const grid = standsInColumns(region.runs, innerEdges, bodyHeightPx)
      ? regionToGrid(region, bodyHeightPx)
      : null;
    if (grid === null) continue;
    found.push({ region, grid });
    // Shorter rules inside of a table are its own: where a cell reaches over several rows.
    for (const ruling of level)
      if (holdsPoint(grid.rect, (ruling.start + ruling.end) / 2, ruling.position)) used.add(ruling);
  }
  return found;
}
