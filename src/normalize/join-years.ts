import { THAI_MONTH_PATTERN } from "./thai-months.ts";

const DIGIT = "[0-9๐-๙]";
/**
 * A year of this century behind what announces one, with white space among its digits (ต.ค. ๒๕ ๖๓): justified print spreads
 * them. No year is ๒๕, so nothing else can be meant.
 */
const SPREAD_YEAR = new RegExp(
  `(?<=(?:${THAI_MONTH_PATTERN}|พ\\. ?ศ\\.|ปี|งบประมาณ) *)[2๒] *[5๕] *${DIGIT} *${DIGIT}(?!${DIGIT}|[.,:]${DIGIT})`,
  "gu",
);

/** Takes the white space out of years whose digits the print has spread; the digits stay as they are. */
export function joinYears(text: string): string {
  return text.replace(SPREAD_YEAR, (year) => year.replaceAll(" ", ""));
}
