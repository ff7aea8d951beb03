/** A cell before it has a place on a page. */
export interface TableCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  readonly align: "left" | "center" | "right";
  readonly bold: boolean;
  readonly underline: boolean;
  readonly verticalAlign: "top" | "middle";
}

export interface TableRow {
  /** `heading` is a policy's row, `total` a row of sums, `body` anything else. */
  readonly kind: "body" | "heading" | "total";
  readonly cells: readonly TableCell[];
  /** Body rows: which record this is; heading rows: which policy. From 0. */
  readonly index: number;
}

export interface TableModel {
  /** In points, from left to right. */
  readonly columnWidths: readonly number[];
  readonly headerRows: readonly (readonly TableCell[])[];
  readonly rows: readonly TableRow[];
}

/** The columns a cell covers, as a width. */
export function cellWidth(cell: TableCell, columnWidths: readonly number[]): number {
  return columnWidths
    .slice(cell.column, cell.column + cell.columnSpan)
    .reduce((sum, width) => sum + width, 0);
}
