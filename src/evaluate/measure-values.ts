import { countCommon } from "./count-common.ts";
import { AMOUNT_FIELDS, MARK_FIELDS, dateKey, isFieldRight, statedFields } from "./record-fields.ts";
import type { RecordField } from "./record-fields.ts";
import { NOTHING, oneCase, sumTally } from "./tally.ts";
import type { Tallies, Tally } from "./tally.ts";
import type { JudgedRecord } from "./truth.ts";

/** Measures of the values of one record beside its text. */
export const VALUE_MEASURES = [
  "policyNumbers",
  "activityNumbers",
  "pages",
  "money",
  "statedMoney",
  "marks",
  "dates",
  "extraDates",
  "silentErrors",
] as const;
export type ValueMeasure = (typeof VALUE_MEASURES)[number];

/** Measures the values of a found record; `null` is a record that is missing, with every value wrong. */
export function measureValues(expected: JudgedRecord, found: JudgedRecord | null): Tallies<ValueMeasure> {
  const stated = statedFields(expected);
  const judge = (fields: readonly RecordField[]): Tally =>
    sumTally(
      fields
        .filter((field) => stated.includes(field))
        .map((field) => oneCase(found !== null && isFieldRight(field, expected, found))),
    );
  const expectedDates = expected.dates?.map(dateKey) ?? [];
  const foundDates = expected.dates === undefined ? [] : (found?.dates?.map(dateKey) ?? []);
  const rightDates = countCommon(expectedDates, foundDates);
  return {
    policyNumbers: judge(["policyNumber"]),
    activityNumbers: judge(["activityNumber"]),
    pages: judge(["pageNumbers"]),
    money: judge(AMOUNT_FIELDS),
    statedMoney: judge(AMOUNT_FIELDS.filter((field) => typeof expected[field] === "number")),
    marks: judge(MARK_FIELDS),
    dates: { count: rightDates, of: expectedDates.length },
    extraDates: { count: foundDates.length - rightDates, of: foundDates.length },
    silentErrors: found === null ? NOTHING : silentErrors(expected, found),
  };
}

/** Wrong amounts in a record that asks for no second look, out of all amounts found. */
function silentErrors(expected: JudgedRecord, found: JudgedRecord): Tally {
  const amounts = AMOUNT_FIELDS.filter(
    (field) => expected[field] !== undefined && typeof found[field] === "number",
  );
  const wrong = amounts.filter((field) => found.status === "clean" && !isFieldRight(field, expected, found));
  return { count: wrong.length, of: amounts.length };
}

/** The amounts of a record that stands for nothing in the truth: each is wrong. */
export function amountsOfExtraRecord(found: JudgedRecord): Tally {
  const amounts = AMOUNT_FIELDS.filter((field) => typeof found[field] === "number");
  return { count: found.status === "clean" ? amounts.length : 0, of: amounts.length };
}
