/**
 * Made-up reading errors for measuring repair. The look-alikes are written down here by themselves, not taken
 * from `confusions.json`, and a third of all errors is no look-alike at all: a repair that knew its noise
 * would measure nothing.
 */

/** A seeded generator of numbers in [0, 1) (mulberry32), so that every run measures the same. */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LOOK_ALIKES = [
  "ิีึื",
  "ุู",
  "่้๊๋",
  "์่็",
  "ั้",
  "ถกภ",
  "ดคต",
  "คศ",
  "บปษ",
  "ผฝ",
  "พฟ",
  "ผพ",
  "ฬพ",
  "นม",
  "มห",
  "หท",
  "ซช",
  "ขช",
  "าำ",
  "รธ",
  "ธฐ",
  "ลส",
  "วอ",
  "จว",
  "ไใโ",
  "เแ",
  "ณญ",
  "ฎฏ",
  "อฮ",
  "ฉน",
  "รว",
  "ยบ",
];
const CONSONANTS = "กขคงจฉชซญฐณดตถทธนบปผฝพฟภมยรลวศษสหอ";
const MARKS = /[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]/u;
const THAI_LETTER = /[\u0e01-\u0e4e]/u;
const DIGIT = /[๐-๙]/u;
/** What the stock model writes for every digit. */
const STOCK_DIGITS = "๐๑๒๓๕";

/** `text` with each letter misread with probability `rate`, and spaces lost or put in now and then. */
export function addOcrNoise(text: string, rate: number, random: () => number): string {
  const pick = (choices: string): string => choices[Math.floor(random() * choices.length)]!;
  let noisy = "";
  for (const character of text) {
    if (DIGIT.test(character)) noisy += random() < 0.5 ? pick(STOCK_DIGITS) : character;
    else if (character === " " && random() < rate / 2) continue;
    else if (!THAI_LETTER.test(character) || random() >= rate) noisy += character;
    else noisy += misread(character, random, pick);
    if (THAI_LETTER.test(character) && random() < rate / 20) noisy += " ";
  }
  return noisy;
}

function misread(character: string, random: () => number, pick: (choices: string) => string): string {
  const groups = LOOK_ALIKES.filter((group) => group.includes(character));
  const kind = random();
  if (kind < 0.65 && groups.length > 0) {
    const group = groups[Math.floor(random() * groups.length)]!;
    return pick(group.replace(character, ""));
  }
  if (kind < 0.85 && MARKS.test(character)) return "";
  if (kind < 0.88) return character + pick("่้ิ์");
  if (kind < 0.92) return character + pick(CONSONANTS);
  if (kind < 0.95) return "";
  return MARKS.test(character) ? pick("ิีัุู้่") : pick(CONSONANTS);
}
