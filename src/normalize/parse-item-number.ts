import { DIGITS } from "./thai-characters.ts";
import { toWesternDigits } from "./thai-digits.ts";

/** The number that a row or heading begins with. */
export interface ItemNumber {
  /** The last part: 3 of `๓.`, 2 of `๑.๒`. */
  readonly number: number;
  /** All parts from the left: [1, 2] of `๑.๒`. */
  readonly path: readonly number[];
  /** The text behind the number, trimmed. */
  readonly rest: string;
}

// Three digits at most: a longer run is a year or an amount. Behind the number neither a digit nor `,` or `/`
// with a digit may stand, else it is a piece of `๑๔๐,๐๐๐` or `๑๑/๒๕๖๕`.
const PATH = `[${DIGITS}]{1,3}(?:\\.[${DIGITS}]{1,3})*`;
const END = `(?![${DIGITS}]|[,/][${DIGITS}]|\\.[${DIGITS}])`;
const IN_BRACKETS = new RegExp(`^\\s*\\(\\s?(${PATH})\\s?\\)`, "u");
const PLAIN = new RegExp(`^\\s*(${PATH})${END}(?:\\s?[.)]){0,2}`, "u");

/**
 * Reads the item number at the beginning of `text`: `๑`, `๑.`, `1)`, `๑.)`, `(๑)`, `๑.๒`. Null where there is
 * none, where it is zero, or where the digits belong to an amount, a year or a document number.
 */
export function parseItemNumber(text: string): ItemNumber | null {
  const match = IN_BRACKETS.exec(text) ?? PLAIN.exec(text);
  const printed = match?.[1];
  if (match === null || printed === undefined) return null;
  const path = toWesternDigits(printed).split(".").map(Number);
  const number = path.at(-1) ?? 0;
  return number === 0 ? null : { number, path, rest: text.slice(match[0].length).trim() };
}
