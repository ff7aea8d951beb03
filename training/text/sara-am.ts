/**
 * Joins the two halves of SARA AM, as the stock model writes it, with the tone mark between or before them, to
 * U+0E33 behind the tone mark: U+0E4D (tone) U+0E32 becomes (tone) U+0E33.
 */
export function joinSaraAm(text: string): string {
  return text.replace(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/g, "$1\u0e33").replace(/\u0e32\u0e4d/g, "\u0e33");
}
