import type {
  CellContent,
  ColumnRole,
  FormCell,
  FormColumn,
  FormRow,
  PolicyHeading,
  RowKind,
} from "../model/form.ts";
import type { ReadCell } from "../model/reading.ts";
import type { FormTable } from "./find-columns.ts";
import { findPolicyHeading } from "./find-policy-heading.ts";
import type { FormWording } from "./form-wording.ts";
import { repeatsHeader } from "./repeated-header.ts";
import { isSamePolicy } from "./same-policy.ts";
import { cellContent, cellText, tableRows } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";

/** What stands above a row, as far as it decides what the row is. */
interface Above {
  readonly policy: PolicyHeading | null;
  /** Whether an activity of the policy in force has begun. */
  readonly hasActivity: boolean;
  /** Whether that activity already has an amount, a mark or a dash. */
  readonly isSettled: boolean;
  /** Whether the page before ended in the middle of a row. */
  readonly isCut: boolean;
  /** Whether the table still has shown no row of its body. */
  readonly isFirstOfTable: boolean;
  /** Whether the table repeated the policy's heading above its first row. */
  readonly isHeadingRepeated: boolean;
}

const SETTLING_ROLES: readonly ColumnRole[] = [
  "budgetAllocated",
  "budgetDisbursed",
  "followedPolicy",
  "deviatedFromPolicy",
  "completed",
];
const PROSE_ROLES: readonly ColumnRole[] = ["target", "result", "issues"];
const TOTAL =
  /^(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เงิน|งบประมาณ|จำนวน|ทุกนโยบาย|โครงการ|กิจกรรม|ทั้งปี|[\s\d๐-๙(),.:/-]|บาท)*$/u;

/**
 * Classifies the rows of a report's tables, given in reading order and with their columns known.
 *
 * An activity begins with a number in the sequence column, readable or not. A row without one goes on with the
 * activity above: cut by the page's end (geometry shows it), or split by the author, with the heading repeated or
 * without. Where a number is missing but everything else begins anew (an activity's name together with amounts,
 * marks or dashes), it is an activity. See the cases in the tests.
 */
export function classifyRows(tables: readonly FormTable[], wording: FormWording): FormRow[] {
  const rows: FormRow[] = [];
  let above: Above = {
    policy: null,
    hasActivity: false,
    isSettled: false,
    isCut: false,
    isFirstOfTable: true,
    isHeadingRepeated: false,
  };
  for (const [index, formTable] of tables.entries()) {
    const isCut = tables[index - 1]?.table.closedAtBottom === false || !formTable.table.closedAtTop;
    above = atTopOfTable(above, index > 0 && isCut);
    for (const tableRow of tableRows(formTable.table)) {
      const row = classifyRow(tableRow, formTable, above, wording);
      rows.push(row);
      above = below(above, row);
    }
  }
  return rows;
}

function classifyRow(tableRow: TableRow, formTable: FormTable, above: Above, wording: FormWording): FormRow {
  const { columns, pageNumber, headerRowCount } = formTable;
  const cells = tableRow.cells.map((cell) => toFormCell(cell, columns));
  const row = (
    kind: RowKind,
    joint: FormRow["joint"] = null,
    heading: PolicyHeading | null = null,
  ): FormRow => ({
    kind,
    pageNumber,
    box: tableRow.box,
    cells,
    heading,
    joint,
  });
  if (tableRow.row < headerRowCount) return row("header");
  if (cells.every(({ content }) => content === "empty")) return row("empty");
  if (repeatsHeader(tableRow, columns, wording.recognizeColumns)) return row("header");
  if (isTotal(cells)) return row("total");
  const heading = findPolicyHeading(tableRow, columns, wording);
  if (heading !== null) {
    const isRepeated =
      above.policy !== null && isSamePolicy(heading, above.policy, above.isFirstOfTable, wording);
    return row("policy", null, { ...heading, isRepeated });
  }
  const kind = bodyKind(cells, columns, above);
  if (kind !== "continuation") return row(kind);
  const isWrapped = above.isFirstOfTable && !above.isHeadingRepeated;
  return row(kind, isWrapped ? "wrapped" : "split");
}

/** Activity, continuation or stray, for a row that is neither heading nor total. */
function bodyKind(cells: readonly FormCell[], columns: readonly FormColumn[], above: Above): RowKind {
  const content = (role: ColumnRole): CellContent => {
    const found = cells.find((cell) => cell.role === role);
    return found?.content ?? "empty";
  };
  const hasText = (role: ColumnRole): boolean => ["text", "unread"].includes(content(role));
  const isSettling = SETTLING_ROLES.some((role) => content(role) !== "empty");
  const hasProse = PROSE_ROLES.some(hasText);
  const hasNumber = hasText("sequence") || content("sequence") === "mark";
  const mayContinue = above.hasActivity;
  const isCutHere = above.isFirstOfTable && above.isCut && mayContinue;

  if (!hasText("activity")) {
    if (hasNumber && !isCutHere) return hasProse || isSettling ? "activity" : "stray";
    if (hasProse) return mayContinue ? "continuation" : "activity";
    return mayContinue && (isCutHere || !above.isSettled) ? "continuation" : "stray";
  }
  if (hasNumber || !mayContinue) return "activity";
  if (isCutHere) return "continuation";
  const numbersAreUsed = columns.some((column) => column.role === "sequence");
  if (!numbersAreUsed && !above.isFirstOfTable) return "activity";
  return isSettling ? "activity" : "continuation";
}

function toFormCell(cell: ReadCell, columns: readonly FormColumn[]): FormCell {
  const roles = columns
    .slice(cell.column, cell.column + cell.columnSpan)
    .flatMap((column) => (column.role === null ? [] : [column.role]));
  return { role: roles[0] ?? null, roles, content: cellContent(cell), cell };
}

/** A total says so at its beginning, has no number of its own, and says little else. */
function isTotal(cells: readonly FormCell[]): boolean {
  const first = cells.find(({ content }) => content === "text");
  return first !== undefined && TOTAL.test(cellText(first.cell).replaceAll("\n", " "));
}

function atTopOfTable(above: Above, isCut: boolean): Above {
  return { ...above, isCut, isFirstOfTable: true, isHeadingRepeated: false };
}

function below(above: Above, row: FormRow): Above {
  const isSettling = row.cells.some(
    ({ role, content }) => role !== null && SETTLING_ROLES.includes(role) && content !== "empty",
  );
  if (row.kind === "policy") {
    return row.heading?.isRepeated === true
      ? { ...above, isHeadingRepeated: above.isFirstOfTable }
      : { ...above, policy: row.heading, hasActivity: false, isSettled: false, isFirstOfTable: false };
  }
  if (row.kind === "activity")
    return { ...above, hasActivity: true, isSettled: isSettling, isFirstOfTable: false };
  if (row.kind === "continuation") {
    return { ...above, isSettled: above.isSettled || isSettling, isFirstOfTable: false };
  }
  return row.kind === "total" ? { ...above, hasActivity: false, isFirstOfTable: false } : above;
}
