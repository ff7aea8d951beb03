import { greatest, least } from "../model/extremes.ts";
import { type Stamp, stampDistance } from "../image/find-stamps.ts";
import type { TextLine } from "../model/line.ts";
import type { GridCell } from "../model/table.ts";
import type { FilledGrid } from "./filled-grid.ts";
import { findRowStarts } from "./find-row-starts.ts";
import { joinTotalLabel } from "./join-total-label.ts";
import { middleOf, paperAbove, SIDE_BY_SIDE, WIDER_GAP } from "./line-distance.ts";

/** Numbers of a sequence column are at most this wide, in body heights: ๑๐., (๑๒) */
const WIDEST_NUMBER = 3;
/** Beside the first number of a row so many other columns begin, if the text above it is another row's. */
const FEWEST_BEGINNING = 2;

/** The row of a total has at least a label and an amount. */
const FEWEST_IN_TOTAL = 2;
/** Columns are on average at least this wide, in body heights. */
const NARROWEST_MEAN = 4;
/** A label in the middle of its column begins this much further right, in body heights, than the column's other lines. */
const INDENTED = 2;

/** It stands in the middle of its cells within this distance, in body heights. */
const CENTRED = 1;

/**
 * Parts rows that the print does not part by rules: where the first column of a body row holds several
 * numbers one below the other, each begins a row of its own. The border lies just above the number where
 * other columns begin beside it, else in the widest gap that runs through all columns. Without rules and numbers, rows
 * begin where several columns begin anew. A total below the last row is a row, its label one cell.
 *
 * @param stamps those whose ink could not be told from print: what stands inside begins no row
 */
export function splitRows(
  table: FilledGrid,
  bodyHeightPx: number,
  stamps: readonly Stamp[] = [],
): FilledGrid {
  const { grid } = table;
  const lacksRules = lacksRowRules(table);
  const clear = withoutStamped(table, stamps);
  const cuts = grid.rowEdges.slice(1).flatMap((_, row) => {
    const borders = row < grid.headerRowCount ? [] : bordersInRow(clear, row, bodyHeightPx, lacksRules);
    return borders.map((y) => ({ row, y }));
  });
  if (cuts.length === 0) return joinTotalLabel(table, grid.rowEdges.length - 2, bodyHeightPx);
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
  const rowEdges = [...grid.rowEdges, ...cuts.map((cut) => cut.y)].toSorted((a, b) => a - b);
  const split: FilledGrid = {
    grid: { ...grid, rowEdges, cells: sorted.map((part) => part.cell) },
    lines: sorted.map((part) => part.lines),
  };
  return joinTotalLabel(split, rowEdges.length - 2, bodyHeightPx);
}

function withoutStamped(table: FilledGrid, stamps: readonly Stamp[]): FilledGrid {
  if (stamps.length === 0) return table;
  const isClear = ({ rect }: TextLine): boolean =>
    stamps.every(
      (stamp) => stampDistance(stamp, (rect.left + rect.right) / 2, (rect.top + rect.bottom) / 2) > 1,
    );
  return { ...table, lines: table.lines.map((lines) => lines.filter(isClear)) };
}

/** Whether no two rows with cells side by side are parted below the header: rules say nothing of rows. */
function lacksRowRules({ grid }: FilledGrid): boolean {
  const isParted = (row: number): boolean => grid.cells.filter((cell) => cell.row === row).length > 1;
  return grid.rowEdges
    .slice(1, -1)
    .every((_, row) => row < grid.headerRowCount || !isParted(row) || !isParted(row + 1));
}

function bordersInRow(table: FilledGrid, row: number, body: number, lacksRules: boolean): readonly number[] {
  const columns = table.grid.cells.flatMap((cell, index) =>
    cell.row === row && cell.rowSpan === 1 ? [{ cell, lines: table.lines[index]! }] : [],
  );
  const numbers = columns.find(({ cell }) => cell.column === 0 && cell.columnSpan === 1)?.lines ?? [];
  const isNumbered =
    numbers.length > 0 && numbers.every((line) => line.rect.right - line.rect.left <= body * WIDEST_NUMBER);
  if (!isNumbered) {
    const { rect, columnEdges } = table.grid;
    // Borders at every word are no columns whose lines could tell rows.
    const hasColumns = rect.right - rect.left >= (columnEdges.length - 1) * body * NARROWEST_MEAN;
    return lacksRules && hasColumns
      ? findRowStarts(
          columns.map(({ lines }) => lines),
          body,
        )
      : [];
  }
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
  // Where rules part rows, the one above the total may be lost; only a label in the middle of its column tells.
  const isLast = row === table.grid.rowEdges.length - 2;
  const total =
    lacksRules || isLast
      ? borderAboveTotal(
          numbers,
          columns,
          body,
          lacksRules ? null : (usualGap(linesAbove(table, row), body) ?? 0),
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
 * line of its column right above, or the label in the middle of its column.
 *
 * @param gapElsewhere the paper between lines in other rows, where rules part these: only the label tells then
 */
function borderAboveTotal(
  numbers: readonly TextLine[],
  cells: readonly { readonly cell: GridCell; readonly lines: readonly TextLine[] }[],
  body: number,
  gapElsewhere: number | null,
): number | null {
  const columns = cells.map((column) => column.lines);
  const lines = columns.flat();
  const lastNumber = numbers.at(-1)!;
  const isBeside = (line: TextLine, other: TextLine): boolean =>
    Math.abs(middleOf(line) - middleOf(other)) < body * SIDE_BY_SIDE;
  for (const first of lines.toSorted((a, b) => a.bodyTop - b.bodyTop)) {
    if (first.bodyTop < lastNumber.baseline) continue;
    const mayFollow = (line: TextLine): boolean => !numbers.some((number) => isBeside(number, line));
    const known =
      gapElsewhere ?? usualGap(columns, body, (line) => mayFollow(line) && line.baseline < first.bodyTop);
    const usual = known ?? usualGap(columns, body, mayFollow) ?? 0;
    const own = lines.filter((line) => isBeside(line, first));
    // `own` holds `first` at least.
    const top = least(
      own.map((line) => line.bodyTop),
      first.bodyTop,
    );
    const higher = lines.filter((line) => middleOf(line) < top).map((line) => line.baseline);
    // Where nothing stands above there is no paper in which a border could lie: large print beside the label reaches as high
    // as the number of the row before.
    if (higher.length === 0) continue;
    const above = greatest(higher, top);
    const isNew = (line: TextLine, before: TextLine | undefined): boolean =>
      own.includes(line) &&
      line.bodyTop - (before?.baseline ?? -Infinity) >= Math.max(top - above, body + usual * 2);
    const skips = columns.some((column) => column.some((line, i) => isNew(line, column[i - 1])));
    const label = columns
      .slice(1)
      .flatMap((column) => (isIndented(column, own, body) ? column.slice(-2) : []));
    const isAmongAmounts = own.length >= FEWEST_IN_TOTAL;
    const isMiddle = isCentred(
      own[0]!,
      cells.map(({ cell }) => cell),
      body,
    );
    // Without rules the outer borders are guessed; a label alone has to be in the middle all the same.
    const isLabelled =
      label.at(-1) !== undefined &&
      label.at(-1) === own[0] &&
      (gapElsewhere === null ? isAmongAmounts || isMiddle : isAmongAmounts && isMiddle);
    const isApart = (from: number, to: number): boolean => to - from >= usual * WIDER_GAP;
    const isRow =
      (gapElsewhere === null && skips && isAmongAmounts && isApart(above, top)) ||
      (isLabelled && (skips || known === undefined || isApart(label[0]!.baseline, own[0]!.baseline - body)));
    if (isRow) return Math.round((above + top) / 2);
  }
  return null;
}

/** The lines of all cells between the header and a row. */
function linesAbove({ grid, lines }: FilledGrid, row: number): (readonly TextLine[])[] {
  return lines.filter((_, index) => {
    const cell = grid.cells[index]!;
    return cell.row >= grid.headerRowCount && cell.row + cell.rowSpan <= row;
  });
}

/** Whether a line stands in the middle of its cell, or of all cells from the first one to another. */
function isCentred({ rect }: TextLine, cells: readonly GridCell[], body: number): boolean {
  const middle = (rect.left + rect.right) / 2;
  return cells.some((cell) =>
    [cells[0]!.rect.left, cell.rect.left].some(
      (left) =>
        cell.rect.right > rect.left && Math.abs((left + cell.rect.right) / 2 - middle) <= body * CENTRED,
    ),
  );
}

/** Whether the only line of `own` in a column of text begins further right than all lines above, which begin alike. */
function isIndented(column: readonly TextLine[], own: readonly TextLine[], body: number): boolean {
  const line = column.find((other) => own.includes(other));
  const above = column.filter((other) => line !== undefined && other.baseline <= line.bodyTop);
  if (line === undefined || above.length === 0) return false;
  const lefts = above.map((other) => other.rect.left);
  const [first, last] = [least(lefts, line.rect.left), greatest(lefts, line.rect.left)];
  return last - first <= body * SIDE_BY_SIDE && line.rect.left - last >= body * INDENTED;
}

/** The median paper between the lines of one text, above those lines that may follow another. */
function usualGap(
  columns: readonly (readonly TextLine[])[],
  body: number,
  mayFollow: (line: TextLine) => boolean = () => true,
): number | undefined {
  const gaps = columns
    .flatMap((column) =>
      column.slice(1).flatMap((line, i) => (mayFollow(line) ? [paperAbove(line, column[i]!, body)] : [])),
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
  const usual = usualGap(columns, body);
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
