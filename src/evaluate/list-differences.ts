import type { Difference } from "./evaluation.ts";
import { isFieldRight, statedFields } from "./record-fields.ts";
import type { RecordField } from "./record-fields.ts";
import type { JudgedRecord } from "./truth.ts";

/** The fields of a record that differ from the truth; a missing record and one too many are one difference each. */
export function listDifferences(
  expected: JudgedRecord | null,
  found: JudgedRecord | null,
): readonly Difference[] {
  const named = expected ?? found;
  if (named === null) return [];
  const place = `${named.policyNumber ?? "?"}.${named.activityNumber ?? "?"}`;
  if (expected === null || found === null) {
    return [{ place, expected: expected?.activityName, found: found?.activityName }];
  }
  return statedFields(expected)
    .filter((field) => !isFieldRight(field, expected, found))
    .map((field) => ({
      place: `${place} ${field}`,
      expected: show(expected, field),
      found: show(found, field),
    }));
}

function show(record: JudgedRecord, field: RecordField): string | null {
  const value = record[field] ?? null;
  if (value === null || typeof value === "string") return value;
  if (field === "dates")
    return (record.dates ?? [])
      .map(
        (date) => `${date.field}: ${date.text} ${date.iso}${date.isoEnd === null ? "" : `/${date.isoEnd}`}`,
      )
      .join(", ");
  return JSON.stringify(value);
}
