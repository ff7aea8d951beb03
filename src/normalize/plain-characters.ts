/**
 * Steps that turn what encoders and producers write into plain characters.
 * Each takes a text and returns it, changed or not; the examples in the docblocks run as tests.
 */

/**
 * Canonical composition (NFC). SARA AM has a compatibility decomposition only, so it is left alone here.
 *
 * "cafe\u0301" -> "caf\u00e9"
 * "\u0e01\u0e48\u0e38" -> "\u0e01\u0e38\u0e48"
 */
export function composeUnicode(text: string): string {
  return text.normalize("NFC");
}

/**
 * One kind of line end and one kind of space.
 *
 * "ก\r\nข" -> "ก\nข"
 * "ก\u00a0ข\u2009ค\tง" -> "ก ข ค ง"
 */
export function plainSpaces(text: string): string {
  return text
    .replace(/\r\n|[\r\v\f\u0085\u2028\u2029]/g, "\n")
    .replace(/[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g, " ");
}

/**
 * Drops characters without a width: word-break hints (U+200B is common in Thai from the web), joiners,
 * soft hyphens, directions, byte order marks, controls, variation selectors.
 *
 * "องค์การ\u200bบริหาร" -> "องค์การบริหาร"
 * "\ufeffงบ\u00adประมาณ" -> "งบประมาณ"
 */
export function dropInvisible(text: string): string {
  return text.replace(/[[\p{Cf}\p{Cc}\u034F\uFE00-\uFE0F]--[\n]]/gv, "");
}

/**
 * Thai fonts before OpenType drew a mark that has to move (over ป ฝ ฟ, over another mark) as a glyph of its
 * own, and text layers made with them hold its private-use code. One string for each Thai character; the
 * first code is the one of Windows fonts, later ones are other positions and the Macintosh set.
 * Source: the two published glyph sets, as listed in the Thai shaper of HarfBuzz.
 */
const PRIVATE_USE_GLYPHS: Readonly<Record<string, string>> = {
  "\u0E0D": "\uF70F\uF89A",
  "\u0E10": "\uF700\uF89E",
  "\u0E31": "\uF710\uF884",
  "\u0E34": "\uF701\uF885",
  "\u0E35": "\uF702\uF886",
  "\u0E36": "\uF703\uF887",
  "\u0E37": "\uF704\uF888",
  "\u0E38": "\uF718\uF89B",
  "\u0E39": "\uF719\uF89C",
  "\u0E3A": "\uF71A\uF89D",
  "\u0E47": "\uF712\uF889",
  "\u0E48": "\uF705\uF70A\uF713\uF88A\uF88B\uF88C",
  "\u0E49": "\uF706\uF70B\uF714\uF88D\uF88E\uF88F",
  "\u0E4A": "\uF707\uF70C\uF715\uF890\uF891\uF892",
  "\u0E4B": "\uF708\uF70D\uF716\uF893\uF894\uF895",
  "\u0E4C": "\uF709\uF70E\uF717\uF896\uF897\uF898",
  "\u0E4D": "\uF711\uF899",
};

const CHARACTER_OF_GLYPH: ReadonlyMap<string, string> = new Map(
  Object.entries(PRIVATE_USE_GLYPHS).flatMap(([character, glyphs]) =>
    Array.from(glyphs, (glyph): [string, string] => [glyph, character]),
  ),
);

/**
 * Thai characters for the private-use glyphs of old Thai fonts.
 *
 * "ท\uf702\uf70a" -> "ที่"
 * "ป\uf710จจ\uf718บ\uf710น" -> "ปัจจุบัน"
 */
export function plainThaiGlyphs(text: string): string {
  return text.replace(/[\uF700-\uF71A\uF884-\uF89E]/g, (glyph) => CHARACTER_OF_GLYPH.get(glyph) ?? glyph);
}
