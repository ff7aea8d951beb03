import { CONSONANTS, MARKS, SPACING_VOWELS } from "./thai-characters.ts";

/**
 * Steps that put the characters of a Thai cluster into the one order they are written in: consonant, vowel
 * below or above, tone mark. Each takes a text and returns it, changed or not; the examples in the
 * docblocks run as tests.
 */

const NIKHAHIT = "\u0E4D";
const TONES = "\u0E48\u0E49\u0E4A\u0E4B";
const SARA_AA = "\u0E32";
const SARA_AM = "\u0E33";

// Marks between two such vowels go with the second. The second look-behind makes a run of marks be tried from its
// start only; without it long runs take square time.
const AROUND_SARA_AA = new RegExp(
  `(?<=([${CONSONANTS}]?))(?<![${MARKS}])([${MARKS}]*)([${SARA_AA}${SARA_AM}])` +
    `((?:[${MARKS}]+(?![${MARKS}${SARA_AA}${SARA_AM}]))?)`,
  "gu",
);
const TONES_ONLY = new RegExp(`^[${TONES}]+$`, "u");

/**
 * SARA AM as one character, its tone mark before it. Recognizers and text layers give nikhahit and sara aa,
 * with the tone mark before, between or behind. A nikhahit without sara aa (Pali) is left alone.
 *
 * "ท\u0e4d\u0e32งาน" -> "ทำงาน"
 * "น\u0e4d\u0e49\u0e32" -> "น้ำ"
 * "น\u0e49\u0e4d\u0e32" -> "น้ำ"
 * "น\u0e32\u0e4d\u0e49" -> "น้ำ"
 * "น\u0e33\u0e49" -> "น้ำ"
 * "ก\u0e32\u0e48" -> "ก่า"
 * "พุทฺธํ สรณํ" -> "พุทฺธํ สรณํ"
 */
export function composeSaraAm(text: string): string {
  return text.replace(
    AROUND_SARA_AA,
    (whole: string, consonant: string, before: string, vowel: string, after: string) => {
      const marks = before + after;
      // Marks move in front of the vowel only where a consonant stands there to carry them.
      const place = (others: string, letter: string): string =>
        consonant === "" ? letter + others : others + letter;
      if (marks.includes(NIKHAHIT)) return place(marks.replaceAll(NIKHAHIT, ""), SARA_AM);
      if (vowel === SARA_AM) return consonant === "" ? whole : place(marks, SARA_AM);
      return before === "" && TONES_ONLY.test(after) ? place(after, SARA_AA) : whole;
    },
  );
}

/**
 * SARA AE for two SARA E: the two look alike in print, and no Thai word has เ twice in a row.
 *
 * "เ\u0e40ผน" -> "แผน"
 */
export function composeSaraAe(text: string): string {
  return text.replaceAll("\u0E40\u0E40", "\u0E41");
}

const MARK_RUN = new RegExp(`[${MARKS}]{2,}`, "gu");

/** Marks in the order of a cluster: phinthu, vowels below, vowels above, nikhahit, tones, thanthakhat, yamakkan. */
const MARK_GROUPS = [
  "\u0E3A",
  "\u0E38\u0E39",
  "\u0E31\u0E34\u0E35\u0E36\u0E37\u0E47",
  NIKHAHIT,
  TONES,
  "\u0E4C",
  "\u0E4E",
];

function markRank(mark: string): number {
  return MARK_GROUPS.findIndex((group) => group.includes(mark));
}

/**
 * Vowel before tone mark, tone mark before thanthakhat; marks of one group keep their order. Below before above
 * is the order that canonical composition has for the marks it knows the place of.
 *
 * "ท\u0e48\u0e35" -> "ที่"
 * "ผ\u0e49\u0e39" -> "ผู้"
 * "ส\u0e49\u0e34น" -> "สิ้น"
 * "สิทธ\u0e4c\u0e34" -> "สิทธิ์"
 */
export function orderMarks(text: string): string {
  return text.replace(MARK_RUN, (run) =>
    Array.from(run)
      .toSorted((left, right) => markRank(left) - markRank(right))
      .join(""),
  );
}

const DOUBLED_MARK = new RegExp(`([${MARKS}])\\1+`, "gu");

/**
 * One of two equal marks on a consonant: the second comes from the line above or from a double strike.
 *
 * "ท\u0e35\u0e48\u0e48" -> "ที่"
 */
export function dropDoubledMarks(text: string): string {
  return text.replace(DOUBLED_MARK, "$1");
}

// U+25CC is the dotted circle that stands for "any consonant" when a mark is shown by itself.
const STRAY_MARKS = new RegExp(`(?<![${CONSONANTS}${SPACING_VOWELS}${MARKS}\\u25CC])[${MARKS}]+`, "gu");

/**
 * Drops marks with nothing to stand on: at a line's start, behind a space, a digit, a punctuation mark or a
 * Latin letter. A mark behind a vowel letter stays: it belongs to some neighbour, and which is not known here.
 *
 * "\u0e48 กำหนด" -> " กำหนด"
 * "๒\u0e49๕๖๖" -> "๒๕๖๖"
 * "(\u0e34ย้าย)" -> "(ย้าย)"
 */
export function dropStrayMarks(text: string): string {
  return text.replace(STRAY_MARKS, "");
}
