import type { FormColumn } from "../model/form.ts";
import type { FormWording } from "./form-wording.ts";
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
  { recognizeColumns: recognize, mayHaveRole }: Pick<FormWording, "recognizeColumns" | "mayHaveRole">,
): boolean {
  if (row.cells.some(({ ink }) => ink === "dash" || ink === "mark")) return false;
  const texts = row.cells.map(cellText);
  if (texts.filter((text) => text !== "").length < HEADINGS_THAT_MAKE_A_HEADER) return false;
  if (texts.some((text) => text.length > LONGEST_HEADING_CHARACTERS)) return false;
  const paths: string[][] = columns.map(() => []);
  for (const [index, { column, columnSpan }] of row.cells.entries()) {
    const text = texts[index]!.replaceAll("\n", " ");
    if (text === "") continue;
    for (let at = column; at < column + columnSpan; at += 1) paths[at]?.push(text);
  }
  // Recognizing all columns takes long, and hardly any row of the body has so much as one heading in its place.
  const possible = columns.filter(({ role, index }) => role !== null && mayHaveRole(paths[index]!, role));
  if (possible.length < HEADINGS_THAT_MAKE_A_HEADER) return false;
  const roles = recognize(paths);
  const agreeing = columns.filter(
    (column) => column.role !== null && roles[column.index] === column.role,
  ).length;
  const filled = paths.filter((path) => path.length > 0).length;
  return agreeing >= HEADINGS_THAT_MAKE_A_HEADER && agreeing * 2 >= filled;
}
