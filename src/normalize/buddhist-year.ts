import { z } from "zod";
import { remark } from "../model/remark.ts";
import type { Remarked } from "../model/remark.ts";
import { DIGITS } from "./thai-characters.ts";
import { toWesternDigits } from "./thai-digits.ts";

/**
 * Before BE 2484 (1941) the Thai year began in April, so that its January to March lie in another Common Era
 * year; from then on the two differ by 543.
 */
export const FIRST_BUDDHIST_YEAR = 2484;
export const LAST_BUDDHIST_YEAR = 2700;

const ERA_OFFSET_YEARS = 543;

/** A Buddhist Era year as a Common Era year (2566 is 2023), and back. */
export const buddhistYearCodec = z.codec(
  z.int().min(FIRST_BUDDHIST_YEAR).max(LAST_BUDDHIST_YEAR),
  z
    .int()
    .min(FIRST_BUDDHIST_YEAR - ERA_OFFSET_YEARS)
    .max(LAST_BUDDHIST_YEAR - ERA_OFFSET_YEARS),
  { decode: (year) => year - ERA_OFFSET_YEARS, encode: (year) => year + ERA_OFFSET_YEARS },
);

const FOUR_DIGITS = new RegExp(`(?<![${DIGITS}])[${DIGITS}]{4}(?![${DIGITS}])`, "gu");
const SHORT_YEAR = new RegExp(`^(?:ปี)?\\s*(?:พ\\s?\\.?\\s?ศ\\s?\\.?)?\\s*([${DIGITS}]{2})$`, "u");

/**
 * The one Buddhist year that `text` names: `๒๕๖๖`, `พ.ศ. ๒๕๖๖`, `ประจำปีงบประมาณ พ.ศ. ๒๕๖๖`. Two digits count
 * only by themselves or behind `ปี` or `พ.ศ.`, as 25xx. An empty text is null; a text with no year, with
 * several different ones, or with one outside 2500 to 2700 is null with the remark `year-unclear`.
 */
export function parseBuddhistYear(text: string): Remarked<number | null> {
  const trimmed = text.trim();
  if (trimmed === "") return { value: null, remarks: [] };
  const short = SHORT_YEAR.exec(trimmed)?.[1];
  if (short !== undefined) return { value: 2500 + Number(toWesternDigits(short)), remarks: [] };
  const years = new Set(Array.from(trimmed.matchAll(FOUR_DIGITS), ([year]) => Number(toWesternDigits(year))));
  const [year] = years;
  if (years.size === 1 && year !== undefined && year >= 2500 && year <= LAST_BUDDHIST_YEAR) {
    return { value: year, remarks: [] };
  }
  const found = years.size === 0 ? "no year" : [...years].join(", ");
  return {
    value: null,
    remarks: [
      remark("year-unclear", "warning", `Expected one Buddhist year from 2500 to 2700, found ${found}.`),
    ],
  };
}
