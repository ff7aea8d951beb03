import type { FormRow } from "../model/form.ts";
import { toWesternDigits } from "../normalize/thai-digits.ts";
import type { FieldReading, ReadingConditions } from "./field-reading.ts";
import type { PolicyRows } from "./join-activities.ts";
import { readNumberField } from "./read-number-field.ts";
import { readPolicyNumber, readSequenceNumber } from "./read-printed-numbers.ts";
import type { PrintedNumber } from "./read-printed-numbers.ts";
import { resolveNumbers } from "./resolve-numbers.ts";
import type { NumberReading } from "./resolve-numbers.ts";

type NumberField = FieldReading<number | null>;

/** The numbers of one policy and of its activities, resolved. */
export interface PolicyNumbers {
  readonly policyNumber: NumberField;
  readonly activityNumbers: readonly NumberField[];
}

/**
 * The numbers of a report's policies and activities: as printed, and where they could not be read as they follow from
 * the order. Activities count from 1 under each policy, or on through the whole report, as the office does it.
 */
export function numberPolicies(
  policies: readonly PolicyRows[],
  conditionsOf: (rows: readonly FormRow[]) => ReadingConditions,
): PolicyNumbers[] {
  const policyNumbers = policies.map(({ headings, activities }) =>
    readPolicyNumber(headings, conditionsOf([...headings, ...(activities[0]?.rows ?? [])])),
  );
  const policyFields = resolve("policyNumber", policyNumbers, policies, 0);
  const printed = policies.map(({ activities }) =>
    activities.map(({ rows }) => readSequenceNumber(rows[0], conditionsOf(rows))),
  );
  const countsThrough = countsThroughReport(printed.map(([first]) => first));
  let last = 0;
  return policies.map(({ activities }, index) => {
    const numbers = printed[index] ?? [];
    const goesOn =
      last > 0 && (numbers[0]?.number === null ? countsThrough : numbers[0]?.number === last + 1);
    const activityNumbers = resolve("activityNumber", numbers, activities, goesOn ? last : 0);
    last = activityNumbers.at(-1)?.value ?? 0;
    return { policyNumber: policyFields[index]!, activityNumbers };
  });
}

function resolve(
  name: string,
  printed: readonly PrintedNumber[],
  places: readonly { readonly isAfterGap: boolean }[],
  previous: number,
): NumberField[] {
  const readings = printed.map(({ number, evidence }, index): NumberReading => ({
    number,
    confidence: evidence.confidence,
    isAfterGap: places[index]?.isAfterGap ?? false,
  }));
  return resolveNumbers(readings, previous).map((resolved, index) =>
    readNumberField(name, resolved, printed[index]!.evidence),
  );
}

/**
 * Whether activities are numbered on from policy to policy. Even a model that lacks digits reads a 1 as 1 more often
 * than not, so the first numbers under the second and later policies tell: most of them show a 1, or some other digit.
 */
function countsThroughReport(firstNumbers: readonly (PrintedNumber | undefined)[]): boolean {
  const digits = firstNumbers
    .slice(1)
    .flatMap((first) => /[0-9๐-๙]+/u.exec(first?.evidence.observed ?? "")?.[0] ?? [])
    .map((text) => Number(toWesternDigits(text)));
  const ones = digits.filter((number) => number === 1);
  return ones.length * 2 < digits.length;
}
