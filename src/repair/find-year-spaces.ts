import { THAI_MONTH_PATTERN } from "../normalize/thai-months.ts";
import type { TextChange } from "./text-change.ts";

const DIGIT = "[0-9๐-๙]";
/**
 * A year of this century behind what announces one, with white space among its digits (ต.ค. ๒๕ ๖๓): justified print spreads
 * them. No year is ๒๕, so nothing else can be meant.
 */
const SPREAD_YEAR = new RegExp(
  `(?<=(?:${THAI_MONTH_PATTERN}|พ\\. ?ศ\\.|ปี|ประมาณ) *)[2๒] *[5๕] *${DIGIT} *${DIGIT}(?!${DIGIT}|[.,:]${DIGIT})`,
  "gu",
);

/** White space among the digits of a year, to be taken out. */
export function findYearSpaces(observed: string): TextChange[] {
  return [...observed.matchAll(SPREAD_YEAR)].flatMap((year) =>
    [...year[0].matchAll(/ +/gu)].map((space) => {
      const start = year.index + space.index;
      return {
        start,
        end: start + space[0].length,
        to: "",
        rule: "join:year",
        score: 0.99,
        applied: true,
      };
    }),
  );
}
