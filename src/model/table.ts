import type { PixelRect } from "./box.ts";

/** A printed rule. Along its own direction it runs from `start` to `end`, across it lies at `position`. */
export interface Ruling {
  readonly orientation: "horizontal" | "vertical";
  /** Mean y of a horizontal rule, mean x of a vertical one, in pixels. */
  readonly position: number;
  /** First and last pixel along the rule; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  readonly thicknessPx: number;
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
  readonly headerRowCount: number;
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
}

/** Sizes of the print on a page, in pixels; every threshold of geometry is a multiple of one of them. */
export interface TextMetrics {
  /** Height of a consonant without ascender: ก, น, า. */
  readonly bodyHeightPx: number;
}
