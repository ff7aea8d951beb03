import { deflateSync, inflateSync } from "node:zlib";
import type { Random } from "../../maker/random.ts";
import { BYTE_MUTATIONS } from "./byte-mutations.ts";
import { replaceOne, textMutation, type Mutation } from "./mutation.ts";
import { paintPixels } from "./paint-pixels.ts";

const ODD_NUMBERS: readonly string[] = [
  "0",
  "-1",
  "1",
  "2147483648",
  "-2147483649",
  "4294967296",
  "1e30",
  "99999999999999999999",
  "0.0000001",
  "-0.5",
  "NaN",
  "null",
  "(text)",
  "[]",
  "<<>>",
  "true",
];
const NAMES: readonly string[] = [
  "/FlateDecode",
  "/DCTDecode",
  "/CCITTFaxDecode",
  "/JBIG2Decode",
  "/JPXDecode",
  "/LZWDecode",
  "/ASCII85Decode",
  "/ASCIIHexDecode",
  "/RunLengthDecode",
  "/Crypt",
  "/DeviceGray",
  "/DeviceRGB",
  "/DeviceCMYK",
  "/Indexed",
  "/Separation",
  "/Pattern",
  "/Page",
  "/Pages",
  "/Catalog",
  "/XObject",
  "/Image",
  "/Form",
  "/Width",
  "/Height",
  "/Length",
  "/SMask",
  "/Mask",
  "/Kids",
  "/Parent",
  "/Contents",
  "/Nonsense",
];
const BOXES: readonly string[] = [
  "0 0 0 0",
  "0 0 -500 -300",
  "500 300 0 0",
  "0 0 1e9 1e9",
  "0 0 1 100000",
  "-1e30 -1e30 1e30 1e30",
  "0 0 14400 14400",
  "0 0 0.001 0.001",
  "(a) (b) (c) (d)",
  "0 0",
];
const FILTERS: readonly string[] = [
  "/Filter[/FlateDecode/FlateDecode/FlateDecode]",
  "/Filter[/ASCIIHexDecode/FlateDecode]",
  "/Filter[/RunLengthDecode/LZWDecode/ASCII85Decode]",
  "/Filter[/FlateDecode/DCTDecode]",
  `/Filter[${"/ASCIIHexDecode".repeat(64)}]`,
  "/Filter/Unknown",
  "/Filter null",
  "/DecodeParms<</Predictor 15/Columns 1000000>>/Filter/FlateDecode",
  "/DecodeParms<</Predictor 2/Colors 999/BitsPerComponent 16/Columns 65535>>/Filter/FlateDecode",
  "/DecodeParms<</K -1/Columns 2147483647/Rows 2147483647>>/Filter/CCITTFaxDecode",
  "/DecodeParms<</K -1/Columns 0/Rows 0>>/Filter/CCITTFaxDecode",
];
const IMAGE_ENTRIES: readonly string[] = [
  "/Width 100000/Height 100000",
  "/Width 0/Height 0",
  "/Width 65535/Height 1",
  "/Width 1/Height 65535",
  "/Width -5/Height 7",
  "/BitsPerComponent 16",
  "/BitsPerComponent 3",
  "/BitsPerComponent 1",
  "/ImageMask true",
  "/Decode[1 0]",
  "/Decode[1e30 -1e30]",
  "/ColorSpace[/Indexed/DeviceRGB 255 <00>]",
  "/ColorSpace[/Indexed[/Indexed/DeviceGray 1<00ff>]1<0001>]",
  "/ColorSpace/DeviceCMYK",
  "/Mask[0 0]",
  "/SMask 1 0 R",
];
const OPERATORS: readonly string[] = [
  " q".repeat(2_000),
  " Q".repeat(100),
  " 0 0 0 0 0 0 cm",
  " 1e30 0 0 1e30 0 0 cm",
  " 1 0 0 1 NaN 0 cm",
  " 0 0 m 1e9 1e9 l S",
  " 1000000 w 0 0 m 100 100 l S",
  " [0 0] 0 d 0 0 m 500 0 l S",
  " /Im0 Do".repeat(200),
  " BT /F1 1e6 Tf (x) Tj ET",
  " BT /F1 0 Tf (x) Tj ET",
  " BT /F9 12 Tf (missing font) Tj ET",
  " /GS9 gs /P9 scn",
  " BI /W 10 /H 10 /BPC 8 /CS /G ID xx EI",
  " BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID xx EI",
  " 0 0 100 100 re W n",
  " /Sh9 sh",
];

const STREAM = /stream\r?\n([\s\S]*?)\r?\nendstream/gu;

/** What makes a PDF wrong where it is still one: numbers, names, references, page trees, filters, content. */
export const PDF_MUTATIONS: readonly Mutation[] = [
  textMutation("pdf-number", (text, random) =>
    repeat(text, random, 4, (now) =>
      replaceOne(now, /(?<=[\s[/A-Za-z])-?\d+(?:\.\d+)?(?=[\s/\]>])/gu, random, () =>
        random.pick(ODD_NUMBERS),
      ),
    ),
  ),
  textMutation("pdf-name", (text, random) =>
    repeat(text, random, 3, (now) =>
      replaceOne(now, /\/[A-Z][A-Za-z0-9]+/gu, random, () => random.pick(NAMES)),
    ),
  ),
  textMutation("pdf-reference", (text, random) =>
    repeat(text, random, 3, (now) =>
      replaceOne(
        now,
        /\d+ 0 R/gu,
        random,
        () => `${random.integer(0, 14)} ${random.pick([0, 0, 0, 1, 65535])} R`,
      ),
    ),
  ),
  textMutation("pdf-self-reference", (text, random) =>
    replaceOne(text, /(\d+) 0 obj\s*<<([\s\S]*?)>>/gu, random, ([, number, entries]) => {
      const name = random.pick([
        "/Length",
        "/Kids",
        "/Parent",
        "/Contents",
        "/Resources",
        "/Filter",
        "/ColorSpace",
        "/SMask",
        "/Prev",
        "/First",
      ]);
      const value = name === "/Kids" ? `[${number} 0 R ${number} 0 R]` : `${number} 0 R`;
      return `${number} 0 obj\n<<${name} ${value} ${entries}>>`;
    }),
  ),
  textMutation("pdf-page-tree", (text, random) => {
    const kids = random.pick([
      "/Kids[2 0 R]",
      "/Kids[1 0 R 2 0 R]",
      "/Kids[]",
      "/Kids null",
      `/Kids[${"3 0 R ".repeat(50)}]`,
      "/Kids[99 0 R]",
    ]);
    const count = random.pick([
      "/Count 0",
      "/Count -1",
      "/Count 100000",
      "/Count 2147483647",
      "/Count 1.5",
      "/Count(x)",
    ]);
    const withKids = random.chance(0.6) ? text.replace(/\/Kids\s*\[[^\]]*\]/u, kids) : text;
    return random.chance(0.6) ? withKids.replace(/\/Count\s+-?\d+/u, count) : withKids;
  }),
  textMutation("pdf-page-box", (text, random) =>
    replaceOne(text, /\/MediaBox\s*\[[^\]]*\]/gu, random, () => {
      const name = random.pick(["/MediaBox", "/MediaBox", "/CropBox"]);
      const more = random.pick([
        "",
        "/Rotate 45",
        "/Rotate 1e9",
        "/UserUnit 1e6",
        "/UserUnit 0",
        "/Rotate -90",
      ]);
      return `${name}[${random.pick(BOXES)}]${more}`;
    }),
  ),
  textMutation("pdf-filter", (text, random) =>
    replaceOne(text, /\/Filter\s*(?:\[[^\]]*\]|\/[A-Za-z0-9]+)/gu, random, () => random.pick(FILTERS)),
  ),
  textMutation("pdf-image-entries", (text, random) =>
    replaceOne(text, /\/Subtype\s*\/Image/gu, random, ([found]) => `${found}${random.pick(IMAGE_ENTRIES)}`),
  ),
  textMutation("pdf-swap-streams", (text, random) => {
    const streams = [...text.matchAll(STREAM)];
    if (streams.length < 2) return text;
    const data = random.pick(streams)[1] ?? "";
    return replaceOne(text, STREAM, random, () => `stream\n${data}\nendstream`);
  }),
  textMutation("pdf-content", (text, random) =>
    replaceOne(text, STREAM, random, ([, data]) => `stream\n${random.pick(OPERATORS)} ${data}\nendstream`),
  ),
  textMutation("pdf-inside-stream", (text, random) =>
    changeInsideStream(text, random, (data) => random.pick(BYTE_MUTATIONS).apply(data, random, data)),
  ),
  textMutation("pdf-pixels", (text, random) =>
    changeInsideStream(text, random, (data) => paintPixels(data, random)),
  ),
  textMutation("pdf-bomb", (text, random) =>
    replaceOne(text, STREAM, random, () => {
      const zeros = Buffer.alloc(random.pick([1e6, 2e7, 6e7]), random.pick([0, 0x20, 0x71]));
      return `stream\n${deflateSync(zeros).toString("latin1")}\nendstream`;
    }),
  ),
  textMutation("pdf-xref", (text, random) =>
    replaceOne(
      text,
      /startxref\s+\d+|\d{10} \d{5} [nf]|\/Size \d+|\/Root \d+ 0 R|\/Prev \d+|%%EOF/gu,
      random,
      () =>
        random.pick([
          "",
          "startxref\n0",
          "startxref\n-1",
          "startxref\n99999999",
          "0000000000 00000 n",
          "9999999999 00000 n",
          "/Size 0",
          "/Size 2147483647",
          "/Root 2 0 R",
          "/Root null",
          "/Prev 0",
          "/Encrypt 4 0 R",
          "/Encrypt<</Filter/Standard/V 4/R 4/Length 128/P -1/O()/U()>>",
        ]),
    ),
  ),
  textMutation("pdf-deep", (text, random) => {
    const depth = random.pick([100, 5_000, 100_000]);
    const [open, close] = random.pick([
      ["[", "]"],
      ["<</A", ">>"],
      ["(", ")"],
    ] as const);
    return replaceOne(
      text,
      /\/Type\s*\/[A-Za-z]+/gu,
      random,
      ([found]) => `${found}/Deep ${open.repeat(depth)}${close.repeat(depth)}`,
    );
  }),
  textMutation("pdf-outline", (text, random) =>
    text.replace(
      /\/Type\s*\/Catalog/u,
      `/Type/Catalog/Outlines ${random.integer(1, 9)} 0 R/PageLabels ${random.integer(1, 9)} 0 R/AcroForm ${random.integer(1, 9)} 0 R`,
    ),
  ),
];

/** Damage behind a compression: inflated, spoilt and deflated again. */
function changeInsideStream(text: string, random: Random, change: (data: Buffer) => Buffer): string {
  return replaceOne(text, STREAM, random, ([found, data]) => {
    try {
      const spoilt = change(inflateSync(Buffer.from(data ?? "", "latin1")));
      return `stream\n${deflateSync(spoilt).toString("latin1")}\nendstream`;
    } catch {
      return found;
    }
  });
}

function repeat(text: string, random: Random, most: number, change: (text: string) => string): string {
  let changed = text;
  for (let left = random.integer(1, most); left > 0; left -= 1) changed = change(changed);
  return changed;
}
