/** Unicode properties as tesseract numbers them (src/ccutil/unicharset.h): bits of the second column. */
const LETTER = 1;
const DIGIT = 8;
const PUNCTUATION = 16;
const LOWER = 2;
const UPPER = 4;

/** Directions of ICU's UCharDirection that occur here. */
const DIRECTION = { leftToRight: 0, europeanNumber: 2, nonSpacing: 17, otherNeutral: 10 } as const;

const HEAD = [
  "NULL 0 Common 0",
  "Joined 7 0,255,0,255,0,0,0,0,0,0 Latin 1 0 1 Joined\t# Joined [4a 6f 69 6e 65 64 ]a",
  "|Broken|0|1 f 0,255,0,255,0,0,0,0,0,0 Common 2 10 2 |Broken|0|1\t# Broken",
];

function describe(character: string): { properties: number; script: string; direction: number } {
  const script = /\p{Script=Thai}/u.test(character)
    ? "Thai"
    : /\p{Script=Latin}/u.test(character)
      ? "Latin"
      : "Common";
  if (/\p{Nd}/u.test(character)) {
    const direction = script === "Thai" ? DIRECTION.leftToRight : DIRECTION.europeanNumber;
    return { properties: DIGIT, script, direction };
  }
  if (/\p{Mn}/u.test(character)) return { properties: 0, script, direction: DIRECTION.nonSpacing };
  if (/\p{Lu}/u.test(character)) return { properties: LETTER | UPPER, script, direction: 0 };
  if (/\p{Ll}/u.test(character)) return { properties: LETTER | LOWER, script, direction: 0 };
  if (/\p{L}/u.test(character)) return { properties: LETTER, script, direction: 0 };
  const isPunctuation = /\p{P}/u.test(character);
  return { properties: isPunctuation ? PUNCTUATION : 0, script, direction: DIRECTION.otherNeutral };
}

function otherCase(character: string): string {
  const lower = character.toLowerCase();
  return lower === character ? character.toUpperCase() : lower;
}

/**
 * The text of a unicharset file: one unichar for each character, in the order given, after the three that every LSTM
 * model has. Boxes stay open (0,255), as in the stock model: they are of use to the old engine only.
 */
export function formatUnicharset(characters: readonly string[]): string {
  const ids = new Map(characters.map((character, index) => [character, index + HEAD.length]));
  const lines = characters.map((character, index) => {
    const id = index + HEAD.length;
    const { properties, script, direction } = describe(character);
    const other = ids.get(otherCase(character)) ?? id;
    const box = "0,255,0,255,0,0,0,0,0,0";
    return `${character} ${properties.toString(16)} ${box} ${script} ${other} ${direction} ${id} ${character}`;
  });
  return `${[characters.length + HEAD.length, ...HEAD, ...lines].join("\n")}\n`;
}

/** The characters of a unicharset file, without the three special entries. */
export function parseUnicharset(text: string): string[] {
  return text
    .split("\n")
    .slice(1)
    .map((line) => line.split(" ")[0] ?? "")
    .filter(
      (unichar) =>
        unichar !== "" && unichar !== "NULL" && unichar !== "Joined" && !unichar.startsWith("|Broken"),
    );
}
