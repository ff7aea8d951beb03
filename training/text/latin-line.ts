import type { Random } from "../../maker/random.ts";
import { ALPHABET } from "./alphabet.ts";
import * as numbers from "./number-text.ts";
import type { PhraseWriter } from "./text-sources.ts";

/** Latin words as Thai reports strew them in, addresses of the web, and letters in a row that mean nothing. */
export function writeLatin(random: Random, phrase: PhraseWriter): string {
  const random26 = (): string => String.fromCharCode((random.chance(0.6) ? 97 : 65) + random.integer(0, 25));
  const letters = Array.from({ length: random.integer(2, 9) }, random26).join("");
  const shaped = random.pick([
    letters,
    letters.toLowerCase(),
    letters.toUpperCase(),
    letters[0]!.toUpperCase() + letters.slice(1).toLowerCase(),
  ]);
  return random.weighted([
    [phrase("latin"), 3],
    [`${phrase("latin")} ${phrase("latin")}`, 2],
    [`ระบบ ${phrase("latin")} ของ${phrase("unit")}`, 3],
    [`(${phrase("latin")})`, 2],
    [`${phrase("object")} (${phrase("latin")})`, 3],
    [`${phrase("latin")} ${numbers.writeCount(random)}`, 1],
    [shaped, 2],
    [`${shaped} ${letters} ${random26()}`, 1],
    [`${phrase("verb")}ผ่าน ${phrase("latin")}, ${phrase("latin")} / ${phrase("latin")}`, 2],
    [`${letters.toLowerCase()}@${random.pick(["gmail.com", "hotmail.com", "dla.go.th"])}`, 1],
    [phrase("url"), 1],
  ]);
}

const FREE_STANDING = ALPHABET.filter((character) => !/\p{Mn}/u.test(character));

/** A few characters from the whole alphabet, each as likely as the others: signs that hardly occur elsewhere. */
export function writeSignGroup(random: Random): string {
  return Array.from({ length: random.integer(1, 3) }, () => random.pick(FREE_STANDING)).join("");
}
