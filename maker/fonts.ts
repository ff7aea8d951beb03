import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { FONT_FAMILIES, type FontFamily, type FontLook } from "./font-families.ts";
import { readCharacters } from "./read-characters.ts";

export type FontStyle = "regular" | "bold" | "italic" | "bold-italic";

/** One font file. */
export interface FontFace {
  /** E.g. `Sarabun-400-regular`; also the name that the canvas knows it by. */
  readonly id: string;
  readonly familyName: string;
  readonly look: FontLook;
  readonly licence: string;
  readonly style: FontStyle;
  readonly weight: 300 | 400 | 500 | 600 | 700;
  readonly filePath: string;
}

const TLWG_FOLDER = "/usr/share/fonts/truetype/tlwg";
/** Light and medium count as regular, semi-bold as bold: prints differ that much by toner alone. */
const WEIGHT_NAMES = [
  [300, "300Light"],
  [400, "400Regular"],
  [500, "500Medium"],
  [600, "600SemiBold"],
  [700, "700Bold"],
] as const;

function makeFace(
  family: FontFamily,
  weight: FontFace["weight"],
  italic: boolean,
  filePath: string,
): FontFace {
  const upright = weight < 600 ? "regular" : "bold";
  const slanted = weight < 600 ? "italic" : "bold-italic";
  const style = italic ? slanted : upright;
  return {
    id: `${family.name}-${weight}-${style}`,
    familyName: family.name,
    look: family.look,
    licence: family.licence,
    style,
    weight,
    filePath,
  };
}

function listNpmFaces(family: FontFamily, packageName: string, filePrefix: string): FontFace[] {
  const folder = dirname(createRequire(import.meta.url).resolve(`${packageName}/package.json`));
  const faces: FontFace[] = [];
  for (const [weight, weightName] of WEIGHT_NAMES) {
    for (const italic of family.hasItalic ? [false, true] : [false]) {
      const cut = italic ? `${weightName}_Italic` : weightName;
      // Newer releases of these packages have a folder for each cut, older ones have none.
      const places = [
        join(folder, cut, `${filePrefix}_${cut}.ttf`),
        join(folder, `${filePrefix}_${cut}.ttf`),
      ];
      const filePath = places.find((place) => existsSync(place));
      if (filePath !== undefined) faces.push(makeFace(family, weight, italic, filePath));
    }
  }
  if (faces.length === 0) throw new Error(`No font files of ${filePrefix} in ${folder}`);
  return faces;
}

function listTlwgFaces(family: FontFamily, filePrefix: string): FontFace[] {
  const cuts = [
    [400, false, ""],
    [400, true, existsSync(join(TLWG_FOLDER, `${filePrefix}-Italic.ttf`)) ? "-Italic" : "-Oblique"],
    [700, false, "-Bold"],
    [
      700,
      true,
      existsSync(join(TLWG_FOLDER, `${filePrefix}-BoldItalic.ttf`)) ? "-BoldItalic" : "-BoldOblique",
    ],
  ] as const;
  return cuts
    .map(([weight, italic, cut]) =>
      makeFace(family, weight, italic, join(TLWG_FOLDER, `${filePrefix}${cut}.ttf`)),
    )
    .filter((face) => existsSync(face.filePath));
}

let allFaces: readonly FontFace[] | undefined;

/** All faces whose files are there: always those of the npm packages, those of Debian's where installed. */
export function listFontFaces(): readonly FontFace[] {
  allFaces ??= FONT_FAMILIES.flatMap((family) =>
    family.source.kind === "npm"
      ? listNpmFaces(family, family.source.packageName, family.source.filePrefix)
      : listTlwgFaces(family, family.source.filePrefix),
  );
  return allFaces;
}

/** The same, npm packages only: what is drawn with these is the same on every machine. */
export function listPortableFaces(): readonly FontFace[] {
  const portable = new Set(
    FONT_FAMILIES.filter((family) => family.source.kind === "npm").map((family) => family.name),
  );
  return listFontFaces().filter((face) => portable.has(face.familyName));
}

/** The face of a family that comes closest: of the style, with the weight or next to it. Throws if there is none. */
export function findFace(
  familyName: string,
  style: FontStyle = "regular",
  weight: number = style.startsWith("bold") ? 700 : 400,
): FontFace {
  const family = listFontFaces().filter((face) => face.familyName === familyName);
  const styled = family.filter((face) => face.style === style);
  // A family without italics prints upright, one without a bold cut prints regular, as a word processor's would.
  const candidates = styled.length > 0 ? styled : family;
  const nearest = candidates.toSorted((a, b) => Math.abs(a.weight - weight) - Math.abs(b.weight - weight))[0];
  if (nearest === undefined) throw new Error(`No font family ${familyName} is installed`);
  return nearest;
}

/** Height of ก in the TH Sarabun fonts as a share of the em, about; in most other Thai fonts it is 0.55 to 0.6. */
const SARABUN_BODY_EM = 0.4;
const registered = new Map<string, number>();

/** Makes the face known to the canvas, once; gives the height of its ก as a share of the em. */
function registerFace(face: FontFace): number {
  const known = registered.get(face.id);
  if (known !== undefined) return known;
  if (GlobalFonts.registerFromPath(face.filePath, face.id) === null) {
    throw new Error(`The font file ${face.filePath} can't be read`);
  }
  const context = createCanvas(1, 1).getContext("2d");
  context.font = `1000px "${face.id}"`;
  const bodyEm = context.measureText("ก").actualBoundingBoxAscent / 1000;
  registered.set(face.id, bodyEm);
  return bodyEm;
}

/**
 * Size of the em in pixels for a size as offices count it. A 16 pt TH Sarabun is as high as other fonts at about
 * 11 pt, so that sizes are given in points of TH Sarabun: in every font ก comes out as high as there.
 */
export function emPixels(face: FontFace, sizePt: number, dpi: number): number {
  return ((sizePt * dpi) / 72) * (SARABUN_BODY_EM / registerFace(face));
}

/** The canvas font string of a registered face. */
export function canvasFont(face: FontFace, emPx: number): string {
  registerFace(face);
  return `${emPx}px "${face.id}"`;
}

const characters = new Map<string, ReadonlySet<number>>();

/** The characters of a text that the face has no glyph for; drawing them would bring in another font's. */
export function missingCharacters(face: FontFace, text: string): string[] {
  let covered = characters.get(face.id);
  if (covered === undefined) {
    covered = readCharacters(face.filePath);
    characters.set(face.id, covered);
  }
  return [...new Set(text)].filter((character) => !covered.has(character.codePointAt(0)!));
}
