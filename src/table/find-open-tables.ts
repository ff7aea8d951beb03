import { holdsPoint, type PixelRect } from "../model/box.ts";
import type { Ruling, TableGrid } from "../model/table.ts";
import { buildGrid } from "./build-grid.ts";
import { clusterPositions, type Edge, imaginedEdge } from "./cluster-positions.ts";
import { findHeaderBottom } from "./find-header-bottom.ts";
import { findHeadingBands } from "./find-heading-bands.ts";
import { areSideBySide, columnsOf, findTextColumns, isAlone } from "./find-text-columns.ts";
import { drawnLength } from "./drawn-length.ts";
import { layOutHeader } from "./lay-out-header.ts";

/** Paper this high, in body heights, over the whole width ends a table: rows of one follow more closely. */
const TABLE_GAP = 6;
/** The lines of a table's rows that go on over the page's end follow its last rule this closely. */
const OPEN_ROW_GAP = 3.5;
const MISFIT_SHARE = 0.2;
/** Fewer columns, or fewer lines that stand in three columns, make no table. */
const FEWEST_COLUMNS = 3;
const FEWEST_LINES = 3;
/** Print of a table stands in its columns; in running text most lines bridge any gap there may be. */
const MOST_BRIDGING_SHARE = 0.25;
/** Numbers, marks and amounts are at most this wide, in body heights. */
const WIDEST_VALUE = 7;
const WIDEST_NUMBER = 3;
/** Rules of one table begin (and end) within this distance of each other, in body heights. */
const SAME_END = 1.5;
/** Rules nearer to each other than this, in body heights, are one border. */
const SAME_EDGE = 0.5;
/** An upright rule is a column's border where it goes over this share of the table. */
const COLUMN_RULE_SHARE = 0.4;
/** A table of upright rules is at least this wide, as a share of the page. */
const NARROWEST_SHARE = 0.3;
/** A rule between two rows goes over this share of the table where a cell over both rows interrupts it. */
const INTERRUPTED_RULE_SHARE = 0.5;
/** A rule under a group heading is at least this long, in body heights. */
const SHORTEST_GROUP = 4;
/** Stretches of print that make a column beside an upright rule. */
const FEWEST_BETWEEN = 2;
/** Titles are centred within this share of the page's width. */
const CENTRED_SHARE = 0.05;

interface Region {
  readonly left: number;
  readonly right: number;
  /** Full rules from top to bottom, with imagined edges where the page cuts the table. */
  readonly rows: readonly Edge[];
  readonly partialRules: readonly Ruling[];
  /** Upright rules inside, where there are any after all. */
  readonly columnRules: readonly Edge[];
  readonly runs: readonly PixelRect[];
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
}

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
  const level = ruledRegions(rulings, runs, pageWidthPx, bodyHeightPx);
  const isOutside = ({ position, start, end }: Ruling): boolean =>
    !level.some(({ grid: { rect } }) => holdsPoint(rect, position, (start + end) / 2));
  const upright = uprightRegion(
    rulings.filter((ruling) => ruling.orientation === "vertical" && isOutside(ruling)),
    runs.filter((run) => !level.some(({ region }) => region.runs.includes(run))),
    pageWidthPx,
    bodyHeightPx,
  );
  const ruled = upright === null ? level : [...level, upright];
  const taken = (run: PixelRect): boolean => ruled.some(({ region }) => region.runs.includes(run));
  const grids = ruled.map(({ grid }) => grid);
  const free = parts(
    runs.filter((run) => !taken(run)),
    bodyHeightPx,
  )
    .map((part) => unruledRegion(part, pageWidthPx, bodyHeightPx))
    .map((region) => (region === null ? null : regionToGrid(region, bodyHeightPx)));
  return [...grids, ...free.filter((grid) => grid !== null)].toSorted((a, b) => a.rect.top - b.rect.top);
}

/** Families of horizontal rules that begin and end alike, with the print between them. */
function ruledRegions(
  rulings: readonly Ruling[],
  runs: readonly PixelRect[],
  pageWidthPx: number,
  body: number,
): { region: Region; grid: TableGrid }[] {
  const level = rulings
    .filter((ruling) => ruling.orientation === "horizontal")
    .toSorted((a, b) => b.end - b.start - (a.end - a.start));
  const used = new Set<Ruling>();
  const found: { region: Region; grid: TableGrid }[] = [];
  for (const longest of level) {
    if (used.has(longest) || longest.end - longest.start < pageWidthPx * 0.3) continue;
    const full = level.filter(
      (ruling) =>
        !used.has(ruling) &&
        Math.abs(ruling.start - longest.start) <= body * SAME_END &&
        Math.abs(ruling.end - longest.end) <= body * SAME_END,
    );
    for (const ruling of full) used.add(ruling);
    if (full.length < 2) continue;
    const own = extendRegion(full, level, runs, body);
    const region = { ...own, columnRules: columnRulesIn(own, rulings, body) };
    const { innerEdges } = findTextColumns(region.runs, body);
    const grid = standsInColumns(region.runs, innerEdges, body) ? regionToGrid(region, body) : null;
    if (grid === null) continue;
    found.push({ region, grid });
    // Shorter rules inside of a table are its own: where a cell reaches over several rows.
    for (const ruling of level)
      if (holdsPoint(grid.rect, (ruling.start + ruling.end) / 2, ruling.position)) used.add(ruling);
  }
  return found;
}

function extendRegion(
  full: readonly Ruling[],
  level: readonly Ruling[],
  runs: readonly PixelRect[],
  body: number,
): Region {
  const rules = clusterPositions(full, body * SAME_EDGE);
  const left = Math.min(...full.map((ruling) => ruling.start));
  const right = Math.max(...full.map((ruling) => ruling.end));
  const [first, last] = [rules[0]!.position, rules.at(-1)!.position];
  const within = runs.filter((run) => run.left >= left - body && run.right <= right + body);
  const inside = within.filter((run) => middleY(run) > first && middleY(run) < last);
  const { innerEdges } = findTextColumns(inside, body);
  const fits = (run: PixelRect): boolean => {
    const columns = columnsOf(run, innerEdges, body);
    return columns.first === columns.last;
  };
  const close = within.filter((other) => middleY(other) > last);
  let bottom = last;
  let count = 0;
  for (const run of close) {
    if (run.top - bottom > body * OPEN_ROW_GAP) break;
    count++;
    bottom = Math.max(bottom, run.bottom);
  }
  // Words of two columns may stand so close that they make one run: few of many may miss their column.
  const near = close.slice(0, count);
  const misfit = near.findIndex((run) => !fits(run));
  // The columns of a header with hardly a row below it are those of both.
  const joint = findTextColumns([...inside, ...near], body);
  const isMostlyFit =
    near.filter((run) => !fits(run)).length <= near.length * MISFIT_SHARE ||
    (joint.innerEdges.length >= innerEdges.length && standsInColumns(near, joint.innerEdges, body));
  const below = isMostlyFit || misfit === -1 ? near : near.slice(0, misfit);
  bottom = Math.max(last, ...below.map((run) => run.bottom));
  const above: PixelRect[] = [];
  let top = first;
  for (const run of within.filter((other) => middleY(other) < first).toReversed()) {
    if (top - run.bottom > body * OPEN_ROW_GAP || !fits(run)) break;
    above.push(run);
    top = Math.min(top, run.top);
  }
  // A single stretch of print below or above is a note, a page number or a title.
  const goesOn = below.some((run) => !isAlone(run, below, body));
  // Shorter ones are strokes of letters.
  const partialRules = level.filter(
    (ruling) =>
      !full.includes(ruling) &&
      ruling.end - ruling.start >= body * SHORTEST_GROUP &&
      ruling.position > first + body &&
      ruling.position < last - body &&
      ruling.start >= left - body * SAME_END &&
      ruling.end <= right + body * SAME_END,
  );
  const beginsHere = partialRules.some((rule) => isGroupRule(rule, rules, innerEdges, body));
  const cameFrom = !beginsHere && above.some((run) => !isAlone(run, above, body));
  return {
    left,
    right,
    rows: [
      ...(cameFrom ? [imaginedEdge(top - body)] : []),
      ...rules,
      ...(goesOn ? [imaginedEdge(bottom + body)] : []),
    ],
    partialRules,
    columnRules: [],
    runs: [...(cameFrom ? above : []), ...inside, ...(goesOn ? below : [])],
    closedAtTop: !cameFrom,
    closedAtBottom: !goesOn,
  };
}

/** Upright rules that go over a good part of a region, inside of it. */
function columnRulesIn(region: Region, rulings: readonly Ruling[], body: number): Edge[] {
  const [top, bottom] = [region.rows[0]!.position, region.rows.at(-1)!.position];
  const within = rulings.filter(
    (ruling) =>
      ruling.orientation === "vertical" &&
      ruling.position > region.left - body &&
      ruling.position < region.right + body &&
      ruling.start > top - body &&
      ruling.end < bottom + body,
  );
  return clusterPositions(within, body * SAME_EDGE).filter(
    (edge) => drawnLength(edge) >= (bottom - top) * COLUMN_RULE_SHARE,
  );
}

/** A table of which the scan kept the upright rules only. */
function uprightRegion(
  rulings: readonly Ruling[],
  runs: readonly PixelRect[],
  pageWidthPx: number,
  body: number,
): { region: Region; grid: TableGrid } | null {
  const edges = clusterPositions(rulings, body * SAME_EDGE);
  const [first, last] = [edges[0], edges.at(-1)];
  if (first === undefined || last === undefined || edges.length <= FEWEST_COLUMNS) return null;
  if (last.position - first.position < pageWidthPx * NARROWEST_SHARE) return null;
  const top = Math.min(...rulings.map((ruling) => ruling.start));
  const bottom = Math.max(...rulings.map((ruling) => ruling.end));
  const inside = runs.filter(
    (run) =>
      middleY(run) > top &&
      middleY(run) < bottom &&
      run.left > first.position - body &&
      run.right < last.position + body,
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
  const columnRules = columnRulesIn(bare, rulings, body);
  if (columnRules.length <= FEWEST_COLUMNS) return null;
  const region = { ...bare, columnRules };
  const grid = regionToGrid(region, body);
  return grid === null ? null : { region, grid };
}

/**
 * The columns of a region: upright rules are their borders, and between rules the gaps that the print leaves free.
 */
function columnEdgesOf(region: Region, body: number): Edge[] {
  const { innerEdges } = findTextColumns(region.runs, body);
  const near = body * SAME_END;
  const outer = (position: number): Edge =>
    region.columnRules.find((rule) => Math.abs(rule.position - position) <= near) ?? imaginedEdge(position);
  const [left, right] = [outer(region.left), outer(region.right)];
  const rules = region.columnRules.filter((rule) => rule !== left && rule !== right);
  // A column between a rule and a gap holds more than what the rule has cut off a line.
  const isSame = (from: number, to: number): boolean => {
    const [start, end] = [Math.min(from, to), Math.max(from, to)];
    const between = region.runs.filter((run) => {
      const middle = (run.left + run.right) / 2;
      return middle > start && middle < end;
    });
    return end - start < near || between.length < FEWEST_BETWEEN;
  };
  const free = innerEdges.filter((edge) =>
    [left, right, ...rules].every((rule) => !isSame(rule.position, edge)),
  );
  // The rule under a group heading ends at borders of columns, also of one that has no print but its heading.
  const [first, second] = [region.rows[0]!.position, region.rows[1]!.position];
  for (const rule of region.partialRules) {
    if (rule.position < first + body || rule.position > second - body) continue;
    if (!isGroupRule(rule, region.rows, innerEdges, body)) continue;
    for (const end of [rule.start, rule.end]) {
      const known = [left, right, ...rules].map((edge) => edge.position).concat(free);
      if (known.every((edge) => Math.abs(edge - end) >= near && !isSame(edge, end))) free.push(end);
    }
  }
  return [left, ...[...rules, ...free.map(imaginedEdge)].toSorted((a, b) => a.position - b.position), right];
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
  const isTitle = (run: PixelRect): boolean => {
    if (!isAlone(run, part, body)) return false;
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
  const to = part.findLastIndex((run) => !isAlone(run, part, body) || fits(run)) + 1;
  const runs = part.slice(from, to);
  if (from === -1 || !isTabular(runs, innerEdges, body)) return null;
  return {
    left: Math.min(...runs.map((run) => run.left)) - body,
    right: Math.max(...runs.map((run) => run.right)) + body,
    rows: [
      imaginedEdge(Math.min(...runs.map((run) => run.top)) - body),
      imaginedEdge(Math.max(...runs.map((run) => run.bottom)) + body),
    ],
    partialRules: [],
    columnRules: [],
    runs,
    closedAtTop: true,
    closedAtBottom: true,
  };
}

/** Whether enough lines of print stand in three columns or more. */
function standsInColumns(runs: readonly PixelRect[], innerEdges: readonly number[], body: number): boolean {
  const placed = runs.map((run) => ({ run, ...columnsOf(run, innerEdges, body) }));
  const bridging = placed.filter(({ first, last }) => first !== last).length;
  if (bridging > runs.length * MOST_BRIDGING_SHARE) return false;
  const inThree = placed.filter(({ run }) => {
    const beside = placed.filter((other) => areSideBySide(run, other.run));
    return new Set(beside.map((other) => other.first)).size >= FEWEST_COLUMNS;
  });
  return inThree.length >= FEWEST_LINES * FEWEST_COLUMNS;
}

/** Whether print without rules is a table beyond doubt: enough lines in three columns, and values in one. */
function isTabular(runs: readonly PixelRect[], innerEdges: readonly number[], body: number): boolean {
  if (!standsInColumns(runs, innerEdges, body)) return false;
  const placed = runs.map((run) => ({ run, ...columnsOf(run, innerEdges, body) }));
  const widthOf = (run: PixelRect): number => run.right - run.left;
  const numbers = placed.filter(
    ({ run, first, last }) => first === 0 && last === 0 && widthOf(run) <= body * WIDEST_NUMBER,
  );
  if (numbers.length >= 1) return true;
  return innerEdges.some((_, index) => {
    const column = placed.filter(({ first, last }) => first === index + 1 && last === index + 1);
    return column.length >= FEWEST_LINES && column.every(({ run }) => widthOf(run) <= body * WIDEST_VALUE);
  });
}

function regionToGrid(region: Region, body: number): TableGrid | null {
  const columnEdges = columnEdgesOf(region, body);
  if (columnEdges.length <= FEWEST_COLUMNS) return null;
  const edges = columnEdges.map((edge) => edge.position);
  const innerEdges = edges.slice(1, -1);
  const header = headerOf(region, edges, body);
  const headings = headingsBelow(region, header.bottom, innerEdges, body);
  const positions = [
    ...(header.isImagined ? [header.bottom] : []),
    ...(header.layout.levelY === null || header.levelEdge !== null ? [] : [header.layout.levelY]),
    ...headings.flatMap(({ top, bottom }) => [top, bottom]),
  ];
  const near = body * SAME_EDGE * 2;
  const rows = [...region.rows, ...(header.levelEdge === null ? [] : [header.levelEdge])];
  for (const position of positions) {
    if (rows.every((row) => !isSameBorder(row, position, region.runs, near)))
      rows.push(imaginedEdge(position));
  }
  // Where a cell reaches over several rows, the rules between these leave its column out.
  const interrupted = clusterPositions(
    region.partialRules.filter((rule) => rule.position > header.bottom + body),
    body * SAME_EDGE,
  ).filter(
    (edge) =>
      drawnLength(edge) >= (region.right - region.left) * INTERRUPTED_RULE_SHARE &&
      rows.every((row) => Math.abs(row.position - edge.position) > body),
  );
  rows.push(...interrupted);
  rows.sort((a, b) => a.position - b.position);
  const covers = ({ spans }: Edge, column: number): boolean => {
    const middle = (edges[column]! + edges[column + 1]!) / 2;
    return spans.some(({ start, end }) => start < middle && end > middle);
  };
  const rowMiddle = (row: number): number => (rows[row]!.position + rows[row + 1]!.position) / 2;
  const { levelY, grouped, groupStarts } = header.layout;
  return buildGrid({
    columnEdges,
    rowEdges: rows,
    hasHorizontal: (edge, column) =>
      interrupted.includes(rows[edge]!)
        ? covers(rows[edge]!, column)
        : levelY === null || Math.abs(rows[edge]!.position - levelY) > near || grouped.has(column),
    hasVertical: (row, edge) => {
      if (edge === 0 || edge === edges.length - 1) return true;
      const y = rowMiddle(row);
      if (headings.some(({ top, bottom }) => y > top && y < bottom)) return false;
      const isUpper = levelY !== null && y < levelY;
      return !isUpper || groupStarts.has(edge) || !(grouped.has(edge) && grouped.has(edge - 1));
    },
    headerRowCount: rows.filter((row) => row.position < header.bottom - near).length,
    closedAtTop: region.closedAtTop,
    closedAtBottom: region.closedAtBottom,
  });
}

/** Whether a border that the print suggests is one that is there: next to it, or with nothing but paper between. */
function isSameBorder(row: Edge, position: number, runs: readonly PixelRect[], near: number): boolean {
  const [top, bottom] = [Math.min(row.position, position), Math.max(row.position, position)];
  return bottom - top <= near || !runs.some((run) => middleY(run) > top && middleY(run) < bottom);
}

/**
 * Whether a rule parts group headings from the headings below them: it lies between the first two rules over the
 * whole table and does not begin in the first column, as the line under a heading does.
 */
function isGroupRule(
  rule: Ruling,
  rows: readonly Edge[],
  innerEdges: readonly number[],
  body: number,
): boolean {
  const [first, second] = [rows[0], rows[1]];
  if (first === undefined || second === undefined || innerEdges.length === 0) return false;
  return (
    rule.position > first.position + body &&
    rule.position < second.position - body &&
    rule.start > innerEdges[0]! - body
  );
}

/** Where the header ends and how it is parted; a bottom at the region's top where there is none. */
function headerOf(
  region: Region,
  edges: readonly number[],
  body: number,
): {
  bottom: number;
  isImagined: boolean;
  layout: ReturnType<typeof layOutHeader>;
  levelEdge: Edge | null;
} {
  const top = region.rows[0]!.position;
  const limit = region.rows[1]!.position;
  const upper = region.runs.filter((run) => middleY(run) < limit);
  const inner = edges.slice(1, -1);
  const printed = findHeaderBottom(upper, inner, limit, body);
  // Lines below the first column's heading belong to higher headings beside it, as long as no row begins.
  const beginsRow = (run: PixelRect): boolean =>
    printed !== null && run.top >= printed && columnsOf(run, inner, body).first === 0;
  const isHeader =
    region.partialRules.some((rule) => isGroupRule(rule, region.rows, inner, body)) ||
    (printed !== null && !upper.some(beginsRow));
  const found = isHeader ? limit : printed;
  const bottom = found ?? top;
  const partial = region.partialRules.filter((rule) => rule.position < bottom);
  const layout = layOutHeader(
    upper.filter((run) => middleY(run) < bottom),
    edges,
    partial,
    body,
  );
  return {
    bottom,
    isImagined: found !== null && found < limit,
    layout,
    levelEdge: partial.length > 0 && layout.levelY !== null ? clusterPositions(partial, body)[0]! : null,
  };
}

function headingsBelow(
  region: Region,
  headerBottom: number,
  innerEdges: readonly number[],
  body: number,
): { top: number; bottom: number }[] {
  const borders = [headerBottom, ...region.rows.map((row) => row.position).filter((y) => y > headerBottom)];
  return borders.slice(0, -1).flatMap((top, index) => {
    const bottom = borders[index + 1]!;
    const runs = region.runs.filter((run) => middleY(run) > top && middleY(run) < bottom);
    return findHeadingBands(runs, innerEdges, top, bottom, body);
  });
}

function middleY(rect: PixelRect): number {
  return (rect.top + rect.bottom) / 2;
}
