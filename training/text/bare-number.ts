import type { Random } from "../../maker/random.ts";
import { NUMBER_ALPHABET } from "./alphabet.ts";
import type { LineText } from "./line-text.ts";
import * as numbers from "./number-text.ts";
import { writeThaiDigits } from "./thai-digits.ts";

const KNOWN = new Set([...NUMBER_ALPHABET, " "]);

function write(random: Random): string {
  return random.weighted([
    [numbers.writeAmount(random), 12],
    [numbers.writeDigitString(random), 8],
    [numbers.writeCount(random), 2],
    [`${numbers.writeAmount(random)}${random.pick([" บาท", "บาท", " บาท", "฿", "%", " %"])}`, 1.5],
    [numbers.writeItemNumber(random), 3],
    [`(${numbers.writeAmount(random)})`, 0.5],
    [numbers.writePercent(random), 1],
    [numbers.writeReference(random), 1],
    [numbers.writeYear(random), 1],
    [`${random.integer(1, 31)}/${random.integer(1, 12)}/${numbers.writeYear(random)}`, 0.5],
    [`${numbers.writeCount(random)} ${random.pick(["/", "-", "–", ":"])} ${numbers.writeCount(random)}`, 0.7],
  ]);
}

/** A line that is nothing but a number, as `isNumberLine` takes it (src/ocr/second-look.ts). */
export function writeBareNumber(random: Random): LineText {
  const inThaiDigits = random.chance(0.75);
  const text = write(random);
  return { text: inThaiDigits ? writeThaiDigits(text) : text, kind: "number" };
}

/** Whether the net for numbers can put out all of a line. */
export function isBareNumber(text: string): boolean {
  return /[0-9๐-๙]/u.test(text) && Array.from(text).every((character) => KNOWN.has(character));
}
