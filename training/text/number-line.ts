import type { Random } from "../../maker/random.ts";
import * as numbers from "./number-text.ts";
import type { PhraseWriter } from "./text-sources.ts";

/** What number columns hold: amounts, counts, years, references, and strings of digits that mean nothing. */
export function writeNumber(random: Random, phrase: PhraseWriter): string {
  const unit = phrase("unit-of-count");
  return random.weighted([
    [numbers.writeAmount(random), 6],
    [numbers.writeDigitString(random), 6],
    [numbers.writeCount(random), 2],
    [`${numbers.writeCount(random)} ${unit}`, 2],
    [`${numbers.writeAmount(random)} บาท`, 2],
    [`${numbers.writeAmount(random)}${random.pick(["฿", " ฿", "%", " %", "$"])}`, 0.5],
    [`฿${numbers.writeAmount(random)}`, 0.3],
    [numbers.writeItemNumber(random), 6],
    [`${numbers.writeDigitString(random)} ${numbers.writeDigitString(random)}`, 2],
    [`ร้อยละ ${numbers.writePercent(random)}`, 1],
    [numbers.writeReference(random), 1],
    [numbers.writeYear(random), 1],
    [numbers.writePhone(random), 0.5],
    [
      `${numbers.writeCount(random)} ${random.pick(["x", "+", "=", "<", ">", "/", "-", "–", "&"])} ${numbers.writeCount(random)}`,
      0.7,
    ],
    [`${numbers.writeCount(random)}${random.pick(["½", "°", " °C", "*", "#", "_"])}`, 0.4],
    [`${numbers.writeAmount(random)} ${numbers.writeAmount(random)} ${numbers.writeAmount(random)}`, 1],
  ]);
}
