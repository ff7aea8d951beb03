import type { Random } from "../../maker/random.ts";
import * as numbers from "./number-text.ts";
import type { PhraseWriter } from "./text-sources.ts";

/** Places as titles and addresses name them. */
export function writePlace(random: Random, phrase: PhraseWriter): string {
  return random.weighted([
    [phrase("lao"), 4],
    [`ตำบล${phrase("place-name")} อำเภอ${phrase("district-name")} จังหวัด${phrase("province-name")}`, 4],
    [`ต.${phrase("place-name")} อ.${phrase("district-name")} จ.${phrase("province-name")}`, 2],
    [
      `แขวง${phrase("place-name")} เขต${phrase("district-name")} กรุงเทพมหานคร ${numbers.writeDigits(random, 5, false)}`,
      0.5,
    ],
    [`${phrase("place-name")} ${phrase("place-name")} ${phrase("place-name")}`, 3],
    [
      `เลขที่ ${numbers.writeCount(random)}/${numbers.writeCount(random)} หมู่ ${random.integer(1, 19)} ต.${phrase("place-name")}`,
      1,
    ],
    [`บ้าน${phrase("place-name")} หมู่ที่ ${random.integer(1, 19)}`, 1],
    [phrase("district-name"), 0.5],
    [phrase("province-name"), 0.5],
  ]);
}

/** What a table cell holds by itself. */
export function writeCell(random: Random, phrase: PhraseWriter): string {
  return random.weighted([
    [phrase("result"), 4],
    [phrase("object"), 3],
    [`${phrase("verb")}${phrase("object")}`, 3],
    [phrase("people"), 1],
    [phrase("position"), 2],
    [`${phrase("position")}${random.chance(0.5) ? " " : ""}${phrase("level")}`, 2],
    [phrase("person"), 2],
    [phrase("unit"), 2],
    [phrase("law"), 1],
    [`${numbers.writeItemNumber(random)} ${phrase("object")}`, 2],
    [`${numbers.writeItemNumber(random)} ${phrase("result")}`, 2],
    [phrase("purpose"), 1],
    [`- ${phrase("result")}`, 2],
    [`${phrase("object")} จำนวน ${numbers.writeCount(random)} ${phrase("unit-of-count")}`, 2],
    [phrase("manner"), 1],
    [phrase("course"), 1],
  ]);
}
