import { greatest } from "../model/extremes.ts";
import type { ColumnRole, FormRow } from "../model/form.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import { FIELD_OF_COLUMN } from "./field-of-column.ts";
import type { FieldPart } from "./field-reading.ts";
import { formCellText } from "./row-text.ts";

const DIVIDED_MESSAGE =
  "It was not clear where the columns of this row end; gaps and what the cells hold decided. Compare it with the page.";

const HIDDEN_MESSAGE =
  "A stamp or dirt lies over this cell, and nothing was found under it: compare it with the page.";

/**
 * The cells of an activity's rows that begin in the column of a role, from the activity's first row on. Where two
 * columns have the role, all of the first one's come before those of the second.
 */
export function partsOf(rows: readonly FormRow[], role: ColumnRole): FieldPart[] {
  const cellsOf = rows.map((row) => row.cells.filter((cell) => cell.role === role));
  const columnCount = greatest(
    cellsOf.map((cells) => cells.length),
    0,
  );
  return Array.from({ length: columnCount }, (_, column) =>
    rows.flatMap((row, index): FieldPart[] => {
      const cell = cellsOf[index]?.[column];
      const isFurtherColumn = column > 0 && index === 0;
      return cell === undefined ? [] : [{ cell, joint: isFurtherColumn ? "split" : row.joint }];
    }),
  ).flat();
}

/** The same with cells that cover the column and begin further left: what they hold may belong to either. */
export function partsOver(rows: readonly FormRow[], role: ColumnRole): FieldPart[] {
  return rows.flatMap((row) =>
    row.cells.filter((cell) => cell.roles.includes(role)).map((cell) => ({ cell, joint: row.joint })),
  );
}

/**
 * Remarks on what an activity's rows hold beside the form's fields: text in columns that are not understood, ink in
 * the number column of a continuation, cells that cover several columns although they hold something, and cells under a stamp.
 */
export function remarkLeftovers(rows: readonly FormRow[]): Remark[] {
  return rows.flatMap((row, index) => [
    ...(row.isDivided ? [remark("cells-divided", "warning", DIVIDED_MESSAGE, { box: row.box })] : []),
    ...row.cells.flatMap((cell) => {
      if (cell.cell.isHidden === true && cell.role !== null && (cell.role !== "sequence" || index === 0)) {
        const place = { box: cell.cell.box, field: FIELD_OF_COLUMN[cell.role] };
        return [remark("cell-under-stamp", "warning", HIDDEN_MESSAGE, place)];
      }
      if (cell.content === "empty" || cell.content === "dash") return [];
      const place = { box: cell.cell.box };
      if (cell.role === null) {
        const message = `A column that the form does not know says: ${formCellText(cell)}`;
        return [remark("column-unknown", "info", message, place)];
      }
      if (cell.role === "sequence" && index > 0) {
        const message = `The row goes on with the activity, although its number column says: ${formCellText(cell)}`;
        return [remark("number-ignored", "warning", message, { ...place, field: "activityNumber" })];
      }
      if (cell.roles.length < 2) return [];
      const message = `One cell covers the columns ${cell.roles.join(", ")}: ${formCellText(cell)}`;
      return [
        remark("cell-over-columns", "warning", message, { ...place, field: FIELD_OF_COLUMN[cell.role] }),
      ];
    }),
  ]);
}
