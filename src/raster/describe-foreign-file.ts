/** What a file is that cannot be read, and what its owner can do. */
export interface ForeignFile {
  /** With its article: `a GIF image`. */
  readonly what: string;
  /** A sentence. */
  readonly advice: string;
}

const PRINT = "Save or print it as PDF and hand that in.";
const AS_JPEG = "Save it as JPEG or PNG and hand that in.";
const UNPACK = "Unpack it and hand in the scans that are in it.";
const FROM_SOURCE = "Hand in the scan or document that it is about.";

/** How far names of an archive's parts are looked for, from both ends. */
const ARCHIVE_SEARCH_BYTES = 2 ** 16;

const SIGNATURES: readonly (readonly [start: string, what: string, advice: string])[] = [
  ["\u00d0\u00cf\u0011\u00e0", "an old Office document or an Outlook message", PRINT],
  ["GIF8", "a GIF image", AS_JPEG],
  ["BM", "a BMP image", AS_JPEG],
  ["8BPS", "a Photoshop image", AS_JPEG],
  ["AT&TFORM", "a DjVu document", PRINT],
  ["%!PS", "a PostScript document", PRINT],
  ["{\\rtf", "an RTF document", PRINT],
  ["7z\u00bc\u00af", "a 7z archive", UNPACK],
  ["Rar!", "a RAR archive", UNPACK],
  ["\u001f\u008b", "a gzip archive", UNPACK],
  ["L\u0000\u0000\u0000\u0001\u0014\u0002\u0000", "a Windows shortcut", "Hand in the file that it leads to."],
  ["MZ", "a Windows program", FROM_SOURCE],
  ["\u007fELF", "a program", FROM_SOURCE],
  ["ID3", "a sound", FROM_SOURCE],
  ["<", "an HTML or XML document", PRINT],
];

/** Brands of the container that pictures of phones and videos share. */
const HEIC_BRAND = /^(?:hei[cmsx]|hev[cmx]|mif1|msf1)$/u;

/** What a foreign file looks like, for the message to the person who handed it in. */
export function describeForeignFile(bytes: Uint8Array): ForeignFile {
  const start = latin1(bytes.subarray(0, 16));
  if (start.startsWith("PK\u0003\u0004")) return describeZip(bytes);
  if (start.startsWith("RIFF")) {
    return start.slice(8, 12) === "WEBP"
      ? { what: "a WebP image", advice: AS_JPEG }
      : { what: "a sound or video", advice: FROM_SOURCE };
  }
  if (start.slice(4, 8) === "ftyp") return describeMedia(start.slice(8, 12));
  if (/^(?:\u00ef\u00bb\u00bf)?\s*[[{]/u.test(start)) {
    return { what: "data (JSON), such as a result of this program", advice: FROM_SOURCE };
  }
  const found = SIGNATURES.find(([signature]) => start.startsWith(signature));
  return found === undefined
    ? { what: "something else", advice: PRINT }
    : { what: found[1], advice: found[2] };
}

function describeMedia(brand: string): ForeignFile {
  if (HEIC_BRAND.test(brand)) {
    const advice =
      "Save it as JPEG and hand that in; a phone whose camera is set to the most compatible format takes JPEG itself.";
    return { what: "a HEIC image of a phone", advice };
  }
  if (brand === "avif" || brand === "avis") return { what: "an AVIF image", advice: AS_JPEG };
  return { what: "a video or sound", advice: FROM_SOURCE };
}

/** Office documents are archives with parts of certain names. */
function describeZip(bytes: Uint8Array): ForeignFile {
  const names =
    latin1(bytes.subarray(0, ARCHIVE_SEARCH_BYTES)) + latin1(bytes.subarray(-ARCHIVE_SEARCH_BYTES));
  if (names.includes("word/")) return { what: "a Word document", advice: PRINT };
  if (names.includes("xl/")) return { what: "an Excel workbook", advice: PRINT };
  if (names.includes("ppt/")) return { what: "a PowerPoint presentation", advice: PRINT };
  if (names.includes("opendocument")) return { what: "an OpenDocument file", advice: PRINT };
  return { what: "a ZIP archive", advice: UNPACK };
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
