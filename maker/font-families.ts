/** What a face looks like to a reader; a document of an office mostly stands in `sarabun-like` or `national`. */
export type FontLook =
  /** TH Sarabun and its redrawings: what nearly all offices print in. */
  | "sarabun-like"
  /** Redrawings of others of the thirteen national fonts, looped. */
  | "national"
  /** Other upright faces with loops. */
  | "looped"
  /** Angsana and its kin: thick and thin, as in prints before 2010. */
  | "older-serif"
  /** Headline styles, hardly any loops. */
  | "loopless"
  | "typewriter"
  | "hand";

export interface FontFamily {
  readonly name: string;
  readonly look: FontLook;
  readonly licence: string;
  /** Where its files are: an npm package with files by weight, or the folder of Debian's fonts-thai-tlwg. */
  readonly source:
    | { readonly kind: "npm"; readonly packageName: string; readonly filePrefix: string }
    | { readonly kind: "tlwg"; readonly filePrefix: string };
  readonly hasItalic: boolean;
}

function google(packageName: string, filePrefix: string, look: FontLook, hasItalic = true): FontFamily {
  const source = { kind: "npm", packageName: `@expo-google-fonts/${packageName}`, filePrefix } as const;
  return { name: filePrefix, look, licence: "OFL-1.1", source, hasItalic };
}

function tlwg(filePrefix: string, look: FontLook, licence: string): FontFamily {
  return { name: filePrefix, look, licence, source: { kind: "tlwg", filePrefix }, hasItalic: false };
}

const FONT_EXCEPTION = "GPL-2.0-or-later WITH Font-exception-2.0";

/** The families that documents and training lines are drawn in. Those of Debian are there only where installed. */
export const FONT_FAMILIES: readonly FontFamily[] = [
  google("sarabun", "Sarabun", "sarabun-like"),
  google("bai-jamjuree", "BaiJamjuree", "national"),
  google("chakra-petch", "ChakraPetch", "national"),
  google("k2d", "K2D", "national"),
  google("kodchasan", "Kodchasan", "national"),
  google("koho", "KoHo", "national"),
  google("niramit", "Niramit", "national"),
  google("fahkwang", "Fahkwang", "national"),
  google("noto-sans-thai-looped", "NotoSansThaiLooped", "looped", false),
  google("ibm-plex-sans-thai-looped", "IBMPlexSansThaiLooped", "looped", false),
  google("taviraj", "Taviraj", "older-serif"),
  google("trirong", "Trirong", "older-serif"),
  google("maitree", "Maitree", "older-serif", false),
  google("pridi", "Pridi", "loopless", false),
  google("athiti", "Athiti", "loopless", false),
  google("noto-sans-thai", "NotoSansThai", "loopless", false),
  google("kanit", "Kanit", "loopless"),
  google("prompt", "Prompt", "loopless"),
  google("mali", "Mali", "hand"),
  google("itim", "Itim", "hand", false),
  google("sriracha", "Sriracha", "hand", false),
  google("charm", "Charm", "hand", false),
  tlwg("Laksaman", "sarabun-like", FONT_EXCEPTION),
  tlwg("Kinnari", "older-serif", FONT_EXCEPTION),
  tlwg("Norasi", "older-serif", FONT_EXCEPTION),
  tlwg("Loma", "looped", FONT_EXCEPTION),
  tlwg("Garuda", "looped", FONT_EXCEPTION),
  tlwg("Waree", "looped", "Bitstream-Vera"),
  tlwg("Umpush", "looped", FONT_EXCEPTION),
  tlwg("Sawasdee", "loopless", FONT_EXCEPTION),
  tlwg("TlwgTypist", "typewriter", FONT_EXCEPTION),
  tlwg("TlwgTypewriter", "typewriter", FONT_EXCEPTION),
];
