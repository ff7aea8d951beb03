import { remark } from "../model/remark.ts";
import type { Remark, Remarked } from "../model/remark.ts";
import { isPossibleDay, toIsoDay } from "./calendar.ts";
import { findDayMonths } from "./find-day-months.ts";
import type { DayMonth } from "./find-day-months.ts";
import { DIGITS } from "./thai-characters.ts";
import { toWesternDigits } from "./thai-digits.ts";

/** A date or a range of dates as printed. `start` is a UTF-16 offset; the days are Common Era, `YYYY-MM-DD`. */
export interface FoundDate {
  readonly text: string;
  readonly iso: string;
  readonly isoEnd: string | null;
  readonly start: number;
}

const TO = " *(?:[-\\u2010-\\u2015\\u2212]|ถึง) *(?:วันที่ *)?";
const ONLY_TO = new RegExp(`^${TO}$`, "u");
// `๒๐ - ` of `๒๐ - ๒๓ มีนาคม ๒๕๖๖`; not the end of a year, of an amount or of a document number.
const DAY_TO = new RegExp(`(?<![${DIGITS}/,])([${DIGITS}]{1,2})${TO}$`, "u");

/** Longer than any joint between the two days of a range, spaces included. */
const MAX_JOINT_CHARACTERS = 24;

type Complete = DayMonth & { readonly year: number };

function hasYear(dayMonth: DayMonth): dayMonth is Complete {
  return typeof dayMonth.year === "number";
}

function impossible(text: string, { start, end, day, month }: DayMonth): Remark {
  const printed = text.slice(start, end);
  return remark("date-impossible", "warning", `No day ${day} in month ${month}: "${printed}" is not listed.`);
}

function unclearYear(text: string, { start, end }: DayMonth): Remark {
  return remark("date-year-unclear", "warning", `No clear year in "${text.slice(start, end)}": not listed.`);
}

function reversed(text: string, start: number, end: number): Remark {
  const printed = text.slice(start, end);
  return remark(
    "date-range-reversed",
    "warning",
    `"${printed}" ends before it begins: not listed as a range.`,
  );
}

/** The day before `date` that makes a range with it, as `๒๐ -` does, if it stands behind `from`. */
function findFirstDay(text: string, date: Complete, from: number): { start: number; day: number } | null {
  const windowStart = Math.max(from, date.start - MAX_JOINT_CHARACTERS);
  // One character more for the look-behind, which has to see a digit that belongs to the date before.
  const margin = windowStart > 0 ? 1 : 0;
  const match = DAY_TO.exec(text.slice(windowStart - margin, date.start));
  const day = Number(toWesternDigits(match?.[1] ?? "0"));
  if (match === null || match.index < margin || day < 1 || day > 31) return null;
  return { start: windowStart - margin + match.index, day };
}

/** The range of two neighbours joined by a dash or ถึง; the first takes the year of the second if it has none. */
function toRange(text: string, first: DayMonth, last: DayMonth | undefined): [Complete, Complete] | null {
  if (last === undefined || !hasYear(last) || first.year === "unclear") return null;
  if (last.start - first.end > MAX_JOINT_CHARACTERS || !ONLY_TO.test(text.slice(first.end, last.start)))
    return null;
  const begin = { ...first, year: first.year ?? last.year };
  const isPossible = [begin, last].every(({ year, month, day }) => isPossibleDay(year, month, day));
  return isPossible ? [begin, last] : null;
}

/**
 * The dates that stand in `text`, in order of appearance: with full or abbreviated Thai month names or as
 * d/m/yyyy, Thai or Western digits, Buddhist years of two or four digits, with or without พ.ศ., spaces and dots.
 * Two days joined by a dash or `ถึง` are one entry with an `isoEnd`: `๒๐ - ๒๓ มีนาคม ๒๕๖๖`,
 * `๑ ต.ค.๖๕ - ๓๑ มี.ค.๖๖`, `๑ ต.ค. - ๓๑ ธ.ค. ๒๕๖๕`. A date never runs over a line break.
 *
 * Not listed: a month without a day, a day and month without a year. Not listed and remarked: a day that does
 * not exist (`date-impossible`), a year of three or five digits or out of range (`date-year-unclear`). A range
 * that ends before it begins gives `date-range-reversed`, and its complete dates are listed one by one.
 */
export function findDates(text: string): Remarked<readonly FoundDate[]> {
  const dayMonths = findDayMonths(text);
  const dates: FoundDate[] = [];
  const remarks: Remark[] = [];
  const add = (start: number, first: Complete, last: Complete | null): void => {
    const end = (last ?? first).end;
    const isoEnd = last === null ? null : toIsoDay(last);
    dates.push({ text: text.slice(start, end), iso: toIsoDay(first), isoEnd, start });
  };

  for (let index = 0; index < dayMonths.length; index++) {
    const date = dayMonths[index]!;
    const range = toRange(text, date, dayMonths[index + 1]);
    if (range !== null) {
      const [first, last] = range;
      if (toIsoDay(first) <= toIsoDay(last)) {
        add(first.start, first, last);
        index++;
        continue;
      }
      remarks.push(reversed(text, first.start, last.end));
    }
    if (date.year === "unclear") {
      remarks.push(unclearYear(text, date));
    } else if (!isPossibleDay(date.year, date.month, date.day)) {
      // Without a year and beyond 31 it is a count before a word that looks like a month (ก.พ. is an office, too).
      if (date.year !== null || date.day <= 31) remarks.push(impossible(text, date));
    } else if (hasYear(date)) {
      const firstDay = findFirstDay(text, date, dayMonths[index - 1]?.end ?? 0);
      if (firstDay === null) add(date.start, date, null);
      else if (firstDay.day <= date.day) add(firstDay.start, { ...date, day: firstDay.day }, date);
      else {
        remarks.push(reversed(text, firstDay.start, date.end));
        add(date.start, date, null);
      }
    }
  }
  return { value: dates, remarks };
}
