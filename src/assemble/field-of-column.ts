import type { ColumnRole } from "../model/form.ts";

/** The record's field that each column of the form fills. */
export const FIELD_OF_COLUMN = {
  sequence: "activityNumber",
  activity: "activityName",
  target: "target",
  result: "result",
  budgetAllocated: "budgetAllocatedBaht",
  budgetDisbursed: "budgetDisbursedBaht",
  followedPolicy: "followedPolicy",
  deviatedFromPolicy: "deviatedFromPolicy",
  completed: "completed",
  issues: "issues",
} as const satisfies Record<ColumnRole, string>;
