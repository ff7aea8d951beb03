import type { Random } from "../../maker/random.ts";

/** Numbers as office papers print them, in Arabic digits; a line as a whole is turned into Thai digits afterwards. */

/** Every digit equally often at every place; the first may be 0 where `leadingZero` says so. */
export function writeDigits(random: Random, count: number, leadingZero = true): string {
  const first = String(random.integer(leadingZero ? 0 : 1, 9));
  return first + Array.from({ length: count - 1 }, () => random.integer(0, 9)).join("");
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ",");
}

/** A Buddhist year. Each of the hundred is as likely as the others: a model that expects ๒๕๖๗ reads ๒๕๖๗. */
export function writeYear(random: Random): string {
  return random.weighted([
    [`25${writeDigits(random, 2)}`, 8],
    [`24${writeDigits(random, 2)}`, 1],
    [writeDigits(random, 4, false), 1],
  ]);
}

export function writeAmount(random: Random): string {
  const length = random.weighted([
    [1, 1],
    [2, 1],
    [3, 3],
    [4, 5],
    [5, 6],
    [6, 6],
    [7, 4],
    [8, 2],
  ]);
  const rounded = random.chance(0.35) ? Math.min(length - 1, random.integer(1, 3)) : 0;
  const whole = writeDigits(random, length - rounded, false) + "0".repeat(rounded);
  const fraction = random.weighted([
    ["", 10],
    [".-", 2],
    [".00", 4],
    [`.${writeDigits(random, 2)}`, 4],
    [".50", 1],
  ]);
  return (random.chance(0.9) ? groupThousands(whole) : whole) + fraction;
}

export function writeCount(random: Random): string {
  return writeDigits(
    random,
    random.weighted([
      [1, 5],
      [2, 5],
      [3, 2],
      [4, 1],
    ]),
    false,
  );
}

export function writePercent(random: Random): string {
  return random.weighted([
    [`${writeDigits(random, 2, false)}.${writeDigits(random, 2)}`, 4],
    [writeDigits(random, 2, false), 3],
    ["100", 1],
    [`${random.integer(0, 9)}.${writeDigits(random, 2)}`, 1],
  ]);
}

export function writeReference(random: Random): string {
  return `${writeCount(random)}${random.chance(0.2) ? " " : ""}/${random.chance(0.1) ? " " : ""}${writeYear(random)}`;
}

/** The number of a letter of the interior ministry: a place code, then a running number, perhaps "ว" for a circular. */
export function writeLetterReference(random: Random): string {
  const office = random.pick([
    "มท",
    "มท",
    "อต",
    "พล",
    "ที่ มท",
    "กค",
    "นร",
    "ศธ",
    "สธ",
    "พม",
    "กษ",
    "ปช",
    "ตผ",
    "ชม",
    "นค",
    "ฉช",
  ]);
  const circular = random.chance(0.4) ? "ว " : "";
  return `${office} ${writeDigits(random, random.integer(4, 5))}.${random.integer(1, 9)}/${circular}${writeCount(random)}`;
}

export function writePhone(random: Random): string {
  return random.weighted([
    [`0-${writeDigits(random, 4)}-${writeDigits(random, 4)}`, 2],
    [`0${writeDigits(random, 2)}-${writeDigits(random, 6)}`, 2],
    [`0${writeDigits(random, 9)}`, 1],
    [`0 ${writeDigits(random, 4)} ${writeDigits(random, 4)}`, 1],
  ]);
}

/** Numbers of items in all their usual forms: 1. 1) (1) 1.1) 1.1.1 */
export function writeItemNumber(random: Random): string {
  const parts = Array.from(
    {
      length: random.weighted([
        [1, 6],
        [2, 3],
        [3, 1],
      ]),
    },
    () => writeCount(random).slice(0, 2),
  );
  const number = parts.join(".");
  return random.weighted([
    [`${number}.`, 4],
    [`${number})`, 3],
    [`(${number})`, 3],
    [number, 2],
    [`${number}.)`, 0.5],
  ]);
}

/** Strings that mean nothing, so that no digit can be guessed from its neighbours. */
export function writeDigitString(random: Random): string {
  const length = random.integer(1, 8);
  return random.weighted([
    [writeDigits(random, length), 5],
    [groupThousands(writeDigits(random, length, false)), 3],
    [`${writeDigits(random, random.integer(1, 4))}.${writeDigits(random, random.integer(1, 3))}`, 2],
    [`${writeDigits(random, random.integer(1, 4))}/${writeDigits(random, random.integer(1, 4))}`, 2],
    [`${writeDigits(random, random.integer(1, 3))}-${writeDigits(random, random.integer(1, 4))}`, 2],
    [
      `${writeDigits(random, 2)}-${random.integer(1, 3)}-${writeDigits(random, 2)}-${writeDigits(random, 4)}-${writeDigits(random, 3)}`,
      1,
    ],
    [
      `${random.integer(1, 9)} ${writeDigits(random, 4)} ${writeDigits(random, 5)} ${writeDigits(random, 2)} ${random.integer(0, 9)}`,
      1,
    ],
  ]);
}
