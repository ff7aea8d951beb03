import { greatest, least } from "../model/extremes.ts";
import type { PixelRect } from "../model/box.ts";
import type { Ruling } from "../model/table.ts";
import { clusterPositions, imaginedEdge } from "./cluster-positions.ts";
import { aloneAmong, columnsOf, findTextColumns } from "./find-text-columns.ts";
import { isGroupRule } from "./is-group-rule.ts";
import { middleY } from "./middle-y.ts";
import { type Region, SAME_EDGE, SAME_END } from "./region.ts";
import { standsInColumns } from "./stands-in-columns.ts";

/** The lines of a table's rows that go on over the page's end follow its last rule this closely. */
const OPEN_ROW_GAP = 3.5;
/** At most this share of the print below may miss its column; else the table ends at the first that does. */
const MISFIT_SHARE = 0.2;
/** A rule under a group heading is at least this long, in body heights. */
const SHORTEST_GROUP = 4;

/**
 * The region between rules that begin and end alike, extended by the rows that go on below its last rule or come
 * from above its first one where the page cuts the table.
 *
 * @param full at least two rules over the whole table, which may be one border
 * @param level all level rules, those among `full` included
 * @param runs print on the page
 */
export function extendRegion(
  full: readonly Ruling[],
  level: readonly Ruling[],
  runs: readonly PixelRect[],
  bodyHeightPx: number,
): Region {
  const rules = clusterPositions(full, bodyHeightPx * SAME_EDGE);
  const left = least(
    full.map((ruling) => ruling.start),
    0,
  );
  const right = greatest(
    full.map((ruling) => ruling.end),
    left,
  );
  const [first, last] = [rules[0]!.position, rules.at(-1)!.position];
  const within = runs.filter((run) => run.left >= left - bodyHeightPx && run.right <= right + bodyHeightPx);
  const inside = within.filter((run) => middleY(run) > first && middleY(run) < last);
  const { innerEdges } = findTextColumns(inside, bodyHeightPx);
  const fits = (run: PixelRect): boolean => {
    const columns = columnsOf(run, innerEdges, bodyHeightPx);
    return columns.first === columns.last;
  };
  const close = within.filter((other) => middleY(other) > last);
  let bottom = last;
  let count = 0;
  for (const run of close) {
    if (run.top - bottom > bodyHeightPx * OPEN_ROW_GAP) break;
    count++;
    bottom = Math.max(bottom, run.bottom);
  }
  // Words of two columns may stand so close that they make one run: few of many may miss their column.
  const near = close.slice(0, count);
  const misfit = near.findIndex((run) => !fits(run));
  // The columns of a header with hardly a row below it are those of both.
  const joint = findTextColumns([...inside, ...near], bodyHeightPx);
  const isMostlyFit =
    near.filter((run) => !fits(run)).length <= near.length * MISFIT_SHARE ||
    (joint.innerEdges.length >= innerEdges.length && standsInColumns(near, joint.innerEdges, bodyHeightPx));
  const below = isMostlyFit || misfit === -1 ? near : near.slice(0, misfit);
  bottom = Math.max(
    last,
    greatest(
      below.map((run) => run.bottom),
      last,
    ),
  );
  const above: PixelRect[] = [];
  let top = first;
  for (const run of within.filter((other) => middleY(other) < first).toReversed()) {
    if (top - run.bottom > bodyHeightPx * OPEN_ROW_GAP || !fits(run)) break;
    above.push(run);
    top = Math.min(top, run.top);
  }
  // A single stretch of print below or above is a note, a page number or a title.
  const isAloneBelow = aloneAmong(below, bodyHeightPx);
  const goesOn = below.some((run) => !isAloneBelow(run));
  // Shorter ones are strokes of letters.
  const partialRules = level.filter(
    (ruling) =>
      !full.includes(ruling) &&
      ruling.end - ruling.start >= bodyHeightPx * SHORTEST_GROUP &&
      ruling.position > first + bodyHeightPx &&
      ruling.position < last - bodyHeightPx &&
      ruling.start >= left - bodyHeightPx * SAME_END &&
      ruling.end <= right + bodyHeightPx * SAME_END,
  );
  const beginsHere = partialRules.some((rule) => isGroupRule(rule, rules, innerEdges, bodyHeightPx));
  const isAloneAbove = aloneAmong(above, bodyHeightPx);
  const cameFrom = !beginsHere && above.some((run) => !isAloneAbove(run));
  return {
    left,
    right,
    rows: [
      ...(cameFrom ? [imaginedEdge(top - bodyHeightPx)] : []),
      ...rules,
      ...(goesOn ? [imaginedEdge(bottom + bodyHeightPx)] : []),
    ],
    partialRules,
    columnRules: [],
    runs: [...(cameFrom ? above : []), ...inside, ...(goesOn ? below : [])],
    closedAtTop: !cameFrom,
    closedAtBottom: !goesOn,
  };
}
