/** A day in the Common Era calendar; month and day count from 1. */
export interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The number of days of a month; Common Era leap years, which are the Buddhist years that 543 shifts there. */
export function daysInMonth(year: number, month: number): number {
  const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeapYear ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether the day exists; a null year asks for any year. */
export function isPossibleDay(year: number | null, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year ?? 2000, month);
}

/** `2022-11-28`; the text order of such days is their order in time. */
export function toIsoDay({ year, month, day }: CalendarDay): string {
  const twoDigits = (value: number): string => String(value).padStart(2, "0");
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}
