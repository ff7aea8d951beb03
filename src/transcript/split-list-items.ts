import { toWesternDigits } from "../normalize/thai-digits.ts";

const DIGIT = "[0-9\\u0e50-\\u0e59]";
/** `๑.` `12)` `(๓)` with the number in one of the groups; a number behind the dot makes it a decimal or a range. */
const ENUMERATOR = new RegExp(
  `^(?:\\((${DIGIT}{1,2})\\)|(${DIGIT}{1,2})\\)|(${DIGIT}{1,2})\\.(?!${DIGIT}))`,
  "u",
);
/** A dash or bullet right before a letter. A dash between two spaces may as well stand between two words. */
const BULLET = /^(?:[-–](?=[\u0e01-\u0e2e\u0e40-\u0e44A-Za-z])|[•●○▪■◆➢]\s?)/u;
/** What a number stands behind when it is said and not counted: `ข้อ ๓.`, `ครั้งที่ ๒.`, `ร้อยละ`. */
const SAYS_A_NUMBER = /(?:ที่|ข้อ|หมวด|มาตรา|ส่วน|ระดับ|ร้อยละ|จำนวน|พ\.ศ\.|และ|ถึง|หรือ|[-–/])$/u;
/** Announces what begins on the next line. */
const ANNOUNCES = /(?:ดังนี้|ดังต่อไปนี้)\s*:?$/u;

/** What announces or counts is told by fewer letters than these, before a space and behind it. */
const NEAR = 32;

/**
 * Cuts a text where the page must have begun a new line although the transcript went on with a space: before list
 * items and bullets, and behind `ดังนี้`. A number counts as an item's only where it goes on from the one before of the
 * same form, or is the first of them, and no word before it asks for a number; so `(ร้อยละ ๗๐) และ` stays whole.
 */
export function splitListItems(text: string): string[] {
  const pieces: string[] = [];
  const counted = new Map<string, number>();
  let start = 0;
  let [looked, opened, closed] = [0, -1, -1];
  noteNumber(text.slice(0, NEAR), counted);
  for (const space of text.matchAll(/\s+/gu)) {
    const behind = space.index + space[0].length;
    for (; looked < space.index; looked += 1) {
      if (text[looked] === "(") opened = looked;
      else if (text[looked] === ")") closed = looked;
    }
    if (space.index === start || behind === text.length) continue;
    const before = text.slice(Math.max(start, space.index - NEAR), space.index);
    const after = text.slice(behind, behind + NEAR);
    const isInBrackets = opened >= start && opened > closed;
    if (ANNOUNCES.test(before) || (beginsItem(before, after, counted) && !isInBrackets)) {
      pieces.push(text.slice(start, space.index));
      start = behind;
      noteNumber(after, counted);
    }
  }
  pieces.push(text.slice(start));
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
}

function beginsItem(before: string, after: string, counted: ReadonlyMap<string, number>): boolean {
  if (BULLET.test(after)) return !/[-–]$/u.test(before);
  const found = enumerator(after);
  if (found === null || SAYS_A_NUMBER.test(before)) return false;
  const last = counted.get(found.form);
  return last === undefined || found.number === 1 || found.number === last + 1;
}

function noteNumber(piece: string, counted: Map<string, number>): void {
  const found = enumerator(piece);
  if (found !== null) counted.set(found.form, found.number);
}

function enumerator(text: string): { form: string; number: number } | null {
  const match = ENUMERATOR.exec(text);
  if (match === null) return null;
  const digits = match[1] ?? match[2] ?? match[3] ?? "";
  const form = match[1] !== undefined ? "(n)" : match[2] !== undefined ? "n)" : "n.";
  return { form, number: Number(toWesternDigits(digits)) };
}
