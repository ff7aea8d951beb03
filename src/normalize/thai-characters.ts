/**
 * Classes of Thai characters, as pieces for regular expressions (they go between square brackets).
 * Code points: Unicode block Thai, U+0E00 to U+0E7F.
 */

/** ก to ฮ, with ฤ and ฦ, which carry tone marks like consonants do. */
export const CONSONANTS = "\\u0E01-\\u0E2E";

/** Vowels that stand on the line: ะ, า, ำ, and เ แ โ ใ ไ ๅ. */
export const SPACING_VOWELS = "\\u0E30\\u0E32\\u0E33\\u0E40-\\u0E45";

/** Every mark that stands above or below a consonant. */
export const MARKS = "\\u0E31\\u0E34-\\u0E3A\\u0E47-\\u0E4E";

/** What may follow inside a word: a letter or a mark, but no digit, no ฯ, no ฿. */
export const WORD_CHARACTERS = `${CONSONANTS}${SPACING_VOWELS}${MARKS}`;

/** Western and Thai digits. */
export const DIGITS = "0-9\\u0E50-\\u0E59";
