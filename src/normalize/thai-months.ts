import { WORD_CHARACTERS } from "./thai-characters.ts";

/** Full names, and the two parts of the abbreviation (`พ` and `ย` of `พ.ย.`); January first. */
const MONTHS: readonly (readonly [name: string, first: string, second: string])[] = [
  ["มกราคม", "ม", "ค"],
  ["กุมภาพันธ์", "ก", "พ"],
  ["มีนาคม", "มี", "ค"],
  ["เมษายน", "เม", "ย"],
  ["พฤษภาคม", "พ", "ค"],
  ["มิถุนายน", "มิ", "ย"],
  ["กรกฎาคม", "ก", "ค"],
  ["สิงหาคม", "ส", "ค"],
  ["กันยายน", "ก", "ย"],
  ["ตุลาคม", "ต", "ค"],
  ["พฤศจิกายน", "พ", "ย"],
  ["ธันวาคม", "ธ", "ค"],
];

/** Full month names, January first. */
export const THAI_MONTH_NAMES: readonly string[] = MONTHS.map(([name]) => name);

/** Abbreviations as printed in full: `ม.ค.`, January first. */
export const THAI_MONTH_ABBREVIATIONS: readonly string[] = MONTHS.map(
  ([, first, second]) => `${first}.${second}.`,
);

const MONTH_NUMBERS: ReadonlyMap<string, number> = new Map(
  MONTHS.flatMap(([name, first, second], index): [string, number][] => [
    [name, index + 1],
    [first + second, index + 1],
  ]),
);

/**
 * Pattern of a month name. Dots and the spaces around them come and go in print and in reading (`ม.ค.`,
 * `ม. ค.`, `มค.`, `มค`); without its last dot an abbreviation must not run on into a word (มค of มคอ).
 */
export const THAI_MONTH_PATTERN = `(?:${THAI_MONTH_NAMES.join("|")}|(?:${MONTHS.map(
  ([, first, second]) => `${first}(?: ?\\. ?)?${second}`,
).join("|")})(?: ?\\.|(?![${WORD_CHARACTERS}])))`;

/** The number (1 to 12) of a full or abbreviated Thai month name with or without dots and spaces, else null. */
export function thaiMonthNumber(name: string): number | null {
  return MONTH_NUMBERS.get(name.replace(/[. ]/g, "")) ?? null;
}
