import type { FreeTable } from "../content/draw-ruled-table.ts";
import { buildHeaderRows, listLeaves } from "./build-report-table.ts";
import { layOutCell, type LaidOutCell, linePitch, rowHeights } from "./lay-out-cell.ts";
import { measureText } from "./measure-text.ts";
import type { LaidOutPage, PageItem } from "./page-items.ts";
import { placeTable } from "./place-table.ts";
import type { TableDesign } from "./table-design.ts";
import type { TableCell } from "./table-model.ts";

export interface LaidOutRuledTable {
  readonly page: LaidOutPage;
  readonly header: readonly (readonly LaidOutCell[])[];
  /** The rows that found room on the page, with a place for every column. */
  readonly rows: readonly (readonly (LaidOutCell | null)[])[];
}

function toCell(cell: NonNullable<FreeTable["rows"][number][number]>, column: number): TableCell {
  return {
    column,
    columnSpan: cell.columnSpan,
    rowSpan: cell.rowSpan,
    text: cell.text,
    align: cell.align,
    bold: false,
    underline: false,
    verticalAlign: cell.rowSpan > 1 ? "middle" : "top",
  };
}

/** How many rows fit, without cutting a cell that spans rows. */
function countFittingRows(heights: readonly number[], rows: FreeTable["rows"], room: number): number {
  let used = 0;
  let count = 0;
  while (count < rows.length && used + heights[count]! <= room) {
    used += heights[count]!;
    count += 1;
  }
  const isCut = (): boolean =>
    rows
      .slice(0, count)
      .some((row, index) => row.some((cell) => cell !== null && index + cell.rowSpan > count));
  while (count > 0 && isCut()) count -= 1;
  return count;
}

/** One page with a title and a table; rows that find no room are left out. */
export function layOutRuledTable(
  table: FreeTable,
  design: TableDesign,
  size: { readonly widthPt: number; readonly heightPt: number },
): LaidOutRuledTable {
  const leaves = listLeaves(table.header);
  const shares = leaves.reduce((sum, leaf) => sum + leaf.widthShare, 0);
  const tableWidth = size.widthPt - design.marginX * 2;
  const columnWidths = leaves.map((leaf) => (leaf.widthShare / shares) * tableWidth);

  const pitch = linePitch(design, design.titleSizePt) * 1.1;
  const titleItems = table.titleLines.map((text, index): PageItem => {
    const room = size.widthPt - design.marginX * 2;
    const natural = measureText(text, design.bold, design.titleSizePt);
    const sizePt = design.titleSizePt * Math.min(1, room / natural);
    const left = (size.widthPt - measureText(text, design.bold, sizePt)) / 2;
    const baseline = design.marginTop + pitch * (index + 0.78);
    return {
      kind: "text",
      text,
      face: design.bold,
      sizePt,
      left,
      baseline,
      letterSpacing: 0,
      underline: false,
    };
  });
  const top = design.marginTop + pitch * (table.titleLines.length + 0.5);

  const header = buildHeaderRows(table.header, design.headerIsBold).map((row) =>
    row.map((cell) => layOutCell(cell, columnWidths, design)),
  );
  const headerHeights = rowHeights(header, design);
  const laidOut = table.rows.map((row) =>
    row.map((cell, column) =>
      cell === null ? null : layOutCell(toCell(cell, column), columnWidths, design),
    ),
  );
  const present = laidOut.map((row) => row.filter((cell) => cell !== null));
  const heights = rowHeights(present, design);
  const room =
    size.heightPt - design.marginBottom - top - headerHeights.reduce((sum, height) => sum + height, 0);
  const count = countFittingRows(heights, table.rows, room);
  const block = {
    columnWidths,
    rows: [
      ...header.map((cells, row) => ({ kind: "header", height: headerHeights[row]!, cells }) as const),
      ...present
        .slice(0, count)
        .map((cells, row) => ({ kind: "body", height: heights[row]!, cells }) as const),
    ],
    closedAtTop: true,
    closedAtBottom: true,
  };
  const placed = placeTable(block, design.marginX, top, design);
  return {
    page: { ...size, items: [...titleItems, ...placed.items], tables: [placed.table] },
    header,
    rows: laidOut.slice(0, count),
  };
}
