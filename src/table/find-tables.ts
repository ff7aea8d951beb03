import type { Components } from "../image/find-components.ts";
import { findTextRuns } from "../image/find-text-runs.ts";
import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { CleanPage } from "../model/page.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { extendToCrossings } from "./extend-to-crossings.ts";
import { findFaintRulings } from "./find-faint-rulings.ts";
import { findOpenTables } from "./find-open-tables.ts";
import { findRulings } from "./find-rulings.ts";
import { isAlone } from "./find-text-columns.ts";
import { rulingsToGrids } from "./rulings-to-grids.ts";

/** Rules that draw no more columns than these may be a frame around a table. */
const FEWEST_COLUMNS = 3;
/** Rules this long, in body heights, are no underlines; so many of them may belong to a table. */
const LONG_IN_BODIES = 30;
const FEWEST_RULES = 3;

/** A grid whose cells cover less than this share of its places has holes. */
const WHOLE_SHARE = 0.97;
/** In a table at least so many runs of print, and this share of them, have others beside them. */
const FEWEST_BESIDE = 8;
const BESIDE_SHARE = 0.2;
/** One area is clearly larger than another by this factor. */
const CLEARLY_MORE = 1.15;
/** Tables of faint rules are at least this wide, as a share of the page. */
const NARROWEST_SHARE = 0.3;

/** The grids of a page and all rules on it. */
export interface PageTables {
  readonly grids: readonly TableGrid[];
  readonly rulings: readonly Ruling[];
  /** Those of them that are in the page's ink. */
  readonly drawn: readonly Ruling[];
}

/**
 * The tables of a page: grids that rules draw; where the print has columns that these rules do not show,
 * grids with the page's faint rules; and tables without vertical rules, or without any.
 */
export function findTables(page: CleanPage, components: Components, bodyHeightPx: number): PageTables {
  const dark = extendToCrossings(
    findRulings(page.ink, components.runs, bodyHeightPx),
    page.ink,
    bodyHeightPx,
  );
  let rulings = dark;
  let grids = rulingsToGrids(dark, page.gray, bodyHeightPx);
  const runs = seemsIncomplete(grids, dark, bodyHeightPx) ? findTextRuns(components, bodyHeightPx) : [];
  if (mayStandInTable(runs, dark, bodyHeightPx)) {
    const all = [...dark, ...findFaintRulings(page.gray, bodyHeightPx)];
    const better = rulingsToGrids(all, page.gray, bodyHeightPx).filter(
      ({ rect }) => rect.right - rect.left >= page.ink.widthPx * NARROWEST_SHARE,
    );
    // Faint rules mend the tables that dark ones show, or join their pieces; they add none beside them.
    const isAnswer =
      grids.length === 0 ||
      (grids.every(({ rect }) => better.some((grid) => overlap(rect, grid.rect))) &&
        better.every(({ rect }) => grids.some((grid) => overlap(rect, grid.rect))));
    if (isAnswer && showMore(better, grids)) [rulings, grids] = [all, better];
  }
  const outside = (x: number, y: number): boolean => !grids.some(({ rect }) => holdsPoint(rect, x, y));
  const open = findOpenTables(
    rulings.filter((ruling) => outside((ruling.start + ruling.end) / 2, ruling.position)),
    runs.filter((run) => outside((run.left + run.right) / 2, (run.top + run.bottom) / 2)),
    page.ink.widthPx,
    bodyHeightPx,
  ).filter((table) => !grids.some((grid) => overlap(grid.rect, table.rect)));
  return {
    grids: [...grids, ...open].toSorted((a, b) => a.rect.top - b.rect.top),
    rulings,
    drawn: dark,
  };
}

/**
 * Whether there may be a table that the dark rules do not show: where they draw no grid, one of hardly any
 * column, or one with holes, or where long rules lie outside of all grids.
 */
function seemsIncomplete(
  grids: readonly TableGrid[],
  dark: readonly Ruling[],
  bodyHeightPx: number,
): boolean {
  if (grids.length === 0) return true;
  if (grids.some((grid) => grid.columnEdges.length - 1 <= FEWEST_COLUMNS || hasHoles(grid))) return true;
  const free = dark.filter(
    (ruling) =>
      ruling.orientation === "horizontal" &&
      ruling.end - ruling.start >= bodyHeightPx * LONG_IN_BODIES &&
      !grids.some(
        ({ rect }) =>
          ruling.position >= rect.top - bodyHeightPx && ruling.position <= rect.bottom + bodyHeightPx,
      ),
  );
  return free.length >= FEWEST_RULES;
}

function hasHoles(grid: TableGrid): boolean {
  const places = (grid.columnEdges.length - 1) * (grid.rowEdges.length - 1);
  const covered = grid.cells.reduce((sum, cell) => sum + cell.rowSpan * cell.columnSpan, 0);
  return covered < places * WHOLE_SHARE;
}

/** Whether a second look for rules may find a table: print stands side by side, and more than two signatures. */
function mayStandInTable(runs: readonly PixelRect[], dark: readonly Ruling[], bodyHeightPx: number): boolean {
  if (runs.length === 0) return false;
  if (dark.some((ruling) => ruling.end - ruling.start >= bodyHeightPx * LONG_IN_BODIES)) return true;
  const beside = runs.filter((run) => !isAlone(run, runs, bodyHeightPx));
  return beside.length >= Math.max(FEWEST_BESIDE, runs.length * BESIDE_SHARE);
}

/** Whether grids cover clearly more of the page than others, or have more cells on as much of it. */
function showMore(grids: readonly TableGrid[], others: readonly TableGrid[]): boolean {
  const sum = (values: readonly TableGrid[], valueOf: (grid: TableGrid) => number): number =>
    values.reduce((total, grid) => total + valueOf(grid), 0);
  const areaOf = ({ rect }: TableGrid): number => (rect.right - rect.left) * (rect.bottom - rect.top);
  const [area, otherArea] = [sum(grids, areaOf), sum(others, areaOf)];
  if (area > otherArea * CLEARLY_MORE) return true;
  const cellsOf = (grid: TableGrid): number => grid.cells.length;
  return area * CLEARLY_MORE >= otherArea && sum(grids, cellsOf) > sum(others, cellsOf);
}

function overlap(a: PixelRect, b: PixelRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
