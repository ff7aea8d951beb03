import { joinPieces } from "./cell-paragraphs.ts";
import { nodePieces } from "./inline-text.ts";
import { walkHtml } from "./parse-html.ts";
import type { HtmlElement, HtmlNode } from "./parse-html.ts";
import { checkLimit } from "./transcript-limits.ts";
import type { TranscriptBudget } from "./transcript-limits.ts";
import type { TranscriptCell, TranscriptTable } from "./transcript.ts";

/** Larger spans are slips: HTML itself stops at 1000 columns, and no report has more rows than this. */
const LARGEST_SPAN = 200;

/** The rows and cells of an HTML table, each cell in the first place that no cell above or before it covers. */
export function htmlTable(table: HtmlElement, lineShift: number, budget: TranscriptBudget): TranscriptTable {
  const rows = rowsOf(table);
  budget.take("rows", rows.length);
  /** For each column the row at which the cells above end. */
  const coveredUntil: number[] = [];
  const cells: TranscriptCell[] = [];
  const writtenCells: number[] = [];
  let columnCount = 0;
  let markedHeaderRows = 0;
  for (const [row, tr] of rows.entries()) {
    const written = tr.childNodes.filter(isCell);
    budget.take("cells", written.length);
    let column = 0;
    for (const cell of written) {
      const lineNumber = (cell.sourceCodeLocation?.startLine ?? 1) + lineShift;
      while ((coveredUntil[column] ?? 0) > row) column += 1;
      const columnSpan = span(cell, "colspan");
      const rowSpan = Math.min(span(cell, "rowspan"), rows.length - row);
      checkLimit("columns", column + columnSpan, lineNumber);
      budget.take("places", rowSpan * columnSpan);
      for (let right = column; right < column + columnSpan; right += 1) {
        coveredUntil[right] = Math.max(coveredUntil[right] ?? 0, row + rowSpan);
      }
      const paragraphs = joinPieces(nodePieces(cell.childNodes));
      budget.take("lines", paragraphs.length);
      cells.push({ row, column, rowSpan, columnSpan, paragraphs, lineNumber });
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

/** The rows of a table, in order; those of a table inside a cell belong to the cell. */
function rowsOf(table: HtmlElement): HtmlElement[] {
  const rows: HtmlElement[] = [];
  walkHtml(table.childNodes, (node) => {
    if (!("tagName" in node)) return false;
    if (node.tagName === "tr") rows.push(node);
    return node.tagName !== "tr" && node.tagName !== "table";
  });
  return rows;
}

function isCell(node: HtmlNode): node is HtmlElement {
  return "tagName" in node && (node.tagName === "td" || node.tagName === "th");
}

function isWithin(node: HtmlElement, tagName: string): boolean {
  const parent = node.parentNode;
  return parent !== null && "tagName" in parent && parent.tagName === tagName;
}

function span(cell: HtmlElement, name: "colspan" | "rowspan"): number {
  const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? "1");
  return Number.isInteger(value) && value >= 1 ? Math.min(value, LARGEST_SPAN) : 1;
}
