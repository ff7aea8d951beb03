import type { PointBox } from "../model/box.ts";
import type { DateMention } from "../model/extraction-parts.ts";
import { least } from "../model/extremes.ts";
import type { HrPolicyRecord } from "../model/extraction.ts";
import type { ColumnRole, FormRow } from "../model/form.ts";
import type { Remark } from "../model/remark.ts";
import { remark } from "../model/remark.ts";
import { findDates } from "../normalize/find-dates.ts";
import { partsOf, partsOver, remarkLeftovers } from "./activity-parts.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import { FIELD_OF_COLUMN } from "./field-of-column.ts";
import type { FieldReading, ReadingConditions } from "./field-reading.ts";
import type { ActivityRows } from "./join-activities.ts";
import { remarkOutsideCells } from "./outside-cells.ts";
import { readMarkField } from "./read-mark-field.ts";
import { readMoneyField } from "./read-money-field.ts";
import { readTextField } from "./read-text-field.ts";

/** What a record needs beside the rows of its activity. */
export interface RecordSettings {
  readonly recordId: string;
  readonly policyNumber: FieldReading<number | null>;
  readonly policyTitle: FieldReading<string | null>;
  readonly activityNumber: FieldReading<number | null>;
  readonly conditions: ReadingConditions;
  readonly measures: ReadonlyMap<ColumnRole, ColumnMeasure>;
  /** Roles that any table of the report has a column for. */
  readonly presentRoles: ReadonlySet<ColumnRole>;
  /** Print that stands at the height of a table and in none of its cells. */
  readonly outsideCells: readonly PointBox[];
  /** A field less sure than this is for a person to look at. */
  readonly reviewBelow: number;
}

const NO_MEASURE: ColumnMeasure = { leftGap: 0, isLeftAligned: true, rightPadding: 0, advance: 0 };
const DATED_FIELDS = ["activityName", "target", "result", "issues"] as const;

/**
 * The record of one activity, from all of its rows. Its confidence is that of its least sure field; it is for review
 * where that is below the threshold or anything was remarked as a warning.
 */
export function buildRecord({ rows, isBesideGap }: ActivityRows, settings: RecordSettings): HrPolicyRecord {
  const { recordId, conditions, measures, presentRoles } = settings;
  const text = (role: ColumnRole): FieldReading<string | null> =>
    readTextField(FIELD_OF_COLUMN[role], partsOf(rows, role), measures.get(role) ?? NO_MEASURE, conditions);
  const money = (role: ColumnRole): FieldReading<number | null> =>
    readMoneyField(FIELD_OF_COLUMN[role], partsOver(rows, role), conditions);
  const mark = (role: ColumnRole): FieldReading<boolean | null> => {
    const reading = readMarkField(FIELD_OF_COLUMN[role], partsOver(rows, role), conditions);
    return presentRoles.has(role) ? reading : { ...reading, value: null };
  };
  const fields = {
    policyNumber: settings.policyNumber,
    policyTitle: settings.policyTitle,
    activityNumber: settings.activityNumber,
    activityName: text("activity"),
    target: text("target"),
    result: text("result"),
    issues: text("issues"),
    budgetAllocatedBaht: money("budgetAllocated"),
    budgetDisbursedBaht: money("budgetDisbursed"),
    followedPolicy: mark("followedPolicy"),
    deviatedFromPolicy: mark("deviatedFromPolicy"),
    completed: mark("completed"),
  };
  const found = DATED_FIELDS.map((field) => listDates(field, fields[field].value, conditions));
  const remarks = [
    ...Object.values(fields).flatMap((field) => field.remarks),
    ...found.flatMap((dates) => dates.remarks),
    ...remarkContradictions(rows, fields),
    ...remarkLeftovers(rows),
    ...remarkOutsideCells(rows, settings.outsideCells),
    ...(isBesideGap ? [remarkGap(rows)] : []),
  ];
  const evidence = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, field.evidence]));
  const confidence = least(
    Object.values(fields).map((field) => field.evidence.confidence),
    0,
  );
  const isForReview =
    confidence < settings.reviewBelow || remarks.some(({ severity }) => severity !== "info");
  return {
    recordId,
    policyNumber: fields.policyNumber.value,
    policyTitle: fields.policyTitle.value,
    activityNumber: fields.activityNumber.value,
    activityName: fields.activityName.value,
    target: fields.target.value,
    result: fields.result.value,
    issues: fields.issues.value,
    budgetAllocatedBaht: fields.budgetAllocatedBaht.value,
    budgetDisbursedBaht: fields.budgetDisbursedBaht.value,
    followedPolicy: fields.followedPolicy.value,
    deviatedFromPolicy: fields.deviatedFromPolicy.value,
    completed: fields.completed.value,
    dates: found.flatMap((dates) => dates.mentions),
    pageNumbers: [...new Set(rows.map((row) => row.pageNumber))].toSorted((a, b) => a - b),
    confidence,
    status: isForReview ? "review" : "clean",
    evidence,
    remarks,
  };
}

/** Dates are listed only where their digits can be known. */
function listDates(
  field: string,
  text: string | null,
  { knowsDigits }: ReadingConditions,
): { mentions: DateMention[]; remarks: Remark[] } {
  if (text === null || !knowsDigits) return { mentions: [], remarks: [] };
  const { value, remarks } = findDates(text);
  return {
    mentions: value.map((date) => ({ field, text: date.text, iso: date.iso, isoEnd: date.isoEnd })),
    remarks: remarks.map(({ code, severity, message }) => remark(code, severity, message, { field })),
  };
}

function remarkGap(rows: readonly FormRow[]): Remark {
  const message = "A page next to this activity could not be read: part of it may be missing.";
  return remark("page-missing", "warning", message, { box: rows.at(-1)?.box ?? null });
}

/** What cannot both be true, or cannot be missing. */
function remarkContradictions(
  rows: readonly FormRow[],
  fields: {
    readonly activityName: FieldReading<string | null>;
    readonly budgetAllocatedBaht: FieldReading<number | null>;
    readonly budgetDisbursedBaht: FieldReading<number | null>;
    readonly followedPolicy: FieldReading<boolean | null>;
    readonly deviatedFromPolicy: FieldReading<boolean | null>;
  },
): Remark[] {
  const remarks: Remark[] = [];
  const place = { box: rows[0]?.box ?? null };
  const [allocated, disbursed] = [fields.budgetAllocatedBaht.value, fields.budgetDisbursedBaht.value];
  if (allocated !== null && disbursed !== null && disbursed > allocated) {
    const message = `More was disbursed (${disbursed} baht) than allocated (${allocated} baht): check both amounts.`;
    remarks.push(
      remark("disbursed-above-allocated", "warning", message, { ...place, field: "budgetDisbursedBaht" }),
    );
  }
  if (fields.followedPolicy.value === true && fields.deviatedFromPolicy.value === true) {
    const message = "Marked both as following the policy and as deviating from it: check the marks.";
    remarks.push(remark("marks-contradict", "warning", message, { ...place, field: "deviatedFromPolicy" }));
  }
  if (fields.activityName.value === null && fields.activityName.remarks.length === 0) {
    remarks.push(
      remark("activity-unnamed", "warning", "The row has no activity's name.", {
        ...place,
        field: "activityName",
      }),
    );
  }
  return remarks;
}
