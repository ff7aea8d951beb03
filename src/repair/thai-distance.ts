import { foldForComparison } from "./compact-text.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { editCost } from "./edit-row.ts";

export interface DistanceOptions {
  readonly costs: EditCosts;
}

/**
 * How far `observed` is from `truth`: 0 for the same text, 1 for texts that share nothing.
 *
 * The Levenshtein distance over folded texts (white space does not count), each step weighted by how readily
 * an OCR engine makes it, divided by what it would cost to drop or invent the dearer of the two texts.
 * Not symmetric: a lost tone mark costs less than a lost consonant, and measured confusions have a direction.
 */
export function thaiDistance(observed: string, truth: string, options: DistanceOptions): number {
  return encodedDistance(encodeBeginning(observed), encodeBeginning(truth), options.costs);
}

/**
 * Letters that are compared, of a heading or of all headings of a table together. Time grows with the square of them, and
 * texts that begin alike for so long are alike.
 */
const MOST_COMPARED = 1_000;

function encodeBeginning(text: string): Uint8Array {
  return encodeText(foldForComparison(text)).subarray(0, MOST_COMPARED);
}

/** The same for texts that are folded and encoded already. */
export function encodedDistance(observed: Uint8Array, truth: Uint8Array, costs: EditCosts): number {
  const whole = Math.max(weightOf(observed, costs.extra), weightOf(truth, costs.missing));
  if (whole === 0) return 0;
  return Math.min(1, editCost(observed, truth, costs) / whole);
}
