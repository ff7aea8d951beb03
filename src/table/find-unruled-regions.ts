import { type PixelRect, unionRect } from "../model/box.ts";
import { imaginedEdge } from "./cluster-positions.ts";
import { aloneAmong, columnsOf, findTextColumns } from "./find-text-columns.ts";
import { FEWEST_COLUMNS, type Region } from "./region.ts";
import { isTabular } from "./stands-in-columns.ts";

/** Paper this high, in body heights, over the whole width ends a table: rows of one follow more closely. */
const TABLE_GAP = 6;
/** Titles are centred within this share of the page's width. */
const CENTRED_SHARE = 0.05;

/** The tables in print without rules: at most one between each two stretches of high paper. */
export function findUnruledRegions(
  runs: readonly PixelRect[],
  pageWidthPx: number,
  bodyHeightPx: number,
): Region[] {
  return parts(runs, bodyHeightPx)
    .map((part) => unruledRegion(part, pageWidthPx, bodyHeightPx))
    .filter((region) => region !== null);
}

/** Print parted where paper over the whole width is too high for the space between two rows. */
function parts(runs: readonly PixelRect[], body: number): PixelRect[][] {
  const found: PixelRect[][] = [];
  let bottom = -Infinity;
  for (const run of runs) {
    const part = found.at(-1);
    if (part && run.top - bottom <= body * TABLE_GAP) part.push(run);
    else found.push([run]);
    bottom = Math.max(bottom, run.bottom);
  }
  return found;
}

/** The table in a stretch of print without rules, or null where it looks like anything else. */
function unruledRegion(part: readonly PixelRect[], pageWidthPx: number, body: number): Region | null {
  const { columns, innerEdges } = findTextColumns(part, body);
  if (columns.length < FEWEST_COLUMNS) return null;
  const isAlone = aloneAmong(part, body);
  const isTitle = (run: PixelRect): boolean => {
    if (!isAlone(run)) return false;
    if (Math.abs((run.left + run.right) / 2 - pageWidthPx / 2) <= pageWidthPx * CENTRED_SHARE) return true;
    // A page number stands alone in one column; the only group heading of a header reaches over several.
    const { first, last } = columnsOf(run, innerEdges, body);
    return first === last && run.left > columns[0]!.end + body;
  };
  const fits = (run: PixelRect): boolean => {
    const { first, last } = columnsOf(run, innerEdges, body);
    return first === last && run.left >= columns[0]!.start - body;
  };
  const from = part.findIndex((run) => !isTitle(run));
  const to = part.findLastIndex((run) => !isAlone(run) || fits(run)) + 1;
  const runs = part.slice(from, to);
  if (from === -1 || !isTabular(runs, innerEdges, body)) return null;
  // What is tabular has lines.
  const around = unionRect(runs);
  return {
    left: around.left - body,
    right: around.right + body,
    rows: [imaginedEdge(around.top - body), imaginedEdge(around.bottom + body)],
    partialRules: [],
    columnRules: [],
    runs,
    closedAtTop: true,
    closedAtBottom: true,
  };
}
