import { inflateSync } from "node:zlib";

import { filterNames, resolveValue } from "./page-objects.ts";
import type { ImageStream, PageObjects } from "./page-objects.ts";
import type { PdfValue } from "./read-pdf-objects.ts";

/** A JPEG whose samples are grey or RGB as they stand: nothing in the PDF changes what they mean. */
export interface PlainJpeg {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
}

/** Entries by which a PDF gives samples another meaning; default values of `Decode` are looked at by value. */
const CHANGING_ENTRIES = ["Mask", "SMask", "SMaskInData", "ImageMask", "Matte"];

const CHANNELS_OF_COLOR_SPACE: Readonly<Record<string, 1 | 3>> = {
  "/DeviceGray": 1,
  "/CalGray": 1,
  "/DeviceRGB": 3,
  "/CalRGB": 3,
};

/** The JPEG that an image is stored as; null for everything that only pdf.js shall interpret. */
export function findPlainJpeg(objects: PageObjects, image: ImageStream): PlainJpeg | null {
  const { dictionary } = image;
  const widthPx = resolveValue(objects, dictionary.get("Width")).value;
  const heightPx = resolveValue(objects, dictionary.get("Height")).value;
  const channels = colorChannels(objects, dictionary.get("ColorSpace"));
  const bytes = jpegBytes(objects, image);
  if (typeof widthPx !== "number" || typeof heightPx !== "number" || !channels || !bytes) return null;
  if (CHANGING_ENTRIES.some((entry) => dictionary.has(entry))) return null;
  if (!isDefaultDecode(resolveValue(objects, dictionary.get("Decode")).value)) return null;
  if (resolveValue(objects, dictionary.get("DecodeParms")).value !== null) return null;
  return { bytes, widthPx, heightPx, channels };
}

/** pdf-lib and others deflate JPEGs once more. */
function jpegBytes(objects: PageObjects, image: ImageStream): Uint8Array | null {
  const [first, second, third] = filterNames(objects, image);
  if (first === "/DCTDecode" && second === undefined) return image.bytes;
  if (first !== "/FlateDecode" || second !== "/DCTDecode" || third !== undefined) return null;
  try {
    return inflateSync(image.bytes);
  } catch {
    return null;
  }
}

function colorChannels(objects: PageObjects, colorSpace: PdfValue | undefined): 1 | 3 | null {
  const space = resolveValue(objects, colorSpace).value;
  const [family, profile] = Array.isArray(space) ? (space as readonly PdfValue[]) : [space];
  if (family === "/ICCBased") {
    const dictionary = resolveValue(objects, profile).value;
    const count = dictionary instanceof Map ? (dictionary.get("N") as PdfValue) : null;
    return count === 1 || count === 3 ? count : null;
  }
  return typeof family === "string" ? (CHANNELS_OF_COLOR_SPACE[family] ?? null) : null;
}

function isDefaultDecode(decode: PdfValue): boolean {
  return decode === null || (Array.isArray(decode) && decode.every((value, index) => value === index % 2));
}
