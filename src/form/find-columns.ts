import { least } from "../model/extremes.ts";
import type { ColumnRole, FormColumn } from "../model/form.ts";
import type { ReadTable } from "../model/reading.ts";
import { divideCells } from "./divide-cells.ts";
import { fillByOrder } from "./fill-by-order.ts";
import { columnExtents } from "./column-edges.ts";
import type { ColumnRecognizer, FormWording } from "./form-wording.ts";
import { headerPaths } from "./header-paths.ts";
import { inheritFromNearest } from "./inherit-roles.ts";
import type { PageTable } from "./page-tables.ts";
import { placeByContent } from "./place-by-content.ts";
import { cellContent, tableRow } from "./table-rows.ts";

/** A table with its columns understood. */
export interface FormTable {
  readonly pageNumber: number;
  readonly table: ReadTable;
  /** Rows in which it was not clear where one column ends: a cell was divided, or cells were moved to their columns. */
  readonly dividedRows: ReadonlySet<number>;
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
 * Understands the columns of a report's tables, given in reading order.
 *
 * Each table's columns are recognized by their heading text. What is left over (a page without a heading, a heading
 * that could not be read) takes its role from the nearest table that has a column in the same place, earlier ones
 * first; a needed column may follow from the order. Tables of which nothing is recognized keep columns without a role.
 * Once the columns are known, rows of tables without geometry that contradict them are put right by what they hold.
 */
export function findColumns(
  tables: readonly (Omit<PageTable, "hasGeometry"> & Partial<PageTable>)[],
  wording: Pick<FormWording, "recognizeColumns" | "isForeignHeading">,
): FormTable[] {
  const byHeading = tables.map(({ pageNumber, table }) => {
    const divided = divideCells(table);
    return { pageNumber, ...divided, ...readHeadings(divided.table, wording.recognizeColumns) };
  });
  const completed = inheritFromNearest(byHeading.map(({ columns }) => columns));
  return byHeading.map((formTable, index) => {
    const columns = fillByOrder(completed[index] ?? formTable.columns, wording.isForeignHeading);
    const understood = { ...formTable, columns };
    return tables[index]?.hasGeometry === false ? placeRows(understood) : understood;
  });
}

function placeRows(formTable: FormTable): FormTable {
  const { table, movedRows } = placeByContent(formTable.table, formTable.columns, formTable.headerRowCount);
  return { ...formTable, table, dividedRows: new Set([...formTable.dividedRows, ...movedRows]) };
}

function readHeadings(
  table: ReadTable,
  recognize: ColumnRecognizer,
): Pick<FormTable, "headerRowCount" | "columns"> {
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
  const roleOf = (index: number): ColumnRole | null =>
    best?.roles[index] ?? furtherIssues(best?.paths[index], recognize);
  return {
    headerRowCount: best === null ? 0 : withNumberRow(table, best.depth),
    columns: extents.map(({ left, right }, index) => ({
      index,
      role: roleOf(index),
      isByOrder: false,
      headings: best?.paths[index] ?? [],
      left,
      right,
    })),
  };
}

/**
 * Offices print problems and advice in two columns; both are the form's one field. Of every other role there is only
 * one column.
 */
function furtherIssues(path: readonly string[] | undefined, recognize: ColumnRecognizer): "issues" | null {
  return path !== undefined && path.length > 0 && recognize([path])[0] === "issues" ? "issues" : null;
}

/**
 * Rows above the body, as far as a header can reach. Dashes and marks stand in the body only, and below the first row so does a cell over the whole width. One such cell in
 * the first row proves nothing: a heading of which little is left looks like a dash.
 */
function rowsBeforeTheBody(table: ReadTable): number {
  const isStroke = (cell: ReadTable["cells"][number]): boolean =>
    ["dash", "mark"].includes(cellContent(cell));
  // Below the deepest header nothing has to be looked at, and of 100,000 rows nearly all lie there.
  const top = table.cells.filter((cell) => cell.row < DEEPEST_HEADER);
  const first = top.filter((cell) => cell.row === 0 && isStroke(cell));
  if (first.length > 1) return 0;
  const body = top.filter(
    (cell) => cell.row > 0 && (isStroke(cell) || cell.columnSpan === table.columnCount),
  );
  return Math.min(
    table.rowCount,
    least(
      body.map((cell) => cell.row),
      DEEPEST_HEADER,
    ),
  );
}

/** A header ends where no cell reaches over its end. */
function cutsCells(table: ReadTable, depth: number): boolean {
  return table.cells.some((cell) => cell.row < depth && cell.row + cell.rowSpan > depth);
}

/** A row of column numbers, `(๑) (๒) (๓)`, belongs to the header above it. */
function withNumberRow(table: ReadTable, headerRowCount: number): number {
  const row = tableRow(table, headerRowCount);
  const texts = (row?.cells ?? []).map((cell) => cell.lines.map((line) => line.text.trim()).join(""));
  const isNumberRow =
    texts.length > COLUMNS_THAT_MAKE_A_HEADER &&
    texts.every((text) => /^[([]?\s*[0-9\u0e50-\u0e59]{1,2}\s*[)\]]?$/u.test(text));
  return isNumberRow ? headerRowCount + 1 : headerRowCount;
}
