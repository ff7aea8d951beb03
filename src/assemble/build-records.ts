import type { PointBox } from "../model/box.ts";
import type { HrPolicyRecord } from "../model/extraction.ts";
import type { ColumnRole, FormRow } from "../model/form.ts";
import type { ReadCell } from "../model/reading.ts";
import { buildRecord } from "./build-record.ts";
import { measureColumn } from "./column-measure.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import type { FieldReading, ReadingConditions } from "./field-reading.ts";
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
  const presentRoles = new Set<ColumnRole>();
  for (const row of rows) for (const cell of row.cells) for (const role of cell.roles) presentRoles.add(role);
  const conditionsOf = (some: readonly FormRow[]): ReadingConditions =>
    settings.conditionsOf(some[0]?.pageNumber ?? 1);

  const outsideByPage = Map.groupBy(settings.outsideCells, ({ pageNumber }) => pageNumber);
  const numbers = numberPolicies(policies, conditionsOf);
  return policies.flatMap(({ headings, activities }, policyIndex) => {
    const { policyNumber, activityNumbers } = numbers[policyIndex]!;
    const titleUnder = (some: readonly FormRow[]): FieldReading<string | null> =>
      readPolicyTitle(headings, conditionsOf(some), settings.findRepairs);
    const title = headings.length > 0 ? titleUnder(headings) : null;
    return activities.map((activity, activityIndex) => {
      const pageNumbers = new Set(activity.rows.map((row) => row.pageNumber));
      return buildRecord(activity, {
        recordId: settings.recordIdOf(policyIndex + 1, activityIndex + 1),
        policyNumber,
        policyTitle: title ?? titleUnder(activity.rows),
        activityNumber: activityNumbers[activityIndex]!,
        conditions: conditionsOf(activity.rows),
        measures,
        presentRoles,
        outsideCells: [...pageNumbers].flatMap((pageNumber) => outsideByPage.get(pageNumber) ?? []),
        reviewBelow: settings.reviewBelow,
      });
    });
  });
}

/** How text is set in each column, over all pages. */
function measureRoles(rows: readonly FormRow[]): Map<ColumnRole, ColumnMeasure> {
  const cellsOf = new Map<ColumnRole, ReadCell[]>();
  for (const { role, roles, cell } of rows.flatMap((row) => row.cells)) {
    if (role === null) continue;
    const cells = cellsOf.get(role) ?? [];
    cellsOf.set(role, cells);
    if (roles.length === 1) cells.push(cell);
  }
  return new Map([...cellsOf].map(([role, cells]) => [role, measureColumn(cells)]));
}
