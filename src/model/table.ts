import type { PixelRect } from "./box.ts";

/** A stretch along a rule in pixels; `end` is exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A printed rule. Along its own direction it runs from `start` to `end`, across it lies at `position`. */
export interface Ruling extends Span {
  readonly orientation: "horizontal" | "vertical";
  /** y of a horizontal rule, x of a vertical one, in pixels, at the middle between `start` and `end`. */
  readonly position: number;
  /** Change of the position for each pixel along the rule: what is left of the skew. */
  readonly slope: number;
  readonly thicknessPx: number;
  /** The stretches that are really drawn: a broken rule has several. */
  readonly spans: readonly Span[];
}

/** A cell of a grid; rows and columns count from 0. `rect` is the space between its rules. */
export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly rect: PixelRect;
}

/** The geometry of one table on one page. A place that no cell covers is a place without a cell. */
export interface TableGrid {
  readonly rect: PixelRect;
  /** Column borders from left to right, one more than there are columns. */
  readonly columnEdges: readonly number[];
  /** Row borders from top to bottom, one more than there are rows. */
  readonly rowEdges: readonly number[];
  readonly cells: readonly GridCell[];
  /** The rules that are borders of cells, cut to where they are. */
  readonly borders: readonly Ruling[];
  readonly headerRowCount: number;
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
}

/** Sizes of the print on a page, in pixels; every threshold of geometry is a multiple of one of them. */
export interface TextMetrics {
  /** Height of a consonant without ascender: ก, น, า. */
  readonly bodyHeightPx: number;
}
