import { buddhistYearCodec, FIRST_BUDDHIST_YEAR, LAST_BUDDHIST_YEAR } from "./buddhist-year.ts";
import { DIGITS } from "./thai-characters.ts";
import { toWesternDigits } from "./thai-digits.ts";
import { thaiMonthNumber, THAI_MONTH_PATTERN } from "./thai-months.ts";

/** A day and a month as they stand in a text, possibly with a year. */
export interface DayMonth {
  /** UTF-16 offsets of the first character and of the one behind the last. */
  readonly start: number;
  readonly end: number;
  readonly day: number;
  readonly month: number;
  /** Common Era; null where none is printed, "unclear" where the digits behind the month make no year. */
  readonly year: number | null | "unclear";
}

// Spaces may be missing everywhere, and official letters write `วันที่ ๑ เดือน ธันวาคม พ.ศ. ๒๕๖๕`.
const ERA = "(?<era>พ ?\\.? ?ศ ?\\.?|พุทธศักราช|ค ?\\. ?ศ ?\\.?|คริสต์ศักราช)";
const IN_WORDS =
  `(?<![${DIGITS}])(?<day>[${DIGITS}]{1,2}) *(?:เดือน *)?(?<month>${THAI_MONTH_PATTERN})` +
  `(?<tail> *(?:${ERA} *)?(?<year>[${DIGITS}]+))?`;
const IN_NUMBERS =
  `(?<![${DIGITS}/])(?<dayNumber>[${DIGITS}]{1,2})/(?<monthNumber>[${DIGITS}]{1,2})` +
  `/(?<yearNumber>[${DIGITS}]{4}|[${DIGITS}]{2})(?![${DIGITS}/])`;
const DAY_MONTH = new RegExp(`${IN_WORDS}|${IN_NUMBERS}`, "gu");

const THOUSANDS_BEHIND = new RegExp(`^,[${DIGITS}]{3}(?![${DIGITS}])`, "u");
/** The other half of a year whose century was read by itself: `๒๕ ๖๓`, where ๖ stands far from ๕. */
const REST_OF_YEAR = new RegExp(`^ [${DIGITS}]{2}(?![${DIGITS}])(?!,[${DIGITS}])`, "u");
const MONTH_BEHIND = new RegExp(`^ *(?:เดือน *)?${THAI_MONTH_PATTERN}`, "u");

/** The longest thing that decides what digits behind a month are: ` เดือน พฤศจิกายน` with some spaces. */
const LOOK_AHEAD_CHARACTERS = 30;

/**
 * The Common Era year that printed year digits mean. Two digits are 25xx. Four digits are Buddhist, except
 * 1941 to 2100 behind `ค.ศ.` or in Western digits: Thai digits in that range are a misread year.
 */
function yearOf(printed: string, era: string | undefined): number | "unclear" {
  const value = Number(toWesternDigits(printed));
  const isCommonEra = era?.startsWith("ค") ?? false;
  if (printed.length === 2 && !isCommonEra) return buddhistYearCodec.decode(2500 + value);
  if (printed.length !== 4) return "unclear";
  if (!isCommonEra && value >= FIRST_BUDDHIST_YEAR && value <= LAST_BUDDHIST_YEAR) {
    return buddhistYearCodec.decode(value);
  }
  const mayBeCommonEra = isCommonEra || /^[0-9]+$/.test(printed);
  return mayBeCommonEra && value >= 1941 && value <= 2100 ? value : "unclear";
}

/** Whether the digits behind a month are something else: one digit, an amount, or the day of the next date. */
function isNoYear(printed: string, behind: string): boolean {
  if (printed.length === 1 || THOUSANDS_BEHIND.test(behind)) return true;
  return printed.length === 2 && Number(toWesternDigits(printed)) <= 31 && MONTH_BEHIND.test(behind);
}

/** The two digits, with the space before them, that complete `๒๕` to a year; empty where another date begins there. */
function restOfYear(printed: string, behind: string): string {
  const [found = ""] = REST_OF_YEAR.exec(behind) ?? [];
  if (found === "" || toWesternDigits(printed) !== "25") return "";
  return MONTH_BEHIND.test(behind.slice(found.length)) ? "" : found;
}

function fromWords(text: string, match: RegExpExecArray): DayMonth | null {
  const { day = "", month = "", tail = "", era, year } = match.groups ?? {};
  const monthNumber = thaiMonthNumber(month);
  if (monthNumber === null) return null;
  const end = match.index + match[0].length;
  const behind = text.slice(end, end + LOOK_AHEAD_CHARACTERS);
  const hasYear = year !== undefined && !isNoYear(year, behind);
  const rest = hasYear ? restOfYear(year, behind) : "";
  return {
    start: match.index,
    end: hasYear ? end + rest.length : end - tail.length,
    day: Number(toWesternDigits(day)),
    month: monthNumber,
    year: hasYear ? yearOf(year + rest.trimStart(), era) : null,
  };
}

/** Numbers alone are a date only if nothing else fits: `๗๑/๑/๒๕๖๖` is a letter's number, `๑/๒/๑๐` may be. */
function fromNumbers(match: RegExpExecArray): DayMonth | null {
  const { dayNumber = "", monthNumber = "", yearNumber = "" } = match.groups ?? {};
  const [day, month, yearDigits] = [dayNumber, monthNumber, yearNumber].map((part) =>
    Number(toWesternDigits(part)),
  ) as [number, number, number];
  const year = yearOf(yearNumber, undefined);
  const isShortAndClear = yearNumber.length === 4 || yearDigits > 31;
  if (year === "unclear" || !isShortAndClear) return null;
  if (day < 1 || day > 31 || month < 1 || month > 12) return null;
  return { start: match.index, end: match.index + match[0].length, day, month, year };
}

/**
 * Every day with its month in `text`, in order of appearance, whether or not a year follows and whether or not
 * the day exists. A month without a day is none.
 */
export function findDayMonths(text: string): readonly DayMonth[] {
  const found: DayMonth[] = [];
  DAY_MONTH.lastIndex = 0;
  for (let match = DAY_MONTH.exec(text); match !== null; match = DAY_MONTH.exec(text)) {
    const dayMonth = match.groups?.["day"] === undefined ? fromNumbers(match) : fromWords(text, match);
    if (dayMonth === null) continue;
    found.push(dayMonth);
    // Digits that turned out to be no year may begin the next date.
    DAY_MONTH.lastIndex = dayMonth.end;
  }
  return found;
}
