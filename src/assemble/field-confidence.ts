import { least } from "../model/extremes.ts";
import type { ReadSymbol } from "../model/reading.ts";
import { hasDigits } from "../normalize/thai-digits.ts";

/**
 * How sure a field is: the probability that all of it is right. All formulas and their constants stand here and nowhere
 * else. Those of a reading were fitted (bench/fit-field-confidence.ts) to 568 fields of 27 reports read and repaired by
 * the project's own model and dictionaries, between the values that the made and the given reports ask for.
 */

/** The engine's own confidence of a symbol that is right; what is missing to it counts as doubt. */
const CERTAIN_SYMBOL = 0.98;
/** Expected errors for one whole unit of doubt. */
export const ERRORS_PER_DOUBT = 6;
/** Expected errors of a symbol without doubt: a lost tone mark or vowel leaves nothing to doubt. */
export const ERRORS_PER_SYMBOL = 0.0003;
/** No reading is surer than this: errors also happen where the engine has no doubt. */
export const HIGHEST = 0.99;
/** A reading with digits, by a model that knows only half of them, is as likely wrong as right at best. */
const UNKNOWN_DIGITS = 0.5;
/** Ink decides empty cells, dashes and marks; recognition has no part in it. */
export const INK_CONFIDENCE = 0.98;
/** A number that follows from its neighbours. */
export const DERIVED_NUMBER_CONFIDENCE = 0.92;

/** Of a text as read, from its symbols; spaces do not count. */
export function readingConfidence(symbols: readonly ReadSymbol[], knowsDigits: boolean): number {
  const printed = symbols.filter((symbol) => symbol.text.trim() !== "");
  if (printed.length === 0) return 0;
  const doubt = printed.reduce((sum, symbol) => sum + Math.max(0, CERTAIN_SYMBOL - symbol.confidence), 0);
  const expectedErrors = ERRORS_PER_DOUBT * doubt + ERRORS_PER_SYMBOL * printed.length;
  const confidence = HIGHEST * Math.exp(-expectedErrors);
  const isDoubtful = !knowsDigits && printed.some((symbol) => hasDigits(symbol.text));
  return roundConfidence(isDoubtful ? Math.min(confidence, UNKNOWN_DIGITS) : confidence);
}

/** Of an amount, a year or a number: no surer than its least sure symbol. */
export function numberConfidence(symbols: readonly ReadSymbol[]): number {
  const printed = symbols.filter((symbol) => symbol.text.trim() !== "");
  const lowest = least(
    printed.map((symbol) => symbol.confidence),
    0,
  );
  return roundConfidence(Math.min(HIGHEST, lowest));
}

/** Of a text that was replaced by a dictionary's wording, from the match's score. */
export function matchConfidence(score: number): number {
  return roundConfidence(HIGHEST * Math.min(1, 0.5 + score / 2));
}

/** Four decimals: what is printed is compared, and more digits say nothing. */
export function roundConfidence(confidence: number): number {
  return Math.round(confidence * 10_000) / 10_000;
}
