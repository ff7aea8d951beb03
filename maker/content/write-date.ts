import type { Random } from "../random.ts";
import { type Phrase, sayAll } from "./phrase.ts";

/** Names of the months in full and short. */
export const MONTHS = [
  ["มกราคม", "ม.ค."],
  ["กุมภาพันธ์", "ก.พ."],
  ["มีนาคม", "มี.ค."],
  ["เมษายน", "เม.ย."],
  ["พฤษภาคม", "พ.ค."],
  ["มิถุนายน", "มิ.ย."],
  ["กรกฎาคม", "ก.ค."],
  ["สิงหาคม", "ส.ค."],
  ["กันยายน", "ก.ย."],
  ["ตุลาคม", "ต.ค."],
  ["พฤศจิกายน", "พ.ย."],
  ["ธันวาคม", "ธ.ค."],
] as const;

/** How a writer puts dates; most keep to one way, with slips in the spaces. */
export type DateStyle = "long" | "short-year-4" | "short-year-2";

interface Day {
  readonly day: number;
  /** From 1. */
  readonly month: number;
  readonly yearBE: number;
}

const dayCount = (month: number, yearBE: number): number => new Date(yearBE - 543, month, 0).getDate();

function toIso({ day, month, yearBE }: Day): string {
  return `${yearBE - 543}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** A day in the fiscal year, which runs from 1 October of the year before. */
function drawDay(random: Random, fiscalYearBE: number): Day {
  const month = random.integer(1, 12);
  const yearBE = month >= 10 ? fiscalYearBE - 1 : fiscalYearBE;
  return { day: random.integer(1, dayCount(month, yearBE)), month, yearBE };
}

export function monthName(month: number, style: DateStyle): string {
  return MONTHS[month - 1]![style === "long" ? 0 : 1];
}

function writeYear(yearBE: number, style: DateStyle, random: Random): string {
  if (style === "long") return random.chance(0.12) ? ` พ.ศ. ${yearBE}` : ` ${yearBE}`;
  if (style === "short-year-4") return random.chance(0.6) ? ` ${yearBE}` : String(yearBE);
  return `${random.chance(0.4) ? " " : ""}${yearBE % 100}`;
}

function writeDay(date: Day, style: DateStyle, random: Random): string {
  return `${date.day} ${monthName(date.month, style)}${writeYear(date.yearBE, style, random)}`;
}

/** One date: `28 พฤศจิกายน 2565`, `28 พ.ย. 2565`, `28 พ.ย.65` and what lies between. */
export function writeDate(random: Random, fiscalYearBE: number, style: DateStyle): Phrase {
  const date = drawDay(random, fiscalYearBE);
  const text = writeDay(date, style, random);
  return { text, dates: [{ text, iso: toIso(date), isoEnd: null }] };
}

const drawDash = (random: Random): string => random.pick([" - ", "-", " – ", " - "]);

/** The round of a half-year: `1 ต.ค. 65 - 31 มี.ค. 66`. */
export function writeHalfYear(random: Random, fiscalYearBE: number, half: 1 | 2, style: DateStyle): Phrase {
  const start: Day =
    half === 1 ? { day: 1, month: 10, yearBE: fiscalYearBE - 1 } : { day: 1, month: 4, yearBE: fiscalYearBE };
  const end: Day = { day: half === 1 ? 31 : 30, month: half === 1 ? 3 : 9, yearBE: fiscalYearBE };
  const text = `${writeDay(start, style, random)}${drawDash(random)}${writeDay(end, style, random)}`;
  return { text, dates: [{ text, iso: toIso(start), isoEnd: toIso(end) }] };
}

/** Some days: within a month (`20 - 23 มีนาคม 2566`), over its end, or half a fiscal year. */
export function writeDateRange(random: Random, fiscalYearBE: number, style: DateStyle): Phrase {
  const dash = drawDash(random);
  const kind = random.weighted([
    ["days", 6],
    ["months", 2],
    ["half-year", 2],
  ] as const);
  if (kind === "half-year") return writeHalfYear(random, fiscalYearBE, random.chance(0.5) ? 1 : 2, style);
  const start = drawDay(random, fiscalYearBE);
  const last = dayCount(start.month, start.yearBE);
  if (kind === "days" && start.day < last) {
    const end = { ...start, day: random.integer(start.day + 1, Math.min(last, start.day + 5)) };
    const text = `${start.day}${dash}${writeDay(end, style, random)}`;
    return { text, dates: [{ text, iso: toIso(start), isoEnd: toIso(end) }] };
  }
  if (start.month === 9 || start.month === 12) return writeDate(random, fiscalYearBE, style);
  const end: Day = { day: random.integer(1, 15), month: start.month + 1, yearBE: start.yearBE };
  const text = `${start.day} ${monthName(start.month, style)}${dash}${writeDay(end, style, random)}`;
  return { text, dates: [{ text, iso: toIso(start), isoEnd: toIso(end) }] };
}

/** A month with its year: looks like a date but is none, since no day stands with it. */
export function writeMonth(random: Random, fiscalYearBE: number, style: DateStyle): Phrase {
  const { month, yearBE } = drawDay(random, fiscalYearBE);
  return sayAll([`${monthName(month, style)}${writeYear(yearBE, style, random)}`]);
}
