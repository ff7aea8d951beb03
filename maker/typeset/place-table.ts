import { bodyHeightPt, measureText } from "./measure-text.ts";
import { countClusters } from "./break-words.ts";
import { type LaidOutCell, linePitch, linesHeight } from "./lay-out-cell.ts";
import type { PageItem, PlacedTable } from "./page-items.ts";
import { drawRules } from "./place-rules.ts";
import type { TableDesign } from "./table-design.ts";
import type { TableRow } from "./table-model.ts";

/** Rows with heights and cells: all that stands on one page of a table. */
export interface TableBlock {
  readonly columnWidths: readonly number[];
  readonly rows: readonly {
    readonly kind: TableRow["kind"] | "header";
    readonly height: number;
    readonly cells: readonly LaidOutCell[];
  }[];
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
}

/** Share of the line distance that lies above the baseline: room for a tone mark on an upper vowel. */
const ABOVE_BASELINE = 0.78;

/** Positions of edges from their distances, the first one included. */
function edgesFrom(start: number, lengths: readonly number[]): number[] {
  const edges = [start];
  for (const length of lengths) edges.push(edges.at(-1)! + length);
  return edges;
}

interface CellBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Letter spacing that stretches a wrapped line to the column; not for lines that are far too short. */
function stretch(lineWidth: number, roomWidth: number, text: string): number {
  const slack = roomWidth - lineWidth;
  return slack > 0 && slack < roomWidth * 0.18 ? slack / Math.max(1, countClusters(text) - 1) : 0;
}

function placeCell({ cell, lines }: LaidOutCell, box: CellBox, design: TableDesign): PageItem[] {
  const pitch = linePitch(design);
  const face = cell.bold ? design.bold : design.regular;
  const slack = Math.max(0, box.height - linesHeight(lines.length, design));
  const top = box.top + design.paddingY + (cell.verticalAlign === "middle" ? slack / 2 : 0);
  const roomWidth = box.width - design.paddingX * 2;
  return lines.map((line, index): PageItem => {
    const baseline = top + pitch * (index + ABOVE_BASELINE);
    if (line.text === "✓" || line.text === "√") {
      const body = bodyHeightPt(design.sizePt);
      const centerX = box.left + box.width / 2;
      return { kind: "mark", mark: line.text, centerX, centerY: baseline - body / 2, size: body * 1.5 };
    }
    const width = measureText(line.text, face, design.sizePt);
    const shift = { left: 0, center: (roomWidth - width) / 2, right: roomWidth - width }[cell.align];
    const isStretched = design.justified && cell.align === "left" && !line.endsParagraph;
    return {
      kind: "text",
      text: line.text,
      face,
      sizePt: design.sizePt,
      left: box.left + design.paddingX + shift,
      baseline,
      letterSpacing: isStretched ? stretch(width, roomWidth, line.text) : 0,
      underline: cell.underline,
    };
  });
}

/** Puts a block of rows on the page, its upper left corner at (left, top): text, rules, and the truth about its grid. */
export function placeTable(
  block: TableBlock,
  left: number,
  top: number,
  design: TableDesign,
): { items: PageItem[]; table: PlacedTable } {
  const columnEdges = edgesFrom(left, block.columnWidths);
  const rowEdges = edgesFrom(
    top,
    block.rows.map((row) => row.height),
  );
  const items: PageItem[] = [];
  const cells: PlacedTable["cells"][number][] = [];
  block.rows.forEach((row, rowIndex) => {
    for (const laidOut of row.cells) {
      const { column, columnSpan, rowSpan } = laidOut.cell;
      const box: CellBox = {
        left: columnEdges[column]!,
        top: rowEdges[rowIndex]!,
        width: columnEdges[column + columnSpan]! - columnEdges[column]!,
        height: rowEdges[Math.min(block.rows.length, rowIndex + rowSpan)]! - rowEdges[rowIndex]!,
      };
      items.push(...placeCell(laidOut, box, design));
      // Wrapped pieces without what was cut off on another page: the text as it stands here.
      const text = laidOut.lines.map((line) => line.text).join("\n");
      cells.push({ row: rowIndex, column, rowSpan, columnSpan, text });
    }
  });
  const table: PlacedTable = {
    columnEdges,
    rowEdges,
    headerRowCount: block.rows.filter((row) => row.kind === "header").length,
    closedAtTop: block.closedAtTop,
    closedAtBottom: block.closedAtBottom,
    cells,
  };
  items.push(
    ...drawRules(
      table,
      block.rows.map((row) => row.kind),
      design.rules,
    ),
  );
  return { items, table };
}
