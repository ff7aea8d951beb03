import type { Repair } from "../model/evidence.ts";
import type { FormRow } from "../model/form.ts";
import { remark } from "../model/remark.ts";
import { INK_CONFIDENCE, matchConfidence, readingConfidence } from "./field-confidence.ts";
import { inkBox, symbolsOf } from "./field-reading.ts";
import type { FieldReading, ReadingConditions } from "./field-reading.ts";

/** The repairs that turn what was read into a known wording. */
export type RepairFinder = (
  observed: string,
  known: string,
  rule: string,
  score: number,
) => readonly Repair[];

/**
 * A policy's title from its heading and the heading's repetitions on later pages. The reading that a known wording
 * fits best decides, the first one where none fits; a known wording replaces what was read, with its repairs.
 */
export function readPolicyTitle(
  headings: readonly FormRow[],
  { method, knowsDigits }: ReadingConditions,
  findRepairs: RepairFinder,
): FieldReading<string | null> {
  const row = bestHeading(headings);
  const heading = row?.heading ?? null;
  if (row === null || heading === null || heading.title === "") {
    const message = "No policy heading stands over this activity.";
    const evidence = { observed: null, method, confidence: INK_CONFIDENCE, boxes: [], repairs: [] };
    return {
      value: null,
      evidence,
      remarks: [remark("policy-missing", "warning", message, { field: "policyTitle" })],
    };
  }
  const filled = row.cells.filter((cell) => cell.content === "text");
  const boxes = filled.map(({ cell }) => inkBox(cell));
  const observed = heading.title;
  if (heading.known === null) {
    const symbols = symbolsOf(filled.flatMap(({ cell }) => cell.lines));
    const confidence = readingConfidence(symbols, knowsDigits);
    return { value: observed, evidence: { observed, method, confidence, boxes, repairs: [] }, remarks: [] };
  }
  const { title, score } = heading.known;
  const repairs = findRepairs(observed, title, "dictionary:policy-headings", score);
  return {
    value: title,
    evidence: { observed, method, confidence: matchConfidence(score), boxes, repairs },
    remarks: [],
  };
}

function bestHeading(headings: readonly FormRow[]): FormRow | null {
  let best: FormRow | null = headings[0] ?? null;
  for (const row of headings) {
    if ((row.heading?.known?.score ?? 0) > (best?.heading?.known?.score ?? 0)) best = row;
  }
  return best;
}
