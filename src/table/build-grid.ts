import type { GridCell, Ruling, TableGrid } from "../model/table.ts";
import type { Edge } from "./cluster-positions.ts";
import { countHeaderRows } from "./count-header-rows.ts";
import { rulingAt } from "./find-rulings.ts";
import { mergeElementaryCells } from "./merge-elementary-cells.ts";

/** Where a table's borders are, and which places they part. */
export interface Lattice {
  /** From left to right. */
  readonly columnEdges: readonly Edge[];
  /** From top to bottom. */
  readonly rowEdges: readonly Edge[];
  /** Whether row edge `edge` is a border over `column`. */
  readonly hasHorizontal: (edge: number, column: number) => boolean;
  /** Whether column edge `edge` is a border beside `row`. */
  readonly hasVertical: (row: number, edge: number) => boolean;
  readonly closedAtTop: boolean;
  readonly closedAtBottom: boolean;
  /** Known number of header rows; where it is missing, the spans tell. */
  readonly headerRowCount?: number;
}

/** The cells of a lattice, or null where its borders enclose none. */
export function buildGrid(lattice: Lattice): TableGrid | null {
  const { columnEdges, rowEdges, hasHorizontal, hasVertical } = lattice;
  if (columnEdges.length < 2 || rowEdges.length < 2) return null;
  const columnCount = columnEdges.length - 1;
  const rowCount = rowEdges.length - 1;
  const cells = mergeElementaryCells(rowCount, columnCount, hasHorizontal, hasVertical).map((place) => ({
    ...place,
    rect: innerRect(place, columnEdges, rowEdges),
  }));
  if (cells.length === 0) return null;
  return {
    rect: {
      left: Math.floor(columnEdges[0]!.position),
      top: Math.floor(rowEdges[0]!.position),
      right: Math.ceil(columnEdges[columnCount]!.position),
      bottom: Math.ceil(rowEdges[rowCount]!.position),
    },
    columnEdges: columnEdges.map((edge) => edge.position),
    rowEdges: rowEdges.map((edge) => edge.position),
    cells,
    borders: [
      ...rowEdges.flatMap((edge, index) =>
        cutToBorders(edge, columnEdges, (column) => hasHorizontal(index, column)),
      ),
      ...columnEdges.flatMap((edge, index) => cutToBorders(edge, rowEdges, (row) => hasVertical(row, index))),
    ],
    headerRowCount: lattice.headerRowCount ?? countHeaderRows(cells, columnCount),
    closedAtTop: lattice.closedAtTop,
    closedAtBottom: lattice.closedAtBottom,
  };
}

/** The pieces of an edge's rules that lie beside cells whose border they are. */
function cutToBorders(
  edge: Edge,
  crossing: readonly Edge[],
  isDrawn: (between: number) => boolean,
): Ruling[] {
  const pieces: Ruling[] = [];
  for (let i = 0; i + 1 < crossing.length; i++) {
    if (!isDrawn(i)) continue;
    const from = crossing[i]!.position - crossing[i]!.thicknessPx;
    const to = crossing[i + 1]!.position + crossing[i + 1]!.thicknessPx;
    for (const ruling of edge.rulings) {
      const start = Math.floor(Math.max(from, ruling.start));
      const end = Math.ceil(Math.min(to, ruling.end));
      if (end > start) pieces.push({ ...ruling, start, end, position: rulingAt(ruling, (start + end) / 2) });
    }
  }
  return pieces;
}

/** The space inside a cell's borders. */
function innerRect(
  place: Omit<GridCell, "rect">,
  columnEdges: readonly Edge[],
  rowEdges: readonly Edge[],
): GridCell["rect"] {
  const left = columnEdges[place.column]!;
  const right = columnEdges[place.column + place.columnSpan]!;
  const top = rowEdges[place.row]!;
  const bottom = rowEdges[place.row + place.rowSpan]!;
  return {
    left: Math.ceil(left.position + left.thicknessPx / 2),
    top: Math.ceil(top.position + top.thicknessPx / 2),
    right: Math.floor(right.position - right.thicknessPx / 2),
    bottom: Math.floor(bottom.position - bottom.thicknessPx / 2),
  };
}
