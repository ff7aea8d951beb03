import type { PointBox } from "./box.ts";
import type { PageKind, QuarterTurns, ReadingMethod } from "./page.ts";
import type { Remark } from "./remark.ts";

/** One character (a code point, or a Thai cluster where the engine gives no finer boxes). */
export interface ReadSymbol {
  readonly text: string;
  readonly confidence: number;
  /** Left and right edge in points on the page. */
  readonly left: number;
  readonly right: number;
}

/** One printed line as the engine read it, not yet normalized. */
export interface ReadLine {
  readonly box: PointBox;
  readonly text: string;
  readonly confidence: number;
  /** In reading order; their texts concatenated (spaces included) give `text`. */
  readonly symbols: readonly ReadSymbol[];
}

/** What stands in a cell by ink alone, before and beside any recognition. */
export type CellInk = "empty" | "dash" | "mark" | "text";

/** A cell of a grid with its lines. Rows and columns count from 0, spans from 1. */
export interface ReadCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly box: PointBox;
  readonly ink: CellInk;
  readonly lines: readonly ReadLine[];
  /** Nothing was found in the cell, but a stamp or dirt lies over it under which print cannot be seen. */
  readonly isHidden?: true;
}

/** A table as printed on one page. A place that no cell covers is a place without a cell. */
export interface ReadTable {
  readonly box: PointBox;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Number of rows at the top that hold column headings, as far as geometry tells. */
  readonly headerRowCount: number;
  /** False where the page ended before the table's last row was closed by a rule. */
  readonly closedAtBottom: boolean;
  /** False where the first row goes on from the page before (no rule above it). */
  readonly closedAtTop: boolean;
  /** In reading order: by row, then by column. */
  readonly cells: readonly ReadCell[];
}

/** Everything a page said, in points and text; nothing of it needs the raster any more. */
export interface ReadPage {
  readonly pageNumber: number;
  /**
   * Where the page was turned before it was read: `widthPt`, `heightPt` and all boxes are then those of the turned page.
   * Left out for a page that is displayed upright.
   */
  readonly quarterTurns?: QuarterTurns;
  readonly widthPt: number;
  readonly heightPt: number;
  readonly kind: PageKind;
  readonly method: ReadingMethod | null;
  /** From top to bottom. */
  readonly tables: readonly ReadTable[];
  /** Lines outside every table, from top to bottom. */
  readonly lines: readonly ReadLine[];
  readonly remarks: readonly Remark[];
}

/** All lines of a page: those of its tables, in reading order, and then the others. */
export function linesOfPage({ tables, lines }: Pick<ReadPage, "tables" | "lines">): readonly ReadLine[] {
  return [...tables.flatMap(({ cells }) => cells.flatMap((cell) => cell.lines)), ...lines];
}

const THAI_LETTERS = /[ก-ฮเ-ไ]/gu;

/**
 * The share of a page's Thai letters that stands in centred lines: letters, since a stamp or a drawing is read as many short
 * lines of signs. 0 where there are none.
 *
 * @param offCenter how far from the page's middle a line's middle may lie, as a share of the page's width
 */
export function centeredShare(lines: readonly ReadLine[], widthPt: number, offCenter: number): number {
  let [all, centered] = [0, 0];
  for (const { box, text } of lines) {
    const letters = text.match(THAI_LETTERS)?.length ?? 0;
    all += letters;
    if (Math.abs(box.left + box.width / 2 - widthPt / 2) <= offCenter * widthPt) centered += letters;
  }
  return all === 0 ? 0 : centered / all;
}
