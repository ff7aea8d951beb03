import { greatest, least } from "../model/extremes.ts";
import type { CellInk, ReadCell, ReadLine, ReadSymbol, ReadTable } from "../model/reading.ts";
import { isNothing } from "../normalize/is-nothing.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import { columnExtents } from "./column-edges.ts";
import type { ColumnExtent } from "./column-edges.ts";

/** A cell over this share of the columns with few lines is a heading, which may have a space at a border. */
const HEADING = { columnShare: 0.6, mostLines: 3 };
/** Symbols closer than this many characters across a border are one text that runs over it. */
const CLOSE_CHARACTERS = 0.5;
/** Lines that may run over a border by a misread edge. */
const CROSSING_SHARE = 0.25;

/** A table whose falsely joined cells have been divided. */
export interface DividedTable {
  readonly table: ReadTable;
  /** Rows in which a cell was divided. */
  readonly dividedRows: ReadonlySet<number>;
}

/**
 * Divides cells that lie over several columns only because the rule between them was not found: faint, dotted or
 * broken. Such a cell shows at the columns' border, which the other rows tell, a gap in nearly all of its lines, while
 * text of a cell that is really joined runs over it.
 */
export function divideCells(table: ReadTable): DividedTable {
  const extents = columnExtents(table);
  const dividedRows = new Set<number>();
  const cells = table.cells.flatMap((cell) => {
    const parts = cell.columnSpan === 1 || isHeading(cell, table) ? [cell] : divideCell(cell, extents);
    if (parts.length > 1) dividedRows.add(cell.row);
    return parts;
  });
  return { table: dividedRows.size === 0 ? table : { ...table, cells }, dividedRows };
}

function isHeading({ columnSpan, lines }: ReadCell, { columnCount }: ReadTable): boolean {
  return columnSpan >= HEADING.columnShare * columnCount && lines.length <= HEADING.mostLines;
}

function divideCell(cell: ReadCell, extents: readonly ColumnExtent[]): ReadCell[] {
  if (cell.lines.every((line) => line.text.trim() === "")) return [cell];
  const parts: ReadCell[] = [];
  const lines = cell.lines.map(measureLine);
  let first = cell.column;
  for (let column = cell.column + 1; column <= cell.column + cell.columnSpan; column += 1) {
    const border = extents[column]?.left ?? Infinity;
    const isLast = column === cell.column + cell.columnSpan;
    if (!isLast && runsOver(lines, border)) continue;
    parts.push(partOf(cell, lines, { first, end: column }, extents));
    first = column;
  }
  return parts;
}

/** A line with what tells, for any border, which of its symbols stand beside it. */
interface MeasuredLine {
  readonly line: ReadLine;
  /** Of all symbols, and whether they stand from left to right as they should. */
  readonly middles: Float64Array;
  readonly isGrowing: boolean;
  readonly printed: readonly ReadSymbol[];
  readonly advance: number;
  /** For each printed symbol how far right the middles reach up to it, and how far left from it on: both only grow. */
  readonly farthestSoFar: Float64Array;
  readonly nearestFromHere: Float64Array;
}

function measureLine(line: ReadLine): MeasuredLine {
  const printed = line.symbols.filter((symbol) => symbol.text.trim() !== "");
  const middles = Float64Array.from(line.symbols, middleOf);
  const ofPrinted = Float64Array.from(printed, middleOf);
  let farthest = -Infinity;
  let nearest = Infinity;
  return {
    line,
    middles,
    isGrowing: middles.every((middle, index) => index === 0 || middle >= middles[index - 1]!),
    printed,
    advance: advanceOf(printed),
    farthestSoFar: ofPrinted.map((middle) => (farthest = Math.max(farthest, middle))),
    nearestFromHere: ofPrinted
      .toReversed()
      .map((middle) => (nearest = Math.min(nearest, middle)))
      .toReversed(),
  };
}

/** How many of numbers that only grow are below a limit. */
function countBelow(growing: Float64Array, limit: number): number {
  let [low, high] = [0, growing.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (growing[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function runsOver(lines: readonly MeasuredLine[], border: number): boolean {
  const gaps = lines.flatMap(({ printed, advance, farthestSoFar, nearestFromHere }) => {
    const before = printed[countBelow(nearestFromHere, border) - 1];
    const after = printed[countBelow(farthestSoFar, border)];
    return before === undefined || after === undefined ? [] : [(after.left - before.right) / advance];
  });
  const crossing = gaps.filter((gap) => gap < CLOSE_CHARACTERS);
  return crossing.length > CROSSING_SHARE * gaps.length;
}

/** What of a cell lies in the columns from `first` up to, not including, `end`. */
function partOf(
  cell: ReadCell,
  lines: readonly MeasuredLine[],
  { first, end }: { readonly first: number; readonly end: number },
  extents: readonly ColumnExtent[],
): ReadCell {
  const isWhole = first === cell.column && end === cell.column + cell.columnSpan;
  if (isWhole) return cell;
  const left = first === cell.column ? cell.box.left : (extents[first]?.left ?? cell.box.left);
  const right =
    end === cell.column + cell.columnSpan
      ? cell.box.left + cell.box.width
      : (extents[end]?.left ?? cell.box.left);
  const [from, to] = [
    first === cell.column ? -Infinity : left,
    end === cell.column + cell.columnSpan ? Infinity : right,
  ];
  const ownLines = lines.flatMap((line) => partOfLine(line, from, to));
  return {
    ...cell,
    column: first,
    columnSpan: end - first,
    box: { ...cell.box, left, width: right - left },
    ink: cell.ink === "mark" && ownLines.length > 0 ? "mark" : inkOf(ownLines),
    lines: ownLines,
  };
}

function partOfLine({ line, middles, isGrowing }: MeasuredLine, from: number, to: number): ReadLine[] {
  // Of a long line over many columns each part looks at its own symbols only.
  const symbols = isGrowing
    ? line.symbols.slice(countBelow(middles, from), countBelow(middles, to))
    : line.symbols.filter((symbol) => middleOf(symbol) >= from && middleOf(symbol) < to);
  const text = symbols
    .map((symbol) => symbol.text)
    .join("")
    .trim();
  if (text === "") return [];
  const printed = symbols.filter((symbol) => symbol.text.trim() !== "");
  const start = least(
    printed.map((symbol) => symbol.left),
    line.box.left,
  );
  const end = greatest(
    printed.map((symbol) => symbol.right),
    start,
  );
  return [{ ...line, text, symbols, box: { ...line.box, left: start, width: end - start } }];
}

function inkOf(lines: readonly ReadLine[]): CellInk {
  const text = lines.map((line) => normalizeThai(line.text).text).join("");
  if (text === "") return "empty";
  return isNothing(text) ? "dash" : "text";
}

function middleOf(symbol: ReadSymbol): number {
  return (symbol.left + symbol.right) / 2;
}

function advanceOf(symbols: readonly ReadSymbol[]): number {
  const widths = symbols.map((symbol) => symbol.right - symbol.left).toSorted((a, b) => a - b);
  return Math.max(widths[Math.floor(widths.length / 2)] ?? 0, Number.MIN_VALUE);
}
