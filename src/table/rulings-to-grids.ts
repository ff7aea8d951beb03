import type { GrayImage } from "../model/image.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { groupRulings, pruneStrokes } from "./group-rulings.ts";
import { rulingsToGrid } from "./rulings-to-grid.ts";

/** Rules that miss each other by less than this, in body heights, meet. */
const MEET_IN_BODIES = 0.5;
/** Fewer cells are a frame around a text, not a table. */
const FEWEST_CELLS = 4;

/** The grids of all ruled tables of a page, from top to bottom. */
export function rulingsToGrids(
  rulings: readonly Ruling[],
  gray: GrayImage,
  bodyHeightPx: number,
  scattered?: ReadonlySet<Ruling>,
): TableGrid[] {
  const tolerance = bodyHeightPx * MEET_IN_BODIES;
  return groupRulings(rulings, tolerance, bodyHeightPx)
    .map((group) => pruneStrokes(group, tolerance, bodyHeightPx))
    .map((group) => rulingsToGrid(group, gray, bodyHeightPx, scattered))
    .filter((grid) => grid !== null)
    .filter((grid) => grid.cells.length >= FEWEST_CELLS && grid.columnEdges.length > 2);
}
