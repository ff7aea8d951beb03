import { greatest, least } from "../model/extremes.ts";
import type { PixelRect } from "../model/box.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { clusterPositions, imaginedEdge } from "./cluster-positions.ts";
import { findColumnRules } from "./find-column-rules.ts";
import { middleY } from "./middle-y.ts";
import { FEWEST_COLUMNS, type Region, SAME_EDGE } from "./region.ts";
import { regionToGrid } from "./region-to-grid.ts";

/** A table of upright rules is at least this wide, as a share of the page. */
const NARROWEST_SHARE = 0.3;

/** A table of which the scan kept the upright rules only. */
export function findUprightRegion(
  rulings: readonly Ruling[],
  runs: readonly PixelRect[],
  pageWidthPx: number,
  bodyHeightPx: number,
): { region: Region; grid: TableGrid } | null {
  const edges = clusterPositions(rulings, bodyHeightPx * SAME_EDGE);
  const [first, last] = [edges[0], edges.at(-1)];
  if (first === undefined || last === undefined || edges.length <= FEWEST_COLUMNS) return null;
  if (last.position - first.position < pageWidthPx * NARROWEST_SHARE) return null;
  const top = least(
    rulings.map((ruling) => ruling.start),
    0,
  );
  const bottom = greatest(
    rulings.map((ruling) => ruling.end),
    top,
  );
  const inside = runs.filter(
    (run) =>
      middleY(run) > top &&
      middleY(run) < bottom &&
      run.left > first.position - bodyHeightPx &&
      run.right < last.position + bodyHeightPx,
  );
  const bare: Region = {
    left: first.position,
    right: last.position,
    rows: [imaginedEdge(top), imaginedEdge(bottom)],
    partialRules: [],
    columnRules: [],
    runs: inside,
    closedAtTop: true,
    closedAtBottom: true,
  };
  const columnRules = findColumnRules(bare, rulings, bodyHeightPx);
  if (columnRules.length <= FEWEST_COLUMNS) return null;
  const region = { ...bare, columnRules };
  const grid = regionToGrid(region, bodyHeightPx);
  return grid === null ? null : { region, grid };
}
