import { CONFIDENCE_MEASURES } from "./measure-confidence.ts";
import { DOCUMENT_MEASURES } from "./measure-document.ts";
import { TABLE_MEASURES } from "./measure-table.ts";
import { TEXT_MEASURES } from "./measure-text.ts";
import type { TextMeasure } from "./measure-text.ts";
import { VALUE_MEASURES } from "./measure-values.ts";
import { TEXT_FIELDS } from "./record-fields.ts";
import type { TextField } from "./record-fields.ts";
import { sumTallies } from "./tally.ts";
import type { Tallies } from "./tally.ts";

/** Whether every activity is there once and only once; `doubled` and `extra` count, the first is a share. */
export const ACTIVITY_MEASURES = ["activities", "doubled", "extra"] as const;
export type ActivityMeasure = (typeof ACTIVITY_MEASURES)[number];

/** Every measure of the output contract. */
export const MEASURES = [
  ...ACTIVITY_MEASURES,
  ...VALUE_MEASURES,
  ...TEXT_MEASURES,
  ...DOCUMENT_MEASURES,
  ...CONFIDENCE_MEASURES,
  ...TABLE_MEASURES,
] as const;
export type Measure = (typeof MEASURES)[number];

/** One place where an extraction differs from its truth, for a person to look at. */
export interface Difference {
  /** `2.1 result`: policy and activity as printed, and the field. */
  readonly place: string;
  /** `undefined`: the truth has no such record. */
  readonly expected: string | null | undefined;
  /** `undefined`: the extraction has no such record. */
  readonly found: string | null | undefined;
}

/** How well one extraction, or several, agree with the truth. */
export interface Evaluation {
  readonly measures: Tallies<Measure>;
  readonly fields: Readonly<Record<TextField, Tallies<TextMeasure>>>;
  readonly differences: readonly Difference[];
}

/** The evaluation of several extractions as one: errors and cases are added, not shares. */
export function sumEvaluations(evaluations: readonly Evaluation[]): Evaluation {
  const field = (name: TextField): Tallies<TextMeasure> =>
    sumTallies(
      TEXT_MEASURES,
      evaluations.map((evaluation) => evaluation.fields[name]),
    );
  return {
    measures: sumTallies(
      MEASURES,
      evaluations.map((evaluation) => evaluation.measures),
    ),
    fields: Object.fromEntries(TEXT_FIELDS.map((name) => [name, field(name)])) as Evaluation["fields"],
    differences: evaluations.flatMap((evaluation) => evaluation.differences),
  };
}
