import type { TextLine } from "../model/line.ts";
import type { TableGrid } from "../model/table.ts";

/** A grid and the lines of each of its cells, in the order of `grid.cells`. */
export interface FilledGrid {
  readonly grid: TableGrid;
  readonly lines: readonly (readonly TextLine[])[];
}
