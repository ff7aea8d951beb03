import type { HrPolicyRecord } from "../model/extraction.ts";
import type { ColumnRole, FormRow } from "../model/form.ts";
import { buildRecord } from "./build-record.ts";
import { measureColumn } from "./column-measure.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import type { ReadingConditions } from "./field-reading.ts";
import type { PolicyRows } from "./join-activities.ts";
import { readNumberField } from "./read-number-field.ts";
import { readPolicyTitle } from "./read-policy-title.ts";
import type { RepairFinder } from "./read-policy-title.ts";
import { readPolicyNumber, readSequenceNumber } from "./read-printed-numbers.ts";
import { resolveNumbers } from "./resolve-numbers.ts";

/** What building a report's records takes. */
export interface RecordsSettings {
  /** The id of an activity by its policy's and its own place, both from 1. */
  readonly recordIdOf: (policyIndex: number, activityIndex: number) => string;
  /** How a page was read. */
  readonly conditionsOf: (pageNumber: number) => ReadingConditions;
  readonly findRepairs: RepairFinder;
  readonly reviewBelow: number;
}

/** The records of a report's policies, one for each activity, in reading order. */
export function buildRecords(policies: readonly PolicyRows[], settings: RecordsSettings): HrPolicyRecord[] {
  const rows = policies.flatMap((policy) => policy.activities.flatMap((activity) => activity.rows));
  const measures = measureRoles(rows);
  const presentRoles = new Set(rows.flatMap((row) => row.cells.flatMap((cell) => cell.roles)));
  const conditionsOf = (some: readonly FormRow[]): ReadingConditions =>
    settings.conditionsOf(some[0]?.pageNumber ?? 1);

  const policyNumbers = policies.map(({ headings, activities, isAfterGap }) => {
    const printed = readPolicyNumber(headings, conditionsOf([...headings, ...(activities[0]?.rows ?? [])]));
    return {
      printed,
      reading: { number: printed.number, confidence: printed.evidence.confidence, isAfterGap },
    };
  });
  const resolvedPolicies = resolveNumbers(policyNumbers.map(({ reading }) => reading));

  let lastActivityNumber = 0;
  return policies.flatMap((policy, policyIndex) => {
    const activityNumbers = policy.activities.map(({ rows: own, isAfterGap }) => {
      const printed = readSequenceNumber(own[0], conditionsOf(own));
      return {
        printed,
        reading: { number: printed.number, confidence: printed.evidence.confidence, isAfterGap },
      };
    });
    const countsOn = activityNumbers[0]?.reading.number === lastActivityNumber + 1;
    const resolvedActivities = resolveNumbers(
      activityNumbers.map(({ reading }) => reading),
      countsOn ? lastActivityNumber : 0,
    );
    lastActivityNumber = resolvedActivities.at(-1)?.number ?? 0;
    return policy.activities.map((activity, activityIndex) =>
      buildRecord(activity, {
        recordId: settings.recordIdOf(policyIndex + 1, activityIndex + 1),
        policyNumber: readNumberField(
          "policyNumber",
          resolvedPolicies[policyIndex]!,
          policyNumbers[policyIndex]!.printed.evidence,
        ),
        policyTitle: readPolicyTitle(
          policy.headings,
          conditionsOf(policy.headings.length > 0 ? policy.headings : activity.rows),
          settings.findRepairs,
        ),
        activityNumber: readNumberField(
          "activityNumber",
          resolvedActivities[activityIndex]!,
          activityNumbers[activityIndex]!.printed.evidence,
        ),
        conditions: conditionsOf(activity.rows),
        measures,
        presentRoles,
        reviewBelow: settings.reviewBelow,
      }),
    );
  });
}

/** How text is set in each column, over all pages. */
function measureRoles(rows: readonly FormRow[]): Map<ColumnRole, ColumnMeasure> {
  const cells = rows.flatMap((row) => row.cells);
  const roles = new Set(cells.flatMap((cell) => (cell.role === null ? [] : [cell.role])));
  return new Map(
    [...roles].map((role) => [
      role,
      measureColumn(
        cells.filter((cell) => cell.role === role && cell.roles.length === 1).map(({ cell }) => cell),
      ),
    ]),
  );
}
