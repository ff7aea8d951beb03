import { isFieldRight, isRecordField, statedFields } from "./record-fields.ts";
import { NOTHING, oneCase, sumTallies } from "./tally.ts";
import type { Tallies } from "./tally.ts";
import type { JudgedRecord } from "./truth.ts";

/** From here on a confidence promises that nine in ten are exactly right. */
export const SURE = 0.9;

/** What a confidence is worth, the contract's three shares, and how many records are right altogether. */
export const CONFIDENCE_MEASURES = ["sureExact", "exactSure", "rightClean", "rightRecords"] as const;
export type ConfidenceMeasure = (typeof CONFIDENCE_MEASURES)[number];

/** A field with a confidence, and whether it is exactly right. */
export function measureSureness(confidence: number, right: boolean): Partial<Tallies<ConfidenceMeasure>> {
  return {
    sureExact: confidence >= SURE ? oneCase(right) : NOTHING,
    exactSure: right ? oneCase(confidence >= SURE) : NOTHING,
  };
}

/**
 * Measures the confidences of a record's fields (those that have evidence and that the truth states), and its
 * status. `expected` is `null` for a record that stands for nothing, where every field is wrong; `found` is
 * `null` for a missing one.
 */
export function measureConfidence(
  expected: JudgedRecord | null,
  found: JudgedRecord | null,
): Tallies<ConfidenceMeasure> {
  const stated = expected === null ? null : statedFields(expected);
  const fields = Object.entries(found?.evidence ?? {}).map(([field, evidence]) => {
    if (found === null || !isRecordField(field) || stated?.includes(field) === false) return {};
    return measureSureness(evidence.confidence, expected !== null && isFieldRight(field, expected, found));
  });
  if (expected === null) return sumTallies(CONFIDENCE_MEASURES, fields);
  const right =
    found !== null && statedFields(expected).every((field) => isFieldRight(field, expected, found));
  const record: Partial<Tallies<ConfidenceMeasure>> = {
    rightRecords: oneCase(right),
    rightClean: right && found.status !== undefined ? oneCase(found.status === "clean") : NOTHING,
  };
  return sumTallies(CONFIDENCE_MEASURES, [...fields, record]);
}
