import type { Random } from "../../maker/random.ts";
import { THAI_CONSONANTS } from "./alphabet.ts";

const CONSONANTS = Array.from(THAI_CONSONANTS);
const CLUSTERS = [
  "กร",
  "กล",
  "กว",
  "ขร",
  "ขว",
  "คร",
  "คล",
  "คว",
  "ตร",
  "ปร",
  "ปล",
  "พร",
  "พล",
  "หน",
  "หม",
  "หล",
  "หว",
  "ทร",
  "สร",
];
const FINALS = [
  "",
  "",
  "",
  "ก",
  "ง",
  "ด",
  "น",
  "บ",
  "ม",
  "ย",
  "ว",
  "ร",
  "ล",
  "ณ",
  "ศ",
  "ษ",
  "ฐ",
  "ฎ",
  "ญ",
  "ธ",
  "ภ",
  "ช",
  "จ",
];
/** `c` is where the consonants stand, `t` the tone mark, `f` a final consonant. */
const SHAPES = [
  "ctาf",
  "cิtf",
  "cีtf",
  "cึtf",
  "cืtf",
  "cุtf",
  "cูtf",
  "cัtf",
  "ctำ",
  "เctf",
  "แctf",
  "โctf",
  "ใct",
  "ไct",
  "เcืtอf",
  "เcีtยf",
  "cัtว",
  "ctะ",
  "เc็f",
  "ctอf",
  "เctา",
  "c์f",
  "cf์",
  "c็f",
  "cฤf",
  "เcิtf",
  "ctวf",
  "cรรf",
];

function makeSyllable(random: Random): string {
  const consonant = random.chance(0.2) ? random.pick(CLUSTERS) : random.pick(CONSONANTS);
  const tone = random.weighted([
    ["", 5],
    ["่", 4],
    ["้", 4],
    ["๊", 1],
    ["๋", 1],
  ] as const);
  return random.pick(SHAPES).replace("c", consonant).replace("t", tone).replace("f", random.pick(FINALS));
}

/**
 * Words that don't exist, of one to four syllables, with every consonant equally often: for letters that office prose
 * hardly uses, and for marks that can't be guessed from the word.
 */
export function makeNonsenseWord(random: Random): string {
  return Array.from({ length: random.integer(1, 4) }, () => makeSyllable(random)).join("");
}
