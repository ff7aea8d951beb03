import { DIGITS } from "./thai-characters.ts";

/** A number as it stands in a text; `start` is a UTF-16 offset. */
export interface NumberToken {
  readonly text: string;
  readonly start: number;
}

const NUMBER_TOKEN = new RegExp(`[${DIGITS}]+(?:[,./][${DIGITS}]+)*`, "gu");

/**
 * The number tokens of the contract's measure: runs of Thai or Western digits with single `,` `.` `/` inside,
 * so `๒๒,๔๖๐.๕๐`, `๑๑/๒๕๖๕` and `๒๕๖๖` are one token each, and `๒๕๖๔-๒๕๖๖` is two.
 */
export function findNumberTokens(text: string): readonly NumberToken[] {
  return Array.from(text.matchAll(NUMBER_TOKEN), (match) => ({ text: match[0], start: match.index }));
}
