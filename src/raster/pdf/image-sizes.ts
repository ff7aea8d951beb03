import { filterNames, imageStream, resolveValue } from "./page-objects.ts";
import type { ImageStream, PageObjects } from "./page-objects.ts";

export interface ImageSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The sizes of all images among a page's objects, without decoding. Decoders go by what a JPEG or JPEG 2000
 * stream says of itself, so where that is larger than the dictionary's word, it counts.
 */
export function imageSizes(objects: PageObjects): ImageSize[] {
  const sizes: ImageSize[] = [];
  for (const objectNumber of objects.keys()) {
    const image = imageStream(objects, objectNumber);
    if (!image) continue;
    const declared = declaredSize(objects, image);
    const coded = codedSize(objects, image);
    sizes.push(coded && areaOf(coded) > areaOf(declared) ? coded : declared);
  }
  return sizes;
}

export function areaOf({ widthPx, heightPx }: ImageSize): number {
  return widthPx * heightPx;
}

function declaredSize(objects: PageObjects, { dictionary }: ImageStream): ImageSize {
  const width = resolveValue(objects, dictionary.get("Width")).value;
  const height = resolveValue(objects, dictionary.get("Height")).value;
  return {
    widthPx: typeof width === "number" ? width : 0,
    heightPx: typeof height === "number" ? height : 0,
  };
}

function codedSize(objects: PageObjects, image: ImageStream): ImageSize | null {
  const [filter] = filterNames(objects, image);
  const bytes = Buffer.from(image.bytes.buffer, image.bytes.byteOffset, image.bytes.length);
  if (filter === "/DCTDecode") return jpegSize(bytes);
  return filter === "/JPXDecode" ? jpeg2000Size(bytes) : null;
}

const JPEG_MARKER = 0xff;
const JPEG_STANDALONE_MARKERS = new Set([0x01, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8]);
/** SOF0 to SOF15 but for DHT (C4), JPG (C8) and DAC (CC), ITU-T T.81 table B.1. */
const JPEG_FRAME_MARKERS = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

/** From the frame header: marker, length (2), precision (1), height (2), width (2). */
function jpegSize(bytes: Buffer): ImageSize | null {
  let at = Math.max(0, bytes.indexOf("\u00ff\u00d8", 0, "latin1"));
  while (at + 9 < bytes.length) {
    const marker = bytes.readUInt8(at + 1);
    if (bytes.readUInt8(at) !== JPEG_MARKER) return null;
    if (JPEG_FRAME_MARKERS.has(marker)) {
      return { widthPx: bytes.readUInt16BE(at + 7), heightPx: bytes.readUInt16BE(at + 5) };
    }
    if (marker === JPEG_MARKER) at += 1;
    else at += JPEG_STANDALONE_MARKERS.has(marker) ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

/** From the SIZ segment: marker, length (2), capabilities (2), size and offset (4 bytes each, x before y). */
function jpeg2000Size(bytes: Buffer): ImageSize | null {
  const at = bytes.indexOf("\u00ff\u004f\u00ff\u0051", 0, "latin1");
  if (at < 0 || at + 24 > bytes.length) return null;
  const siz = at + 8;
  return {
    widthPx: bytes.readUInt32BE(siz) - bytes.readUInt32BE(siz + 8),
    heightPx: bytes.readUInt32BE(siz + 4) - bytes.readUInt32BE(siz + 12),
  };
}
