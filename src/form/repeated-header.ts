import type { FormColumn } from "../model/form.ts";
import type { ColumnRecognizer } from "./form-wording.ts";
import { cellText } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";

/** From so many columns on that say their own heading again, a row is the header. */
const HEADINGS_THAT_MAKE_A_HEADER = 3;
/** Longer than any column heading; prose is not worth comparing with the wordings. */
const LONGEST_HEADING_CHARACTERS = 80;

/** Whether a row of the body prints the column headings once more, each over the column that has this role. */
export function repeatsHeader(
  row: TableRow,
  columns: readonly FormColumn[],
  recognize: ColumnRecognizer,
): boolean {
  const texts = row.cells.map(cellText);
  if (texts.filter((text) => text !== "").length < HEADINGS_THAT_MAKE_A_HEADER) return false;
  if (row.cells.some(({ ink }) => ink === "dash" || ink === "mark")) return false;
  if (texts.some((text) => text.length > LONGEST_HEADING_CHARACTERS)) return false;
  const paths = columns.map((column) =>
    row.cells
      .filter((cell) => cell.column <= column.index && column.index < cell.column + cell.columnSpan)
      .map((cell) => cellText(cell).replaceAll("\n", " "))
      .filter((text) => text !== ""),
  );
  const roles = recognize(paths);
  const agreeing = columns.filter(
    (column) => column.role !== null && roles[column.index] === column.role,
  ).length;
  const filled = paths.filter((path) => path.length > 0).length;
  return agreeing >= HEADINGS_THAT_MAKE_A_HEADER && agreeing * 2 >= filled;
}
