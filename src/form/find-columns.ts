import type { ColumnRole, FormColumn } from "../model/form.ts";
import type { ReadTable } from "../model/reading.ts";
import { columnExtents, sharedExtent } from "./column-edges.ts";
import type { ColumnRecognizer } from "./form-wording.ts";
import { headerPaths } from "./header-paths.ts";
import { cellContent, tableRows } from "./table-rows.ts";

/** A table with its columns understood. */
export interface FormTable {
  readonly pageNumber: number;
  readonly table: ReadTable;
  /** Rows at the top that hold headings; 0 where the page prints none. */
  readonly headerRowCount: number;
  readonly columns: readonly FormColumn[];
}

/** A table by its headings counts as the form's from so many recognized columns on. */
const COLUMNS_THAT_MAKE_A_HEADER = 3;
/** With this share of the columns recognized, the depth that geometry tells needs no other tried beside it. */
const SHARE_THAT_SETTLES = 0.7;
/** Deepest header that offices print, with a row of column numbers below it. */
const DEEPEST_HEADER = 4;
/**
 * Columns of two pages are the same from this share of common width on: half a millimetre of drift and a skewed scan
 * leave 0.9 of the narrowest column, the neighbour has none.
 */
const SAME_PLACE = 0.5;

/**
 * Understands the columns of a report's tables, given in reading order.
 *
 * Each table's columns are recognized by their heading text. What is left over (a page without a heading, a heading
 * that could not be read) takes its role from the nearest table that has a column in the same place, earlier ones
 * first. Tables of which nothing is recognized keep columns without a role.
 */
export function findColumns(
  tables: readonly { readonly pageNumber: number; readonly table: ReadTable }[],
  recognize: ColumnRecognizer,
): FormTable[] {
  const byHeading = tables.map(({ pageNumber, table }) => readHeadings(pageNumber, table, recognize));
  return byHeading.map(({ pageNumber, table, headerRowCount, columns }, index) => {
    const completed = nearestFirst(byHeading, index).reduce(inheritRoles, columns);
    return { pageNumber, table, headerRowCount, columns: completed };
  });
}

function readHeadings(pageNumber: number, table: ReadTable, recognize: ColumnRecognizer): FormTable {
  const extents = columnExtents(table);
  const deepest = Math.min(DEEPEST_HEADER, table.rowCount, rowsBeforeTheBody(table));
  const depths = [...new Set([Math.min(table.headerRowCount, deepest), 1, 2, 3, 4])].filter(
    (depth) => depth >= 1 && depth <= deepest && !cutsCells(table, depth),
  );
  let best: {
    depth: number;
    paths: string[][];
    roles: readonly (ColumnRole | null)[];
    count: number;
  } | null = null;
  for (const depth of depths) {
    const paths = headerPaths(table, depth);
    const roles = recognize(paths);
    const count = roles.filter((role) => role !== null).length;
    if (count >= COLUMNS_THAT_MAKE_A_HEADER && count > (best?.count ?? 0))
      best = { depth, paths, roles, count };
    if (count >= SHARE_THAT_SETTLES * table.columnCount) break;
  }
  return {
    pageNumber,
    table,
    headerRowCount: best === null ? 0 : withNumberRow(table, best.depth),
    columns: extents.map(({ left, right }, index) => ({
      index,
      role: best?.roles[index] ?? null,
      headings: best?.paths[index] ?? [],
      left,
      right,
    })),
  };
}

/** Dashes and marks stand in the body only, and below the first row so does a cell over the whole width. */
function rowsBeforeTheBody(table: ReadTable): number {
  const body = table.cells.filter(
    (cell) =>
      ["dash", "mark"].includes(cellContent(cell)) || (cell.row > 0 && cell.columnSpan === table.columnCount),
  );
  return Math.min(table.rowCount, ...body.map((cell) => cell.row));
}

/** A header ends where no cell reaches over its end. */
function cutsCells(table: ReadTable, depth: number): boolean {
  return table.cells.some((cell) => cell.row < depth && cell.row + cell.rowSpan > depth);
}

/** A row of column numbers, `(๑) (๒) (๓)`, belongs to the header above it. */
function withNumberRow(table: ReadTable, headerRowCount: number): number {
  const row = tableRows(table).find((candidate) => candidate.row === headerRowCount);
  const texts = (row?.cells ?? []).map((cell) => cell.lines.map((line) => line.text.trim()).join(""));
  const isNumberRow =
    texts.length > COLUMNS_THAT_MAKE_A_HEADER &&
    texts.every((text) => /^[([]?\s*[0-9\u0e50-\u0e59]{1,2}\s*[)\]]?$/u.test(text));
  return isNumberRow ? headerRowCount + 1 : headerRowCount;
}

function nearestFirst(tables: readonly FormTable[], index: number): FormTable[] {
  return [...tables.slice(0, index).toReversed(), ...tables.slice(index + 1)];
}

/**
 * Gives columns without a role the one of the column in the same place of `source`, unless the table has it already.
 * A page may lie differently in the scanner, hence the places are compared after moving one table's left edge onto
 * the other's as well as on the paper itself.
 */
function inheritRoles(columns: readonly FormColumn[], source: FormTable): readonly FormColumn[] {
  if (columns.every((column) => column.role !== null)) return columns;
  const shift = (columns[0]?.left ?? 0) - (source.columns[0]?.left ?? 0);
  const onPaper = pairColumns(columns, source.columns, 0);
  const byEdge = pairColumns(columns, source.columns, shift);
  const pairs = byEdge.score > onPaper.score ? byEdge.pairs : onPaper.pairs;
  const taken = new Set(columns.map((column) => column.role));
  return columns.map((column, index) => {
    const role = pairs[index]?.role ?? null;
    if (column.role !== null || role === null || taken.has(role)) return column;
    taken.add(role);
    return { ...column, role };
  });
}

function pairColumns(
  columns: readonly FormColumn[],
  source: readonly FormColumn[],
  shift: number,
): { score: number; pairs: (FormColumn | null)[] } {
  let score = 0;
  const pairs = columns.map((column) => {
    let best: FormColumn | null = null;
    let bestShare = SAME_PLACE;
    for (const candidate of source) {
      const share = sharedExtent(column, { left: candidate.left + shift, right: candidate.right + shift });
      if (share > bestShare) [best, bestShare] = [candidate, share];
    }
    if (best !== null) score += bestShare;
    return best;
  });
  return { score, pairs };
}
