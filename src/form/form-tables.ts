import { remark } from "../model/remark.ts";
import type { Remarked } from "../model/remark.ts";
import type { FormTable } from "./find-columns.ts";
import { cellText, tableRows } from "./table-rows.ts";

/** Columns that a table of the form has at least, one of them the activity's or its result's. */
const FEWEST_COLUMNS = 3;

const OTHER_FORM_MESSAGE =
  "None of the tables has the columns of this report's form. Try the pipeline ruled-table, which reads any table.";

/** The tables that are the form's; what any other table says is remarked, row by row. */
export function keepFormTables(tables: readonly FormTable[]): Remarked<FormTable[]> {
  const kept = tables.filter(isForm);
  const others = tables.filter((table) => !isForm(table));
  return {
    value: kept,
    remarks: [
      ...(kept.length === 0 && others.length > 0
        ? [remark("form-not-recognized", "error", OTHER_FORM_MESSAGE)]
        : []),
      ...others.map(({ table }) => {
        const message = `A table that is not the form's, as far as its headings and columns tell: ${tableText(table)}`;
        return remark("table-not-understood", "warning", message, { box: table.box });
      }),
      ...kept.flatMap(({ table, columns }) =>
        columns
          .filter((column) => column.isByOrder)
          .map(({ role, headings }) => {
            const message = `Taken for the column ${role ?? ""} by its place, its heading being unknown: ${headings.join(" / ")}`;
            return remark("column-by-order", "info", message, { box: table.box });
          }),
      ),
    ],
  };
}

function isForm({ columns }: FormTable): boolean {
  const roles = columns.flatMap((column) => (column.role === null ? [] : [column.role]));
  return roles.length >= FEWEST_COLUMNS && (roles.includes("activity") || roles.includes("result"));
}

function tableText(table: FormTable["table"]): string {
  return tableRows(table)
    .map((row) => row.cells.map((cell) => cellText(cell).replaceAll("\n", " ")).join(" ; "))
    .join(" / ");
}
