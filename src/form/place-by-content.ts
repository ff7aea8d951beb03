import type { ColumnRole, FormColumn } from "../model/form.ts";
import type { ReadCell, ReadLine, ReadTable } from "../model/reading.ts";
import { cellContent, cellText, tableRows } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";

/** What can be told of a cell's text without knowing its column. */
type Kind = "empty" | "dash" | "mark" | "number" | "amount" | "text";
/** What a column can hold. */
type ColumnKind = "sequence" | "money" | "mark" | "prose" | "foreign" | "unnamed";

const NUMBER = /^[([]?[0-9\u0e50-\u0e59]{1,3}(?:\.[0-9\u0e50-\u0e59]{1,2})?[.)\]]{0,2}$/u;
const AMOUNT = /^[0-9\u0e50-\u0e59][0-9\u0e50-\u0e59,. ]*(?:บาท)?(?:\s*\.?-)?$/u;

const COLUMN_KINDS: Readonly<Record<ColumnRole, ColumnKind>> = {
  sequence: "sequence",
  activity: "prose",
  target: "prose",
  result: "prose",
  issues: "prose",
  budgetAllocated: "money",
  budgetDisbursed: "money",
  followedPolicy: "mark",
  deviatedFromPolicy: "mark",
  completed: "mark",
};

/** 0 fits, 1 is unusual, 2 cannot be: prose under a mark column, a mark in prose. */
const MISFITS: Readonly<Record<ColumnKind, Readonly<Record<Exclude<Kind, "empty">, number>>>> = {
  sequence: { dash: 1, mark: 2, number: 0, amount: 2, text: 2 },
  money: { dash: 0, mark: 2, number: 0, amount: 0, text: 1.5 },
  mark: { dash: 0, mark: 0, number: 2, amount: 2, text: 2 },
  prose: { dash: 0, mark: 2, number: 1, amount: 1, text: 0 },
  foreign: { dash: 0, mark: 0, number: 0, amount: 0, text: 0 },
  unnamed: { dash: 0.5, mark: 1, number: 1, amount: 2, text: 2 },
};
const CANNOT_BE = 2;
/** A cell too many or too few: all behind it have moved by one column. */
const MOVING = 0.5;
const FARTHEST = 2;
/** Leaving a cell out of the form's columns; a mark said twice is the likeliest slip, prose is never left out. */
const LEAVING = { dash: 0.8, mark: 1.6, number: 3, amount: 5, text: 9 } as const;
const LEAVING_A_REPETITION = 0.4;
/** Two columns of marks beside one another say opposite things. */
const MARKS_SIDE_BY_SIDE = 0.6;
/** A row has to fit so much better elsewhere. */
const GAIN = 1;

/** A table with rows whose cells were moved to where their content belongs. */
export interface PlacedTable {
  readonly table: ReadTable;
  readonly movedRows: ReadonlySet<number>;
}

/**
 * Moves cells of rows that were written one column off, in a table without geometry: a cell too many or too few
 * shifts all behind it, and then a mark stands under a column of prose, or prose under a mark. A row in which nothing
 * contradicts its columns stays, and so does one that fits nowhere clearly better. A cell that belongs to no column is
 * kept behind the last one, where the form has no role for it.
 */
export function placeByContent(
  table: ReadTable,
  columns: readonly FormColumn[],
  headerRowCount: number,
): PlacedTable {
  const kinds = columns.map(({ role, headings }): ColumnKind => {
    if (role !== null) return COLUMN_KINDS[role];
    return headings.length > 0 ? "foreign" : "unnamed";
  });
  const movedRows = new Set<number>();
  let columnCount = table.columnCount;
  const cells = tableRows(table).flatMap((row) => {
    const places = row.row < headerRowCount ? null : betterPlaces(row, kinds);
    if (places === null) return row.cells;
    movedRows.add(row.row);
    let beyond = columns.length;
    const moved = row.cells.flatMap((cell, index) => {
      if (kindOf(cell) === "empty") return [];
      const place = places[index] ?? beyond++;
      return [moveCell(cell, place, columns)];
    });
    columnCount = Math.max(columnCount, beyond);
    const taken = new Set(moved.map((cell) => cell.column));
    const empty = row.cells.find((cell) => kindOf(cell) === "empty") ?? row.cells[0]!;
    const rest = columns
      .filter((column) => !taken.has(column.index))
      .map((column) => moveCell({ ...empty, ink: "empty", lines: [] }, column.index, columns));
    return [...moved, ...rest].toSorted((a, b) => a.column - b.column);
  });
  return { table: movedRows.size === 0 ? table : { ...table, columnCount, cells }, movedRows };
}

/** Forms have ten columns; in a row of so many nobody can tell what belongs where, and all ways to place it are too many. */
const MOST_COLUMNS = 32;

/** For each cell of a row its column, null for none; null as a whole where the row stays as written. */
function betterPlaces({ cells }: TableRow, kinds: readonly ColumnKind[]): readonly (number | null)[] | null {
  if (Math.max(cells.length, kinds.length) > MOST_COLUMNS) return null;
  const contents = cells.map(kindOf);
  if (cells.some((cell) => cell.columnSpan > 1 || cell.rowSpan > 1)) return null;
  const written = cells.map(({ column }, index) => misfit(contents[index]!, kinds[column]));
  if (!written.some((cost) => cost >= CANNOT_BE)) return null;
  const best = cheapestPlaces(cells, contents, kinds);
  const total = written.reduce((sum, cost) => sum + cost, 0);
  return best !== null && best.cost + GAIN <= total ? best.places : null;
}

interface Placing {
  readonly cost: number;
  readonly places: readonly (number | null)[];
  /** The last column in use. */
  readonly last: number;
  /** By how many columns the cells have moved so far. */
  readonly shift: number;
}

/** Keeps the order of the cells; by last column and shift, so that nothing better is missed. */
function cheapestPlaces(
  cells: readonly ReadCell[],
  contents: readonly Kind[],
  kinds: readonly ColumnKind[],
): Placing | null {
  let open: Placing[] = [{ cost: 0, places: [], last: -1, shift: 0 }];
  for (const [index, cell] of cells.entries()) {
    const kind = contents[index]!;
    const next = new Map<string, Placing>();
    const offer = (placing: Placing): void => {
      const key = `${placing.last},${placing.shift}`;
      if ((next.get(key)?.cost ?? Infinity) > placing.cost) next.set(key, placing);
    };
    for (const from of open) {
      const cost = from.cost + (kind === "empty" ? 0 : leaving(kind, index, contents));
      offer({ ...from, cost, places: [...from.places, null] });
      if (kind === "empty") continue;
      const first = Math.max(from.last + 1, cell.column - FARTHEST);
      for (let place = first; place < kinds.length && place <= cell.column + FARTHEST; place += 1) {
        offer(placed(from, { place, shift: place - cell.column, kind, kinds, contents }));
      }
    }
    open = [...next.values()];
  }
  return open.toSorted((a, b) => a.cost - b.cost)[0] ?? null;
}

function placed(
  from: Placing,
  next: {
    readonly place: number;
    readonly shift: number;
    readonly kind: Kind;
    readonly kinds: readonly ColumnKind[];
    readonly contents: readonly Kind[];
  },
): Placing {
  const { place, shift, kind, kinds, contents } = next;
  const isBesideMark =
    kind === "mark" &&
    kinds[place] === "mark" &&
    from.last === place - 1 &&
    contents[from.places.lastIndexOf(from.last)] === "mark";
  const cost =
    misfit(kind, kinds[place]) +
    MOVING * Math.abs(shift - from.shift) +
    (isBesideMark ? MARKS_SIDE_BY_SIDE : 0);
  return { cost: from.cost + cost, places: [...from.places, place], last: place, shift };
}

function leaving(kind: Exclude<Kind, "empty">, index: number, contents: readonly Kind[]): number {
  const repeats = kind === "mark" && (contents[index - 1] === kind || contents[index + 1] === kind);
  return repeats ? LEAVING_A_REPETITION : LEAVING[kind];
}

/** Beyond the last column nothing belongs. */
function misfit(kind: Kind, column: ColumnKind | undefined): number {
  return kind === "empty" ? 0 : MISFITS[column ?? "unnamed"][kind];
}

function kindOf(cell: ReadCell): Kind {
  const content = cellContent(cell);
  if (content !== "text" && content !== "unread") return content;
  const text = cellText(cell).trim();
  if (NUMBER.test(text)) return "number";
  return AMOUNT.test(text) ? "amount" : "text";
}

function moveCell(cell: ReadCell, column: number, columns: readonly FormColumn[]): ReadCell {
  const last = columns.at(-1);
  const width = cell.box.width;
  const left = columns[column]?.left ?? (last?.right ?? 0) + (column - columns.length) * width;
  const shift = left - cell.box.left;
  if (shift === 0 && cell.column === column) return cell;
  const moveLine = (line: ReadLine): ReadLine => ({
    ...line,
    box: { ...line.box, left: line.box.left + shift },
    symbols: line.symbols.map((symbol) => ({
      ...symbol,
      left: symbol.left + shift,
      right: symbol.right + shift,
    })),
  });
  return { ...cell, column, box: { ...cell.box, left }, lines: cell.lines.map(moveLine) };
}
