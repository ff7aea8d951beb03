import type { PointBox } from "../model/box.ts";
import type { HrPolicyRecord } from "../model/extraction.ts";
import type { ColumnRole, FormRow } from "../model/form.ts";
import { buildRecord } from "./build-record.ts";
import { measureColumn } from "./column-measure.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import type { ReadingConditions } from "./field-reading.ts";
import type { PolicyRows } from "./join-activities.ts";
import { numberPolicies } from "./number-policies.ts";
import { readPolicyTitle } from "./read-policy-title.ts";
import type { RepairFinder } from "./read-policy-title.ts";

/** What building a report's records takes. */
export interface RecordsSettings {
  /** The id of an activity by its policy's and its own place, both from 1. */
  readonly recordIdOf: (policyIndex: number, activityIndex: number) => string;
  /** How a page was read. */
  readonly conditionsOf: (pageNumber: number) => ReadingConditions;
  readonly findRepairs: RepairFinder;
  /** Print that stands at the height of a table and in none of its cells. */
  readonly outsideCells: readonly PointBox[];
  readonly reviewBelow: number;
}

/** The records of a report's policies, one for each activity, in reading order. */
export function buildRecords(policies: readonly PolicyRows[], settings: RecordsSettings): HrPolicyRecord[] {
  const rows = policies.flatMap((policy) => policy.activities.flatMap((activity) => activity.rows));
  const measures = measureRoles(rows);
  const presentRoles = new Set(rows.flatMap((row) => row.cells.flatMap((cell) => cell.roles)));
  const conditionsOf = (some: readonly FormRow[]): ReadingConditions =>
    settings.conditionsOf(some[0]?.pageNumber ?? 1);

  const numbers = numberPolicies(policies, conditionsOf);
  return policies.flatMap(({ headings, activities }, policyIndex) =>
    activities.map((activity, activityIndex) => {
      const { policyNumber, activityNumbers } = numbers[policyIndex]!;
      const titleRows = headings.length > 0 ? headings : activity.rows;
      return buildRecord(activity, {
        recordId: settings.recordIdOf(policyIndex + 1, activityIndex + 1),
        policyNumber,
        policyTitle: readPolicyTitle(headings, conditionsOf(titleRows), settings.findRepairs),
        activityNumber: activityNumbers[activityIndex]!,
        conditions: conditionsOf(activity.rows),
        measures,
        presentRoles,
        outsideCells: settings.outsideCells,
        reviewBelow: settings.reviewBelow,
      });
    }),
  );
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
