import { editDistance } from "./edit-distance.ts";
import { foldText } from "./fold-text.ts";
import type { JudgedDate, JudgedRecord } from "./truth.ts";

/** The fields whose characters are counted. */
export const TEXT_FIELDS = ["policyTitle", "activityName", "target", "result", "issues"] as const;
export const AMOUNT_FIELDS = ["budgetAllocatedBaht", "budgetDisbursedBaht"] as const;
export const MARK_FIELDS = ["followedPolicy", "deviatedFromPolicy", "completed"] as const;
const NUMBER_FIELDS = ["policyNumber", "activityNumber"] as const;

/** Every field of a record that a truth can state. */
export const RECORD_FIELDS = [
  ...TEXT_FIELDS,
  ...NUMBER_FIELDS,
  ...AMOUNT_FIELDS,
  ...MARK_FIELDS,
  "dates",
  "pageNumbers",
] as const;

export type TextField = (typeof TEXT_FIELDS)[number];
export type RecordField = (typeof RECORD_FIELDS)[number];

export function isTextField(name: string): name is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(name);
}

export function isRecordField(name: string): name is RecordField {
  return (RECORD_FIELDS as readonly string[]).includes(name);
}

/** Whether two texts have distance zero once white space is out of the way. */
export function isSameText(expected: string | null, found: string | null): boolean {
  return editDistance(foldText(expected), foldText(found)) === 0;
}

/** What tells one date from another; the wording counts, its spacing does not. */
export function dateKey(date: JudgedDate): string {
  return [date.field, date.iso, date.isoEnd ?? "", foldText(date.text).join("")].join("|");
}

/** Whether `found` has exactly the value that `expected` states in this field. */
export function isFieldRight(field: RecordField, expected: JudgedRecord, found: JudgedRecord): boolean {
  if (isTextField(field)) return isSameText(expected[field] ?? null, found[field] ?? null);
  if (field === "dates") return sameList(expected.dates?.map(dateKey), found.dates?.map(dateKey));
  if (field === "pageNumbers") return sameList(expected.pageNumbers, found.pageNumbers);
  return (expected[field] ?? null) === (found[field] ?? null);
}

/** The fields that this truth states, `null` included. */
export function statedFields(expected: JudgedRecord): readonly RecordField[] {
  return RECORD_FIELDS.filter((field) => expected[field] !== undefined);
}

function sameList<T>(expected: readonly T[] = [], found: readonly T[] = []): boolean {
  return expected.length === found.length && expected.every((item, index) => item === found[index]);
}
