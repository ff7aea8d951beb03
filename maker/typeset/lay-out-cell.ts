import { measureText, bodyHeightPt } from "./measure-text.ts";
import type { TableDesign } from "./table-design.ts";
import { cellWidth, type TableCell } from "./table-model.ts";
import { type WrappedLine, wrapText } from "./wrap-text.ts";

/** A cell with its text set in lines. */
export interface LaidOutCell {
  readonly cell: TableCell;
  readonly lines: readonly WrappedLine[];
}

/** Distance of baselines in points. */
export function linePitch(design: TableDesign, sizePt = design.sizePt): number {
  return bodyHeightPt(sizePt) * design.lineDistance;
}

/** Height that a number of lines takes in a cell. */
export function linesHeight(lineCount: number, design: TableDesign): number {
  return lineCount * linePitch(design) + design.paddingY * 2;
}

/** How many lines fit into a height. */
export function fittingLines(height: number, design: TableDesign): number {
  return Math.floor((height - design.paddingY * 2) / linePitch(design) + 1e-6);
}

export function layOutCell(
  cell: TableCell,
  columnWidths: readonly number[],
  design: TableDesign,
): LaidOutCell {
  const face = cell.bold ? design.bold : design.regular;
  const width = cellWidth(cell, columnWidths) - design.paddingX * 2;
  const lines =
    cell.text === "" ? [] : wrapText(cell.text, width, (text) => measureText(text, face, design.sizePt));
  return { cell, lines };
}

/**
 * Heights of rows that may hold cells over several rows: each row is as high as its own cells need; where a spanning
 * cell needs more, the last row under it grows.
 */
export function rowHeights(rows: readonly (readonly LaidOutCell[])[], design: TableDesign): number[] {
  const heights = rows.map((cells) =>
    cells
      .filter(({ cell }) => cell.rowSpan === 1)
      .reduce((most, { lines }) => Math.max(most, linesHeight(Math.max(1, lines.length), design)), 0),
  );
  rows.forEach((cells, row) => {
    for (const { cell, lines } of cells) {
      const last = Math.min(rows.length, row + cell.rowSpan) - 1;
      const have = heights.slice(row, last + 1).reduce((sum, height) => sum + height, 0);
      heights[last]! += Math.max(0, linesHeight(lines.length, design) - have);
    }
  });
  return heights;
}
