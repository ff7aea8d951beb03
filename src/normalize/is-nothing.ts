/**
 * Whether a cell says "nothing": it is empty, or holds only dashes or dots. A dash on its own is read as any of
 * its look-alikes, among them `_`, and often as two; a dot is what a faint or short dash leaves.
 */
export function isNothing(text: string): boolean {
  return /^[\s\-\u2010-\u2015\u2212_.·…]*$/.test(text);
}
