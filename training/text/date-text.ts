import { MONTHS } from "../../maker/content/write-date.ts";
import type { Random } from "../../maker/random.ts";
import { writeDigits, writeYear } from "./number-text.ts";

const WEEKDAYS = ["จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์", "อาทิตย์"];

export function writeMonth(random: Random): string {
  return random.pick(MONTHS)[random.chance(0.7) ? 0 : 1];
}

/** A day in any form in which reports print it, with Arabic digits. */
export function writeDate(random: Random): string {
  const day = String(random.integer(1, 31));
  const [long, short] = random.pick(MONTHS);
  const year = writeYear(random);
  const twoDigits = writeDigits(random, 2);
  const month = String(random.integer(1, 12));
  return random.weighted([
    [`${day} ${long} ${year}`, 8],
    [`${day} ${long} พ.ศ. ${year}`, 2],
    [`${day} ${long}  ${year}`, 1],
    [`${day} ${short} ${twoDigits}`, 3],
    [`${day} ${short}${twoDigits}`, 2],
    [`${day} ${short} ${year}`, 2],
    [`${day}${short}${twoDigits}`, 0.5],
    [`${day}/${month}/${year}`, 1],
    [`${day}/${month}/${twoDigits}`, 1],
    [`${day.padStart(2, "0")}/${month.padStart(2, "0")}/${year}`, 0.5],
    [`${day}-${month}-${twoDigits}`, 0.3],
    [`วัน${random.pick(WEEKDAYS)}ที่ ${day} ${long} ${year}`, 1],
    [`${day} เดือน ${long} พ.ศ. ${year}`, 1],
  ]);
}

export function writeDateRange(random: Random): string {
  const [from, to] = [random.integer(1, 27), random.integer(2, 31)];
  const [long, short] = random.pick(MONTHS);
  const year = writeYear(random);
  return random.weighted([
    [`${from} - ${to} ${long} ${year}`, 5],
    [`${from}-${to} ${long} ${year}`, 3],
    [`${from} – ${to} ${long} ${year}`, 1],
    [`${from} - ${to} ${short} ${writeDigits(random, 2)}`, 3],
    [`${from} ${long} - ${to} ${writeMonth(random)} ${year}`, 2],
    [`${from} ${long} ${year} ถึงวันที่ ${to} ${writeMonth(random)} ${writeYear(random)}`, 1],
    [`${short} ${writeDigits(random, 2)} - ${random.pick(MONTHS)[1]} ${writeDigits(random, 2)}`, 2],
    [`${long} ${year} - ${writeMonth(random)} ${writeYear(random)}`, 2],
  ]);
}

export function writeTime(random: Random): string {
  const hour = String(random.integer(0, 23)).padStart(random.chance(0.8) ? 2 : 1, "0");
  return `${hour}${random.chance(0.8) ? "." : ":"}${random.pick(["00", "30", "15", "45", writeDigits(random, 2)])}`;
}
