import type { DefaultTreeAdapterTypes } from "parse5";
import { joinPieces } from "./cell-paragraphs.ts";
import { nodePieces } from "./inline-text.ts";
import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

type Element = DefaultTreeAdapterTypes.Element;

/** Larger spans are slips: HTML itself stops at 1000 columns, and no report has more rows than this. */
const LARGEST_SPAN = 200;

/** The rows and cells of an HTML table, each cell in the first place that no cell above or before it covers. */
export function htmlTable(table: Element, lineShift: number): TranscriptTable {
  const rows = descendants(table, "tr");
  const taken = new Set<string>();
  const cells: TranscriptCell[] = [];
  const writtenCells: number[] = [];
  let columnCount = 0;
  let markedHeaderRows = 0;
  for (const [row, tr] of rows.entries()) {
    const written = tr.childNodes.filter(isCell);
    let column = 0;
    for (const cell of written) {
      while (taken.has(`${row},${column}`)) column += 1;
      const columnSpan = span(cell, "colspan");
      const rowSpan = Math.min(span(cell, "rowspan"), rows.length - row);
      for (let down = 0; down < rowSpan; down += 1) {
        for (let right = 0; right < columnSpan; right += 1) taken.add(`${row + down},${column + right}`);
      }
      cells.push({
        row,
        column,
        rowSpan,
        columnSpan,
        paragraphs: joinPieces(nodePieces(cell.childNodes)),
        lineNumber: (cell.sourceCodeLocation?.startLine ?? 1) + lineShift,
      });
      column += columnSpan;
      columnCount = Math.max(columnCount, column);
    }
    writtenCells.push(column);
    const isHeader =
      isWithin(tr, "thead") || (written.length > 0 && written.every((cell) => cell.tagName === "th"));
    if (isHeader && markedHeaderRows === row) markedHeaderRows += 1;
  }
  return {
    kind: "table",
    rowCount: rows.length,
    columnCount,
    markedHeaderRows: markedHeaderRows === 0 ? null : markedHeaderRows,
    cells,
    writtenCells,
  };
}

/** The elements of a name below `parent`, in order; those of a table inside a cell belong to the cell. */
function descendants(parent: Element, tagName: string): Element[] {
  return parent.childNodes.flatMap((node) => {
    if (!("tagName" in node)) return [];
    if (node.tagName === tagName) return [node];
    return node.tagName === "table" ? [] : descendants(node, tagName);
  });
}

function isCell(node: DefaultTreeAdapterTypes.ChildNode): node is Element {
  return "tagName" in node && (node.tagName === "td" || node.tagName === "th");
}

function isWithin(node: Element, tagName: string): boolean {
  const parent = node.parentNode;
  return parent !== null && "tagName" in parent && parent.tagName === tagName;
}

function span(cell: Element, name: "colspan" | "rowspan"): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? "1");
  return Number.isInteger(value) && value >= 1 ? Math.min(value, LARGEST_SPAN) : 1;
}
