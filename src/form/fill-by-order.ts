import { COLUMN_ROLES, type ColumnRole, type FormColumn } from "../model/form.ts";
import type { FormWording } from "./form-wording.ts";

/** Without these a table says nothing; the others may well be missing, with a foreign column in their place. */
const NEEDED_ROLES: readonly ColumnRole[] = ["activity", "result"];

/**
 * Gives the one column whose heading nobody knows the one needed role that the table lacks, if it stands in that
 * role's place between known columns. A heading known to be none of the form's keeps its column without a role.
 */
export function fillByOrder(
  columns: readonly FormColumn[],
  isForeignHeading: FormWording["isForeignHeading"],
): readonly FormColumn[] {
  const missing = NEEDED_ROLES.filter((role) => !columns.some((column) => column.role === role));
  return missing.reduce<readonly FormColumn[]>((filled, role) => {
    const known = filled.filter((column) => column.role !== null);
    const candidates = filled.filter(
      (column) =>
        column.role === null && fitsBetween(column, role, known) && !isForeignHeading(column.headings),
    );
    const [only] = candidates;
    if (candidates.length !== 1 || only === undefined) return filled;
    return filled.map((column) => (column === only ? { ...only, role, isByOrder: true } : column));
  }, columns);
}

/** Whether the nearest of the known columns left and right of `column` come before and after `role` in the form. */
function fitsBetween(column: FormColumn, role: ColumnRole, known: readonly FormColumn[]): boolean {
  const rank = COLUMN_ROLES.indexOf(role);
  const before = known.findLast((other) => other.index < column.index)?.role;
  const after = known.find((other) => other.index > column.index)?.role;
  if (before === undefined || after === undefined || before === null || after === null) return false;
  return COLUMN_ROLES.indexOf(before) < rank && rank < COLUMN_ROLES.indexOf(after);
}
