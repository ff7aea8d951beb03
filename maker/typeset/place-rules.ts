import type { PageItem, PlacedTable } from "./page-items.ts";
import type { RuleDesign } from "./table-design.ts";
import type { TableBlock } from "./place-table.ts";

type RowKind = TableBlock["rows"][number]["kind"];
type Weight = "outer" | "inner" | null;

/** Which cell covers a place of the grid; -1 where none does. */
function mapOccupants(table: PlacedTable): number[][] {
  const rows = table.rowEdges.length - 1;
  const columns = table.columnEdges.length - 1;
  const occupants = Array.from({ length: rows }, () => Array.from({ length: columns }, () => -1));
  table.cells.forEach((cell, index) => {
    for (let row = cell.row; row < Math.min(rows, cell.row + cell.rowSpan); row += 1) {
      occupants[row]!.fill(index, cell.column, cell.column + cell.columnSpan);
    }
  });
  return occupants;
}

/** Joins neighbouring stretches of the same weight, so that a rule is drawn in one go. */
function joinStretches(
  weights: readonly Weight[],
): { from: number; to: number; weight: "outer" | "inner" }[] {
  const stretches: { from: number; to: number; weight: "outer" | "inner" }[] = [];
  weights.forEach((weight, index) => {
    if (weight === null) return;
    const last = stretches.at(-1);
    if (last !== undefined && last.to === index && last.weight === weight) last.to = index + 1;
    else stretches.push({ from: index, to: index + 1, weight });
  });
  return stretches;
}

/** The rules of a table: an edge between two different cells, if the design has rules there. */
export function drawRules(table: PlacedTable, kinds: readonly RowKind[], design: RuleDesign): PageItem[] {
  const occupants = mapOccupants(table);
  const [rows, columns] = [occupants.length, table.columnEdges.length - 1];
  const at = (row: number, column: number): number => occupants[row]?.[column] ?? -1;
  const { columnEdges: xs, rowEdges: ys } = table;
  const items: PageItem[] = [];

  function pushRule(weight: "outer" | "inner", x1: number, y1: number, x2: number, y2: number): void {
    const isThick = weight === "outer" && design.outer === "thick";
    const offsets = weight === "outer" && design.outer === "double" ? [-1, 1] : [0];
    for (const offset of offsets) {
      const [shiftX, shiftY] = x1 === x2 ? [offset, 0] : [0, offset];
      items.push({
        kind: "rule",
        x1: x1 + shiftX,
        y1: y1 + shiftY,
        x2: x2 + shiftX,
        y2: y2 + shiftY,
        thickness: isThick ? 1.5 : design.thickness,
        level: design.level,
        dash: design.dash,
      });
    }
  }
  function weighLevel(edge: number, column: number): Weight {
    const [above, below] = [at(edge - 1, column), at(edge, column)];
    if (above === below) return null;
    if (above === -1 || below === -1) {
      const isOpen = (edge === 0 && !table.closedAtTop) || (edge === rows && !table.closedAtBottom);
      return isOpen || design.outer === "none" ? null : "outer";
    }
    if (edge <= table.headerRowCount) return design.header ? "inner" : null;
    const touchesHeading = kinds[edge - 1] !== "body" || kinds[edge] !== "body";
    const isDrawn =
      design.bodyHorizontal === "all" || (design.bodyHorizontal === "headings" && touchesHeading);
    return isDrawn ? "inner" : null;
  }
  function weighUpright(edge: number, row: number): Weight {
    const [before, after] = [at(row, edge - 1), at(row, edge)];
    if (before === after || !design.vertical) return null;
    if (before === -1 || after === -1) return design.outer === "none" ? null : "outer";
    return "inner";
  }

  for (let edge = 0; edge <= rows; edge += 1) {
    const weights = Array.from({ length: columns }, (_, column) => weighLevel(edge, column));
    for (const { from, to, weight } of joinStretches(weights)) {
      pushRule(weight, xs[from]!, ys[edge]!, xs[to]!, ys[edge]!);
    }
  }
  for (let edge = 0; edge <= columns; edge += 1) {
    const weights = Array.from({ length: rows }, (_, row) => weighUpright(edge, row));
    for (const { from, to, weight } of joinStretches(weights)) {
      pushRule(weight, xs[edge]!, ys[from]!, xs[edge]!, ys[to]!);
    }
  }
  return items;
}
