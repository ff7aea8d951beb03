import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import type { Evidence, Repair } from "../model/evidence.ts";
import { toThaiDigits } from "../normalize/thai-digits.ts";
import { DERIVED_NUMBER_CONFIDENCE } from "./field-confidence.ts";
import type { FieldReading } from "./field-reading.ts";
import type { ResolvedNumber } from "./resolve-numbers.ts";

/**
 * The field of a printed number after its series was resolved. A number that was not read but follows from the order
 * is remarked, and stands as a repair of what was read in its place.
 */
export function readNumberField(
  name: string,
  { number, isDerived, expectedInstead }: ResolvedNumber,
  printed: Evidence,
): FieldReading<number | null> {
  const place = { field: name, box: printed.boxes[0] ?? null };
  if (!isDerived) {
    const message = `The number ${number} stands where ${expectedInstead} would follow: left as read.`;
    const remarks =
      expectedInstead === undefined ? [] : [remark("number-out-of-order", "warning", message, place)];
    return { value: number, evidence: printed, remarks };
  }
  if (number === null) {
    const message = "The number could not be read, and pages are missing from which it would follow.";
    return {
      value: null,
      evidence: { ...printed, confidence: 0 },
      remarks: [remark("number-unreadable", "warning", message, place)],
    };
  }
  const remarks: Remark[] = [
    remark("number-derived", "info", `The number ${number} was not read; it follows from the order.`, place),
  ];
  const repairs: Repair[] =
    printed.observed === null
      ? []
      : [
          {
            from: printed.observed,
            to: toThaiDigits(String(number)),
            start: 0,
            rule: "order",
            score: DERIVED_NUMBER_CONFIDENCE,
            applied: true,
          },
        ];
  return { value: number, evidence: { ...printed, confidence: DERIVED_NUMBER_CONFIDENCE, repairs }, remarks };
}
