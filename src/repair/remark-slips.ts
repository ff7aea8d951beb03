import { type Remark, remark } from "../model/remark.ts";
import { findDates } from "../normalize/find-dates.ts";

/** A word of four characters or more, a space, and the same once more. ๆ says the same on purpose. */
const DOUBLED =
  /(?<![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46])([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e45]{4,}) +\1(?![\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0e01-\u0e2e\u0e30\u0e32\u0e33\u0e40-\u0e46])/gu;

/** A Buddhist-era year with a digit too many. */
const LONG_YEAR = /(?<![0-9๐-๙.,/])(?:[2๒][5๕][0-9๐-๙]{3})(?![0-9๐-๙]|[.,/][0-9๐-๙])/gu;

/** A period in brackets behind `รอบที่`, `ครั้งที่`. */
const ROUND = /(?:รอบที่|ครั้งที่)\s*[0-9๐-๙]+\s*\(([^()\n]{6,60})\)/gu;

/**
 * What no dictionary can repair but a reader can see: a word that stands twice, a year with five digits, rounds of
 * an evaluation that overlap. The text stays as it is.
 */
export function remarkSlips(field: string, text: string): Remark[] {
  const remarks: Remark[] = [];
  const say = (code: string, message: string): void => {
    remarks.push(remark(code, "warning", message, { field }));
  };
  for (const [, word] of text.matchAll(DOUBLED)) {
    say(
      "word-doubled",
      `"${word}" stands twice in a row: one of them may be a slip. The text is left as read.`,
    );
  }
  for (const [year] of text.matchAll(LONG_YEAR)) {
    say("year-too-long", `"${year}" has a digit too many for a year. The text is left as read.`);
  }
  let last: { end: string; text: string } | null = null;
  for (const round of text.matchAll(ROUND)) {
    const [period] = findDates(round[1]!).value;
    if (period === undefined || period.isoEnd === null) continue;
    if (last !== null && period.iso <= last.end && period.isoEnd > last.end) {
      say(
        "rounds-overlap",
        `"${period.text}" begins before "${last.text}" ends: one of the dates may be wrong.`,
      );
    }
    last = { end: period.isoEnd, text: period.text };
  }
  return remarks;
}
