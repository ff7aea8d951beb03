/** `๑.` `12)` `(๓)` `(ก)` `๒.๑` at the start of a line; a full stop with a digit or letter behind it is a number or a short form. */
const NUMBERED =
  /^(?:\([0-9\u0e50-\u0e59ก-ฮa-z]{1,2}\)|[0-9\u0e50-\u0e59]{1,2}(?:\.[0-9\u0e50-\u0e59]{1,2})*[.)](?![0-9\u0e50-\u0e59]))/u;
const BULLET = /^[•●○▪■◆➢✓*·]/u;
/** A dash that opens an item; before a number it more likely goes on with a range (`๒๕๖๔` / `- ๒๕๖๖`). */
const DASH = /^[-–—]\s*(?![\s0-9\u0e50-\u0e59])/u;

/** Whether a line begins as a list item does. */
export function startsListItem(text: string): boolean {
  return NUMBERED.test(text) || BULLET.test(text) || DASH.test(text);
}
