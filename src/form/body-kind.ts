import type { CellContent, ColumnRole, FormCell, FormColumn } from "../model/form.ts";

/** The activity above a row, as far as it decides whether the row goes on with it. */
export interface ActivityAbove {
  /** Whether an activity of the policy in force has begun. */
  readonly hasActivity: boolean;
  /** Whether that activity already has an amount, a mark or a dash. */
  readonly isSettled: boolean;
  /** Whether the page before ended in the middle of a row. */
  readonly isCut: boolean;
  /** Whether the table still has shown no row of its body. */
  readonly isFirstOfTable: boolean;
}

const SETTLING_ROLES: ReadonlySet<ColumnRole> = new Set([
  "budgetAllocated",
  "budgetDisbursed",
  "followedPolicy",
  "deviatedFromPolicy",
  "completed",
]);
const PROSE_ROLES: readonly ColumnRole[] = ["target", "result", "issues"];

/** Whether a row has an amount, a mark or a dash where an activity is settled. */
export function settles(cells: readonly FormCell[]): boolean {
  return cells.some(({ role, content }) => role !== null && SETTLING_ROLES.has(role) && content !== "empty");
}

/** Activity, continuation or stray, for a row that is neither heading nor total. */
export function bodyKind(
  cells: readonly FormCell[],
  columns: readonly FormColumn[],
  above: ActivityAbove,
): "activity" | "continuation" | "stray" {
  const content = (role: ColumnRole): CellContent => {
    const found = cells.find((cell) => cell.role === role);
    return found?.content ?? "empty";
  };
  const hasText = (role: ColumnRole): boolean => ["text", "unread"].includes(content(role));
  const isSettling = settles(cells);
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
