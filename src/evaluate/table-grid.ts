import type { JudgedTable } from "./truth.ts";

/**
 * Whether two tables have the same grid, whatever their texts: as many columns and rows, the same header levels
 * and header cells over several columns, the same places without a cell, the same spans where `expected` states them.
 */
export function isSameGrid(expected: JudgedTable, found: JudgedTable): boolean {
  return (
    sameItems(headerShape(expected.columns), headerShape(found.columns)) &&
    expected.rows.length === found.rows.length &&
    expected.rows.every((row, index) => isSameRow(row, found.rows[index]!))
  );
}

/** The header's cells by column and level; one over several columns stands at its first. */
export function headerCells(columns: JudgedTable["columns"]): ReadonlyMap<string, string> {
  const cells = new Map<string, string>();
  for (const [column, texts] of columns.entries()) {
    for (const [level, text] of texts.entries()) {
      if (!goesOnFromLeft(columns, column, level)) cells.set(`${column}.${level}`, text);
    }
  }
  return cells;
}

/** A header text goes on from the column on its left where it and all above it are the same there. */
function goesOnFromLeft(columns: JudgedTable["columns"], column: number, level: number): boolean {
  const left = columns[column - 1];
  if (left === undefined) return false;
  const here = columns[column]!.slice(0, level + 1);
  return left.length > level && here.every((text, index) => text === left[index]);
}

function headerShape(columns: JudgedTable["columns"]): readonly string[] {
  return columns.map((texts, column) =>
    texts.map((_, level) => (goesOnFromLeft(columns, column, level) ? "<" : "+")).join(""),
  );
}

type Row = JudgedTable["rows"][number];

function isSameRow(expected: Row, found: Row): boolean {
  return expected.length === found.length && expected.every((cell, index) => isSameCell(cell, found[index]!));
}

function isSameCell(expected: Row[number], found: Row[number]): boolean {
  if (expected === null || found === null) return expected === found;
  const { rowSpan = found.rowSpan, columnSpan = found.columnSpan } = expected;
  return rowSpan === found.rowSpan && columnSpan === found.columnSpan;
}

function sameItems(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
