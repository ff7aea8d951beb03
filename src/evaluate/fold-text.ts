/** NIKHAHIT and SARA AA, with the tone mark between them that some engines print, are one SARA AM. */
const SPLIT_SARA_AM = /\u0E4D([\u0E48-\u0E4B]?)\u0E32/gu;

/**
 * The code points that count when two texts are compared: NFC, SARA AM composed, all white space removed.
 *
 * `"นํ้า ใจ"` gives the code points of `"น้ำใจ"`; `null` gives none.
 */
export function foldText(text: string | null): readonly string[] {
  if (text === null) return [];
  return Array.from(text.replace(SPLIT_SARA_AM, "$1\u0E33").normalize("NFC").replaceAll(/\s+/gu, ""));
}
