/** Every character that the model can put out, apart from the space. */

export const THAI_CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลวศษสหฬอฮ";
export const THAI_DIGITS = "๐๑๒๓๔๕๖๗๘๙";
export const TONES = "่้๊๋";

/**
 * SARA AM is one character (U+0E33) for this model. The stock model puts out its two halves (U+0E4D U+0E32), which
 * every reader of its text has to join again; in print the small circle stands nowhere else, so U+0E4D is left out and
 * a Thai zero can't be taken for it.
 */
const THAI_SIGNS = "ะัาำิีึืุูเแโใไ็์ฯๆ฿๏๛";
const LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const ARABIC_DIGITS = "0123456789";
/**
 * Twins that only a reader could tell apart are here once: x stands for ×, three dots for an ellipsis. No `|`: nothing
 * but rules looks like it on an office page, and a bar that can't be put out can't be wrong.
 */
const SIGNS = ".,:;!?'\"“”‘’()[]<>/-–%&@+=_*#$°½•●○▪■□✓√";

export const ALPHABET: readonly string[] = Array.from(
  new Set(THAI_CONSONANTS + THAI_SIGNS + TONES + THAI_DIGITS + ARABIC_DIGITS + LATIN + SIGNS),
);

/** What the net for numbers can put out: what `isNumberLine` allows in a number (src/ocr/second-look.ts). */
export const NUMBER_ALPHABET: readonly string[] = Array.from(`${THAI_DIGITS}${ARABIC_DIGITS}.,:/()-–%฿บาท`);

const KNOWN = new Set([...ALPHABET, " "]);

/** Characters of `text` that the model can't put out. */
export function unknownCharacters(text: string): string[] {
  return Array.from(text).filter((character) => !KNOWN.has(character));
}
