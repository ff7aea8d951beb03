import type { TextLine } from "../model/line.ts";
import type { GridCell, TableGrid } from "../model/table.ts";

/** Numbers of a sequence column are at most this wide, in body heights: ๑๐., (๑๒) */
const WIDEST_NUMBER = 3;
/** Lines of one row whose upper edges differ by less than this, in body heights, stand side by side. */
const SIDE_BY_SIDE = 0.5;
/** Beside the first number of a row so many other columns begin, if the text above it is another row's. */
const FEWEST_BEGINNING = 2;
/** Between two rows lies this much more paper than between two lines of a cell. */
const WIDER_GAP = 1.15;

/** The row of a total has at least a label and an amount. */
const FEWEST_IN_TOTAL = 2;

/** A grid and the lines of each of its cells, in the order of `grid.cells`. */
export interface FilledGrid {
  readonly grid: TableGrid;
  readonly lines: readonly (readonly TextLine[])[];
}

/**
 * Parts rows that the print does not part by rules: where the first column of a body row holds several
 * numbers one below the other, each begins a row of its own. The border lies just above the number where
 * other columns begin beside it, else in the widest gap that runs through all columns.
 */
export function splitRows(table: FilledGrid, bodyHeightPx: number): FilledGrid {
  const { grid } = table;
  const lacksRules = lacksRowRules(table);
  const cuts = grid.rowEdges.slice(1).flatMap((_, row) => {
    const borders = row < grid.headerRowCount ? [] : bordersInRow(table, row, bodyHeightPx, lacksRules);
    return borders.map((y) => ({ row, y }));
  });
  if (cuts.length === 0) return table;
  const addedBefore = (row: number): number => cuts.filter((cut) => cut.row < row).length;
  const parts = grid.cells.flatMap((cell, index) => {
    const lines = table.lines[index]!;
    const shift = cell.row + addedBefore(cell.row);
    const own = cuts
      .filter((cut) => cut.row >= cell.row && cut.row < cell.row + cell.rowSpan)
      .map((cut) => cut.y);
    if (cell.rowSpan > 1 || own.length === 0)
      return [{ cell: { ...cell, row: shift, rowSpan: cell.rowSpan + own.length }, lines }];
    return splitCell(cell, lines, own).map((part, i) => ({
      ...part,
      cell: { ...part.cell, row: shift + i },
    }));
  });
  const sorted = parts.toSorted((a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column);
  return {
    grid: {
      ...grid,
      rowEdges: [...grid.rowEdges, ...cuts.map((cut) => cut.y)].toSorted((a, b) => a - b),
      cells: sorted.map((part) => part.cell),
    },
    lines: sorted.map((part) => part.lines),
  };
}

/** Whether no two rows with cells side by side are parted below the header: rules say nothing of rows. */
function lacksRowRules({ grid }: FilledGrid): boolean {
  const isParted = (row: number): boolean => grid.cells.filter((cell) => cell.row === row).length > 1;
  return grid.rowEdges
    .slice(1, -1)
    .every((_, row) => row < grid.headerRowCount || !isParted(row) || !isParted(row + 1));
}

function bordersInRow(table: FilledGrid, row: number, body: number, lacksRules: boolean): number[] {
  const columns = table.grid.cells.flatMap((cell, index) =>
    cell.row === row && cell.rowSpan === 1 ? [{ cell, lines: table.lines[index]! }] : [],
  );
  const numbers = columns.find(({ cell }) => cell.column === 0 && cell.columnSpan === 1)?.lines ?? [];
  if (numbers.length === 0) return [];
  if (numbers.some((line) => line.rect.right - line.rect.left > body * WIDEST_NUMBER)) return [];
  const others = columns.filter(({ cell }) => cell.column > 0).flatMap(({ lines }) => lines);
  const first = numbers[0]!;
  const rest = continuedBefore(
    first,
    columns.map(({ lines }) => lines),
    body,
  );
  // A single number beside text that begins higher may as well stand in the middle of its row.
  const isContinued = rest !== null && (numbers.length > 1 || lacksRules);
  const from = [...(isContinued ? [rest] : []), ...numbers];
  const total = lacksRules
    ? borderAboveTotal(
        numbers,
        columns.map(({ lines }) => lines),
        body,
      )
    : null;
  const borders = from.slice(1).map((number, i) => {
    const previous = from[i]!;
    const isBeside = others.some((line) => Math.abs(line.bodyTop - number.bodyTop) < body * SIDE_BY_SIDE);
    const gaps = gapsBetween([...others, ...numbers], previous.baseline, number.baseline);
    const gap = isBeside ? gaps.at(-1) : gaps.toSorted((a, b) => b.bottom - b.top - (a.bottom - a.top))[0];
    return Math.round(gap ? (gap.top + gap.bottom) / 2 : number.bodyTop - body * SIDE_BY_SIDE);
  });
  return total === null ? borders : [...borders, total];
}

/**
 * Where the row of a total begins below the last numbered one, or null: its label and its amounts stand in one line
 * without a number, with more paper above than between lines of one text, and one of them with no
 * line of its column right above.
 */
function borderAboveTotal(
  numbers: readonly TextLine[],
  columns: readonly (readonly TextLine[])[],
  body: number,
): number | null {
  const lines = columns.flat();
  const lastNumber = numbers.at(-1)!;
  const isBeside = (line: TextLine, other: TextLine): boolean =>
    Math.abs(middleOf(line) - middleOf(other)) < body * SIDE_BY_SIDE;
  const usual = usualGap(columns, (line) => !numbers.some((number) => isBeside(number, line))) ?? 0;
  for (const first of lines.toSorted((a, b) => a.bodyTop - b.bodyTop)) {
    if (first.bodyTop < lastNumber.baseline) continue;
    const own = lines.filter((line) => isBeside(line, first));
    const top = Math.min(...own.map((line) => line.bodyTop));
    const above = Math.max(...lines.filter((line) => middleOf(line) < top).map((line) => line.baseline));
    const isNew = (line: TextLine, before: TextLine | undefined): boolean =>
      own.includes(line) &&
      line.bodyTop - (before?.baseline ?? -Infinity) >= Math.max(top - above, body + usual * 2);
    const skips = columns.some((column) => column.some((line, i) => isNew(line, column[i - 1])));
    if (own.length >= FEWEST_IN_TOTAL && top - above >= usual * WIDER_GAP && skips)
      return Math.round((above + top) / 2);
  }
  return null;
}

function middleOf(line: TextLine): number {
  return (line.bodyTop + line.baseline) / 2;
}

/** The median paper between the lines of one text, above those lines that may follow another. */
function usualGap(
  columns: readonly (readonly TextLine[])[],
  mayFollow: (line: TextLine) => boolean = () => true,
): number | undefined {
  const gaps = columns
    .flatMap((column) =>
      column.slice(1).flatMap((line, i) => (mayFollow(line) ? [line.bodyTop - column[i]!.baseline] : [])),
    )
    .toSorted((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)];
}

/**
 * The last line above the first number of a row that goes on from the page before, or null: other columns
 * begin anew beside the number, and more paper lies above them than between the lines of one text.
 */
function continuedBefore(
  first: TextLine,
  columns: readonly (readonly TextLine[])[],
  body: number,
): TextLine | null {
  const lines = columns.flat();
  const beside = lines.filter(
    (line) => line !== first && Math.abs(line.bodyTop - first.bodyTop) < body * SIDE_BY_SIDE,
  );
  const above = lines.filter((line) => line.baseline <= first.bodyTop);
  const last = above.toSorted((a, b) => a.baseline - b.baseline).at(-1);
  if (last === undefined || beside.length < FEWEST_BEGINNING) return null;
  const usual = usualGap(columns);
  return usual !== undefined && first.bodyTop - last.baseline >= usual * WIDER_GAP ? last : null;
}

/** Rows of pixels between `from` and `to` that no line's consonants touch, as intervals from top to bottom. */
function gapsBetween(
  lines: readonly TextLine[],
  from: number,
  to: number,
): { top: number; bottom: number }[] {
  const gaps: { top: number; bottom: number }[] = [];
  let top = from;
  for (const line of lines.toSorted((a, b) => a.bodyTop - b.bodyTop)) {
    if (line.baseline <= from) continue;
    if (line.bodyTop >= to) break;
    if (line.bodyTop > top) gaps.push({ top, bottom: line.bodyTop });
    top = Math.max(top, line.baseline);
  }
  return gaps;
}

function splitCell(
  cell: GridCell,
  lines: readonly TextLine[],
  borders: readonly number[],
): { cell: GridCell; lines: readonly TextLine[] }[] {
  const edges = [cell.rect.top, ...borders, cell.rect.bottom];
  return edges.slice(0, -1).map((top, i) => {
    const bottom = edges[i + 1]!;
    const isLast = i === edges.length - 2;
    return {
      cell: { ...cell, rect: { ...cell.rect, top, bottom } },
      lines: lines.filter((line) => {
        const middle = (line.bodyTop + line.baseline) / 2;
        return (i === 0 || middle >= top) && (isLast || middle < bottom);
      }),
    };
  });
}
