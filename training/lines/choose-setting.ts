import { listFontFaces } from "../../maker/fonts.ts";
import type { FontFace } from "../../maker/fonts.ts";
import type { FontLook } from "../../maker/font-families.ts";
import type { Random } from "../../maker/random.ts";
import type { LineKind } from "../text/line-text.ts";
import type { Neighbour, TypeSetting } from "./draw-text.ts";
import { chooseOldNine } from "./old-nine.ts";

/** Families that no training line is drawn in: the validation's fonts "not seen". */
export const HELD_OUT_FAMILIES: ReadonlySet<string> = new Set(["Umpush", "Trirong", "Niramit", "Athiti"]);

/** Shares of the looks in a hundred lines: TH Sarabun leads by far, the older styles come next. */
const LOOK_SHARES: readonly (readonly [FontLook, number])[] = [
  ["sarabun-like", 38],
  ["older-serif", 28],
  ["national", 13],
  ["looped", 12],
  ["loopless", 6],
  ["typewriter", 3],
  ["hand", 2],
];

/** Which fonts lines are drawn in. */
export type FontChoice = "training" | "held-out" | "older-styles";

function pickFace(choice: FontChoice, bold: boolean, italic: boolean, random: Random): FontFace {
  const isOpen = (face: FontFace): boolean =>
    HELD_OUT_FAMILIES.has(face.familyName) === (choice === "held-out");
  const faces = choice === "older-styles" ? listFontFaces() : listFontFaces().filter(isOpen);
  const look = choice === "older-styles" ? "older-serif" : random.weighted(LOOK_SHARES);
  const ofLook = faces.filter((face) => face.look === look);
  const usable = ofLook.length > 0 ? ofLook : faces;
  const family = random.pick([...new Set(usable.map((face) => face.familyName))]);
  const ofFamily = usable.filter((face) => face.familyName === family);
  const style = bold ? (italic ? "bold-italic" : "bold") : italic ? "italic" : "regular";
  const ofStyle = ofFamily.filter((face) => face.style === style);
  return random.pick(ofStyle.length > 0 ? ofStyle : ofFamily);
}

const ABOVE_BELOW = ["ที่นี้", "ครั้ง", "ผู้ญู", "ฎุฏฐ", "เพื่อ", "กุฎี", "ปี้ฟ้", "รู้สู่", "๒๕๗", "ทั้งนี้", "ภูมิ", "(ฤๅ)"];

function makeNeighbours(random: Random): Neighbour[] {
  // The pipeline takes most of a neighbour's ink out.
  if (!random.chance(0.12)) return [];
  return Array.from({ length: random.integer(1, 3) }, () => ({
    text: random.pick(ABOVE_BELOW),
    // Single spacing of TH Sarabun is 1.13 em; a little less lets the marks stand between the letters.
    baselineEm: (random.chance(0.5) ? 1 : -1) * random.between(1.02, 1.4),
    position: random.between(-0.03, 1),
  }));
}

/**
 * Draws lots for font, size, resolution and setting of one line.
 *
 * @param oldNineShare in how many of all lines ๙ has its older shape
 */
export function chooseSetting(
  kind: LineKind,
  choice: FontChoice,
  random: Random,
  oldNineShare = 0,
): TypeSetting {
  const bold = random.chance(kind === "heading" ? 0.6 : 0.18);
  const italic = random.chance(0.05);
  const isCondensed = random.chance(0.14);
  // Lots of its own: lines without the older shape stay as they are.
  const nineRandom = random.fork("old nine");
  return {
    ...(nineRandom.chance(oldNineShare) ? { oldNine: chooseOldNine(nineRandom) } : {}),
    face: pickFace(choice, bold, italic, random),
    sizePt: random.weighted([
      [16, 5],
      [14, 4],
      [15, 2],
      [random.between(11, 14), 2],
      [random.between(16, 21), 2],
    ]),
    dpi: random.weighted([
      [300, 6],
      [200, 4],
      [150, 3.5],
      [400, 1],
      [random.integer(150, 400), 3],
    ]),
    stretch: isCondensed ? random.between(0.78, 0.97) : random.between(0.97, 1.06),
    letterSpacing: random.weighted([
      [0, 8],
      [random.between(-0.03, 0), 2],
      [random.between(0, 0.05), 1.5],
    ]),
    wordSpacing: random.weighted([
      [1, 5],
      [random.between(0.8, 1.5), 3],
      [random.between(1.5, 3.5), 1],
    ]),
    underlined: random.chance(0.035),
    neighbours: makeNeighbours(random),
  };
}

/** Height of ก: 0.379 em in TH Sarabun, and `emPixels` makes it as high in every font. */
export function bodyPixels(setting: TypeSetting): number {
  return (setting.sizePt * setting.dpi * 0.379) / 72;
}
