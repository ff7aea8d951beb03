import { THAI_DIGITS } from "./alphabet.ts";

/**
 * Writes the numbers of a line in Thai digits. Digits that touch Latin letters (COVID-19, web addresses) stay as they
 * are: no office paper mixes the two in one word.
 */
export function writeThaiDigits(text: string): string {
  return text.replace(/[A-Za-z@][\w.@:/-]*|\d/g, (part) =>
    /^\d$/.test(part) ? THAI_DIGITS[Number(part)]! : part,
  );
}
