import { indexByRows } from "../image/index-by-rows.ts";
import { type Components, findComponents } from "../image/find-components.ts";
import type { Stamp } from "../image/find-stamps.ts";
import { findTextRuns } from "../image/find-text-runs.ts";
import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { BinaryImage } from "../model/image.ts";
import type { CleanPage } from "../model/page.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import type { Edge } from "./cluster-positions.ts";
import { drawnLength } from "./drawn-length.ts";
import { eraseRulings } from "./erase-rulings.ts";
import { extendToCrossings } from "./extend-to-crossings.ts";
import { findFaintRulings, snapEnds } from "./find-faint-rulings.ts";
import { findOpenTables } from "./find-open-tables.ts";
import { findUprightRegion } from "./find-upright-region.ts";
import { findScatteredRulings } from "./find-scattered-rulings.ts";
import { findRulings } from "./find-rulings.ts";
import { aloneAmong, areSideBySide, findTextColumns } from "./find-text-columns.ts";
import { isOfRing } from "./is-of-ring.ts";
import { withoutStamped } from "./without-stamped.ts";
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
/** A rule this far beside a grid, in body heights, and along so much of its height, is no double of its border. */
const FAR_BESIDE_IN_BODIES = 1;
const BESIDE_HEIGHT_SHARE = 0.5;
/** One area is clearly larger than another by this factor. */
const CLEARLY_MORE = 1.15;
/** Upright rules that headings and nothing else interrupt are drawn over this share of their table. */
const WHOLE_RULE_SHARE = 0.7;
/** A border through a word is as bad as so many cells are good. */
const CELLS_FOR_A_CUT = 2;
/** Dots have to show so many cells more, and where nothing seems to be missing so many. */
const FEWEST_MISSED_CELLS = 3;
const FEWEST_MORE_CELLS = 6;
/** An upright rule this long, in body heights, parts the words on both of its sides. */
const DIVIDING_IN_BODIES = 3.6;
/** Rules this long, in body heights, are no strokes of letters: print is looked at without them. */
const ERASED_IN_BODIES = 4;
/** So many lines of print in one column of a grid stand in two columns of their own. */
const FEWEST_PARTED = 4;
/** Rules nearer to each other than this, in body heights, may be one. */
const SAME_PLACE_IN_BODIES = 0.3;
/** The last dot that is left of a rule is at most this far from its end, in body heights. */
const LOST_END_IN_BODIES = 2.5;
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
 *
 * @param stamps those that are known: pieces of their rings are no rules
 */
export function findTables(
  page: CleanPage,
  components: Components,
  bodyHeightPx: number,
  stamps: readonly Stamp[] = [],
): PageTables {
  const dark = extendToCrossings(
    findRulings(page.ink, components.runs, bodyHeightPx).filter(
      (ruling) => !isOfRing(ruling, stamps, page.ink),
    ),
    page.ink,
    bodyHeightPx,
  );
  let rulings: readonly Ruling[] = dark;
  let weak: readonly Ruling[] = [];
  let grids = rulingsToGrids(dark, page.gray, bodyHeightPx);
  const runs =
    seemsIncomplete(grids, dark, bodyHeightPx) ||
    hideColumns(grids, findTextRuns(components, bodyHeightPx), bodyHeightPx)
      ? findTextRuns(findComponents(withoutRules(page.ink, dark, bodyHeightPx)), bodyHeightPx)
      : [];
  if (mayStandInTable(runs, dark, bodyHeightPx)) {
    const upright = grids.length > 0 ? null : uprightGrid(dark, runs, page.ink.widthPx, bodyHeightPx);
    const consider = (all: readonly Ruling[], scattered: readonly Ruling[], fewestMore: number): void => {
      const better = rulingsToGrids(all, page.gray, bodyHeightPx, new Set(scattered)).filter(
        ({ rect }) => rect.right - rect.left >= page.ink.widthPx * NARROWEST_SHARE,
      );
      // Other rules mend the tables that dark ones show, or join their pieces; they add none beside them.
      const isAnswer =
        grids.length === 0 ||
        (grids.every(({ rect }) => better.some((grid) => overlap(rect, grid.rect))) &&
          better.every(({ rect }) => grids.some((grid) => overlap(rect, grid.rect))));
      const others = grids.length === 0 && upright !== null ? [upright] : grids;
      if (isAnswer && showMore(better, others, runs, bodyHeightPx, fewestMore))
        [rulings, grids] = [all, better];
    };
    const seen = [...dark, ...findFaintRulings(page.gray, bodyHeightPx)];
    consider(seen, [], 1);
    const fewestMore = seemsIncomplete(grids, rulings, bodyHeightPx)
      ? FEWEST_MISSED_CELLS
      : FEWEST_MORE_CELLS;
    const scattered = lengthen(findScatteredRulings(page.gray, bodyHeightPx), seen, bodyHeightPx);
    if (scattered.length > 0) consider([...seen, ...scattered], scattered, fewestMore);
    // Tables without upright rules have no cells to show; their level rules count where print stands in columns.
    weak = [...seen, ...scattered].filter(
      (ruling) =>
        ruling.orientation === "horizontal" &&
        !dark.includes(ruling) &&
        ruling.end - ruling.start >= page.ink.widthPx * NARROWEST_SHARE,
    );
  }
  const outside = (x: number, y: number): boolean => !grids.some(({ rect }) => holdsPoint(rect, x, y));
  const isFree = (ruling: Ruling): boolean => {
    const middle = (ruling.start + ruling.end) / 2;
    return ruling.orientation === "horizontal"
      ? outside(middle, ruling.position)
      : outside(ruling.position, middle);
  };
  const free = withoutPieces([...new Set([...rulings, ...weak])].filter(isFree), bodyHeightPx);
  const printed = free.some((ruling) => weak.includes(ruling))
    ? findTextRuns(findComponents(withoutRules(page.ink, [...dark, ...free], bodyHeightPx)), bodyHeightPx)
    : runs;
  const open = findOpenTables(
    free,
    cutAtRulings(withoutStamped(printed, components, dark, bodyHeightPx), free, bodyHeightPx).filter((run) =>
      outside((run.left + run.right) / 2, (run.top + run.bottom) / 2),
    ),
    page.ink.widthPx,
    bodyHeightPx,
  ).filter((table) => !grids.some((grid) => overlap(grid.rect, table.rect)));
  return {
    grids: [...grids, ...open].toSorted((a, b) => a.rect.top - b.rect.top),
    rulings,
    drawn: dark,
  };
}

/** What the dark upright rules alone show where all are whole: a fax may keep them and lose every level one. */
function uprightGrid(
  dark: readonly Ruling[],
  runs: readonly PixelRect[],
  pageWidthPx: number,
  bodyHeightPx: number,
): TableGrid | null {
  const upright = dark.filter(({ orientation }) => orientation === "vertical");
  const print = cutAtRulings(runs, upright, bodyHeightPx);
  const found = findUprightRegion(upright, print, pageWidthPx, bodyHeightPx);
  if (found === null) return null;
  const { rect } = found.grid;
  const isWhole = (edge: Edge): boolean => drawnLength(edge) >= (rect.bottom - rect.top) * WHOLE_RULE_SHARE;
  return found.region.columnRules.every(isWhole) ? found.grid : null;
}

/**
 * Whether there may be a table that the dark rules do not show: where they draw no grid, one of hardly any
 * column, one with holes, or two side by side, or where long rules lie outside of all grids.
 */
function seemsIncomplete(
  grids: readonly TableGrid[],
  dark: readonly Ruling[],
  bodyHeightPx: number,
): boolean {
  if (grids.length === 0 || grids.some((grid) => grids.some((other) => areBeside(grid, other)))) return true;
  if (grids.some((grid) => grid.columnEdges.length - 1 <= FEWEST_COLUMNS || hasHoles(grid))) return true;
  if (grids.some(({ rect }) => dark.some((ruling) => standsBeside(ruling, rect, bodyHeightPx)))) return true;
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

/** Whether print stands in columns side by side inside of one column of a grid: a fax may keep the frame and lose the rest. */
function hideColumns(grids: readonly TableGrid[], runs: readonly PixelRect[], bodyHeightPx: number): boolean {
  return grids.some((grid) =>
    grid.columnEdges.slice(1).some((_, column) => {
      const cells = grid.cells.filter(
        (cell) => cell.row >= grid.headerRowCount && cell.column === column && cell.columnSpan === 1,
      );
      const own = runs.filter((run) =>
        cells.some(({ rect }) => holdsPoint(rect, (run.left + run.right) / 2, (run.top + run.bottom) / 2)),
      );
      return findTextColumns(own, bodyHeightPx).innerEdges.some((edge) => {
        const left = indexByRows(
          own.filter((run) => run.right < edge),
          bodyHeightPx,
        );
        const parted = own.filter(
          (run) => run.left > edge && left(run).some((other) => areSideBySide(run, other)),
        );
        return parted.length >= FEWEST_PARTED;
      });
    }),
  );
}

/** Two grids on the same rows are mostly one, whose level rules the scan lost between them. */
function areBeside({ rect: a }: TableGrid, { rect: b }: TableGrid): boolean {
  return a.right <= b.left && a.top < b.bottom && b.top < a.bottom;
}

/**
 * Whether an upright rule stands to the left or right of a grid along most of its height: level rules that the scan lost at
 * their ends leave out the table's first or last columns.
 */
function standsBeside(ruling: Ruling, rect: PixelRect, bodyHeightPx: number): boolean {
  if (ruling.orientation !== "vertical") return false;
  const shared = Math.min(ruling.end, rect.bottom) - Math.max(ruling.start, rect.top);
  const isBeside =
    ruling.position < rect.left - bodyHeightPx * FAR_BESIDE_IN_BODIES ||
    ruling.position > rect.right + bodyHeightPx * FAR_BESIDE_IN_BODIES;
  return isBeside && shared >= (rect.bottom - rect.top) * BESIDE_HEIGHT_SHARE;
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
  const isAlone = aloneAmong(runs, bodyHeightPx);
  const beside = runs.filter((run) => !isAlone(run));
  return beside.length >= Math.max(FEWEST_BESIDE, runs.length * BESIDE_SHARE);
}

/** Rules of a page without those that are a piece of a longer one, found in another way. */
function withoutPieces(rulings: readonly Ruling[], bodyHeightPx: number): Ruling[] {
  return rulings.filter(
    (ruling) =>
      !rulings.some(
        (other) =>
          other !== ruling &&
          other.orientation === ruling.orientation &&
          other.end - other.start > ruling.end - ruling.start &&
          Math.abs(other.position - ruling.position) <= bodyHeightPx * SAME_PLACE_IN_BODIES &&
          other.start <= ruling.start + bodyHeightPx &&
          other.end >= ruling.end - bodyHeightPx,
      ),
  );
}

/** Underlined words hang together by their rule, and what is left of a broken rule looks like dashes. */
function withoutRules(ink: BinaryImage, rulings: readonly Ruling[], bodyHeightPx: number): BinaryImage {
  const long = rulings.filter(({ start, end }) => end - start >= bodyHeightPx * ERASED_IN_BODIES);
  return long.length === 0 ? ink : eraseRulings(ink, long, bodyHeightPx);
}

/** Stretches of print parted where an upright rule goes through: spaces are as wide as the paper beside a rule. */
function cutAtRulings(
  runs: readonly PixelRect[],
  rulings: readonly Ruling[],
  bodyHeightPx: number,
): PixelRect[] {
  const upright = rulings.filter(
    ({ orientation, start, end }) =>
      orientation === "vertical" && end - start >= bodyHeightPx * DIVIDING_IN_BODIES,
  );
  if (upright.length === 0) return [...runs];
  return runs.flatMap((run) => {
    const y = (run.top + run.bottom) / 2;
    const cuts = upright
      .filter(
        ({ position, start, end }) =>
          start < y &&
          end > y &&
          position > run.left + bodyHeightPx / 2 &&
          position < run.right - bodyHeightPx / 2,
      )
      .map(({ position }) => Math.round(position))
      .toSorted((a, b) => a - b);
    const edges = [run.left, ...cuts, run.right];
    return edges.slice(1).map((right, index) => ({ ...run, left: edges[index]!, right }));
  });
}

/** Puts the ends of rules known from dots on the rules that they end at. */
function lengthen(scattered: readonly Ruling[], seen: readonly Ruling[], bodyHeightPx: number): Ruling[] {
  const all = [...seen, ...scattered];
  return scattered.map((ruling) =>
    snapEnds(
      ruling,
      all.filter((other) => other.orientation !== ruling.orientation),
      bodyHeightPx * LOST_END_IN_BODIES,
    ),
  );
}

/** Whether the cells of grids cover clearly more of the page than others, or are more on as much of it, in no words. */
function showMore(
  grids: readonly TableGrid[],
  others: readonly TableGrid[],
  runs: readonly PixelRect[],
  bodyHeightPx: number,
  fewestMore: number,
): boolean {
  const cellsOf = (all: readonly TableGrid[]): PixelRect[] =>
    all.flatMap((grid) => grid.cells.map((cell) => cell.rect));
  const areaOf = (cells: readonly PixelRect[]): number =>
    cells.reduce((sum, rect) => sum + (rect.right - rect.left) * (rect.bottom - rect.top), 0);
  const [cells, otherCells] = [cellsOf(grids), cellsOf(others)];
  const [area, otherArea] = [areaOf(cells), areaOf(otherCells)];
  if (area > otherArea * CLEARLY_MORE) return true;
  if (area * CLEARLY_MORE < otherArea) return false;
  const cut = countCut(runs, cells, bodyHeightPx) - countCut(runs, otherCells, bodyHeightPx);
  return cells.length - otherCells.length >= fewestMore + Math.max(0, cut) * CELLS_FOR_A_CUT;
}

/** How many stretches of print begin in one cell and end in another. */
function countCut(runs: readonly PixelRect[], cells: readonly PixelRect[], bodyHeightPx: number): number {
  const inset = bodyHeightPx * 0.4;
  const cellAt = (x: number, y: number): PixelRect | undefined =>
    cells.find((cell) => holdsPoint(cell, x, y));
  return runs.filter((run) => {
    if (run.right - run.left < bodyHeightPx) return false;
    const y = (run.top + run.bottom) / 2;
    return cellAt(run.left + inset, y) !== cellAt(run.right - inset, y);
  }).length;
}

function overlap(a: PixelRect, b: PixelRect): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
