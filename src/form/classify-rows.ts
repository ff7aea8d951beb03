import type { ColumnRole, FormCell, FormColumn, FormRow, PolicyHeading, RowKind } from "../model/form.ts";
import type { ReadCell } from "../model/reading.ts";
import { bodyKind, settles } from "./body-kind.ts";
import type { ActivityAbove } from "./body-kind.ts";
import { findEarlyEnds } from "./early-ends.ts";
import type { FormTable } from "./find-columns.ts";
import { findPolicyHeading } from "./find-policy-heading.ts";
import type { FormWording } from "./form-wording.ts";
import { repeatsHeader } from "./repeated-header.ts";
import { isSamePolicy } from "./same-policy.ts";
import { cellContent, cellText, tableRows } from "./table-rows.ts";
import type { TableRow } from "./table-rows.ts";

/** What stands above a row, as far as it decides what the row is. */
interface Above extends ActivityAbove {
  readonly policy: PolicyHeading | null;
  /** Whether the author ended the page before, with room left on it, and not the page's end. */
  readonly isEndedEarly: boolean;
}

const TOTAL =
  /^(?:ยอด)?รวม(?:ทั้งสิ้น|ทั้งหมด|เป็นเงิน|เงิน|งบประมาณ|จำนวน|ทุกนโยบาย|โครงการ|กิจกรรม|ทั้งปี|[\s\d๐-๙(),.:/-]|บาท)*$/u;

/** What says nothing but a total is never as long as this. */
const LONGEST_TOTAL_CHARACTERS = 1000;

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
    isEndedEarly: false,
  };
  const endsEarly = findEarlyEnds(tables);
  for (const [index, formTable] of tables.entries()) {
    const isCut = tables[index - 1]?.table.closedAtBottom === false || !formTable.table.closedAtTop;
    above = atTopOfTable(above, index > 0 && isCut, endsEarly[index - 1] ?? false);
    const rowsOfTable = tableRows(formTable.table);
    for (const [rowIndex, tableRow] of rowsOfTable.entries()) {
      const row = classifyRow(tableRow, rowsOfTable[rowIndex + 1], formTable, above, wording);
      rows.push(row);
      above = below(above, row);
    }
  }
  return rows;
}

function classifyRow(
  tableRow: TableRow,
  next: TableRow | undefined,
  formTable: FormTable,
  above: Above,
  wording: FormWording,
): FormRow {
  const { columns, pageNumber, headerRowCount } = formTable;
  const cells = cellsOf(tableRow, columns);
  const row = (
    kind: RowKind,
    joint: FormRow["joint"] = null,
    heading: PolicyHeading | null = null,
  ): FormRow => ({
    kind,
    pageNumber,
    box: tableRow.box,
    cells,
    isDivided: formTable.dividedRows.has(tableRow.row),
    heading,
    joint,
  });
  if (tableRow.row < headerRowCount) return row("header");
  if (cells.every(({ content }) => content === "empty")) return row("empty");
  if (repeatsHeader(tableRow, columns, wording)) return row("header");
  if (isTotal(cells)) return row("total");
  const heading = findPolicyHeading(tableRow, columns, wording);
  if (heading !== null) {
    const place = {
      isTopOfTable: above.isFirstOfTable,
      isBeforeContinuation:
        next !== undefined && bodyKind(cellsOf(next, columns), columns, above) === "continuation",
    };
    const isRepeated = above.policy !== null && isSamePolicy(heading, above.policy, place, wording);
    return row("policy", null, { ...heading, isRepeated });
  }
  const kind = bodyKind(cells, columns, above);
  if (kind !== "continuation") return row(kind);
  const isWrapped = above.isFirstOfTable && !above.isEndedEarly;
  return row(kind, isWrapped ? "wrapped" : "split");
}

function cellsOf(row: TableRow, columns: readonly FormColumn[]): FormCell[] {
  return row.cells.map((cell) => toFormCell(cell, columns));
}

function toFormCell(cell: ReadCell, columns: readonly FormColumn[]): FormCell {
  const roles: ColumnRole[] = [];
  for (const column of columns.slice(cell.column, cell.column + cell.columnSpan)) {
    if (column.role !== null) roles.push(column.role);
  }
  return { role: roles[0] ?? null, roles, content: cellContent(cell), cell };
}

/** A total says so at its beginning, has no number of its own, and says little else. */
function isTotal(cells: readonly FormCell[]): boolean {
  const first = cells.find(({ content }) => content === "text");
  if (first === undefined) return false;
  const text = cellText(first.cell);
  return text.length <= LONGEST_TOTAL_CHARACTERS && TOTAL.test(text.replaceAll("\n", " "));
}

function atTopOfTable(above: Above, isCut: boolean, isEndedEarly: boolean): Above {
  return { ...above, isCut, isEndedEarly, isFirstOfTable: true };
}

function below(above: Above, row: FormRow): Above {
  const isSettling = settles(row.cells);
  if (row.kind === "policy") {
    return row.heading?.isRepeated === true
      ? above
      : { ...above, policy: row.heading, hasActivity: false, isSettled: false, isFirstOfTable: false };
  }
  if (row.kind === "activity")
    return { ...above, hasActivity: true, isSettled: isSettling, isFirstOfTable: false };
  if (row.kind === "continuation") {
    return { ...above, isSettled: above.isSettled || isSettling, isFirstOfTable: false };
  }
  return row.kind === "total" ? { ...above, hasActivity: false, isFirstOfTable: false } : above;
}
