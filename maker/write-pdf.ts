import sharp from "sharp";
import type { GrayImage } from "../src/model/image.ts";
import { encodeJpeg } from "./effects/compress-jpeg.ts";

/** How page images are stored: grey JPEG, or one bit a pixel as CCITT group 4 (what fax and office scanners write). */
export type PageStorage = { readonly kind: "jpeg"; readonly quality: number } | { readonly kind: "bilevel" };

interface StoredImage {
  readonly bytes: Uint8Array;
  /** The filter entries of the image's dictionary. */
  readonly entries: string;
}

const TIFF_TAGS = { stripOffsets: 273, photometric: 262, stripByteCounts: 279 } as const;

/** Values of a little-endian TIFF's first directory, by tag; offsets instead of values that don't fit in four bytes. */
function readTiffTags(file: Buffer): Map<number, { count: number; value: number }> {
  if (file.toString("latin1", 0, 2) !== "II") throw new Error("Expected a little-endian TIFF");
  const directory = file.readUInt32LE(4);
  const tags = new Map<number, { count: number; value: number }>();
  for (let entry = 0; entry < file.readUInt16LE(directory); entry += 1) {
    const place = directory + 2 + entry * 12;
    const isShort = file.readUInt16LE(place + 2) === 3;
    const value = isShort ? file.readUInt16LE(place + 8) : file.readUInt32LE(place + 8);
    tags.set(file.readUInt16LE(place), { count: file.readUInt32LE(place + 4), value });
  }
  return tags;
}

/** Group 4 data, taken from a TIFF that libvips writes with the whole image in one strip. */
async function encodeGroup4(image: GrayImage): Promise<StoredImage> {
  const raw = { width: image.widthPx, height: image.heightPx, channels: 1 } as const;
  const file = await sharp(image.data, { raw })
    .toColourspace("b-w")
    // Outside tiled mode this height is that of the strips.
    .tiff({ compression: "ccittfax4", bitdepth: 1, tileHeight: image.heightPx })
    .toBuffer();
  const tags = readTiffTags(file);
  const offset = tags.get(TIFF_TAGS.stripOffsets);
  const length = tags.get(TIFF_TAGS.stripByteCounts);
  if (offset === undefined || length === undefined || offset.count !== 1) {
    throw new Error(`Expected one strip in the TIFF, found ${offset?.count ?? 0}`);
  }
  // Photometric 0: white is zero, as in PDF's default; 1 has the bits the other way round.
  const blackIs1 = tags.get(TIFF_TAGS.photometric)?.value === 1;
  const parameters = `/K -1 /Columns ${image.widthPx} /Rows ${image.heightPx} /BlackIs1 ${blackIs1}`;
  return {
    bytes: file.subarray(offset.value, offset.value + length.value),
    entries: `/BitsPerComponent 1 /Filter /CCITTFaxDecode /DecodeParms << ${parameters} >>`,
  };
}

async function storeImage(image: GrayImage, storage: PageStorage): Promise<StoredImage> {
  if (storage.kind === "bilevel") return encodeGroup4(image);
  return {
    bytes: await encodeJpeg(image, storage.quality),
    entries: "/BitsPerComponent 8 /Filter /DCTDecode",
  };
}

/** Collects the objects of a PDF file with their places. */
class PdfBody {
  private readonly chunks: Buffer[] = [Buffer.from("%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
  private readonly offsets: number[] = [];
  private length = this.chunks[0]!.length;

  private push(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.length += chunk.length;
  }

  /** Objects have to come in the order of their numbers, from 1. */
  addObject(dictionary: string, stream?: Uint8Array): void {
    this.offsets.push(this.length);
    this.push(Buffer.from(`${this.offsets.length} 0 obj\n${dictionary}\n`, "latin1"));
    if (stream !== undefined) {
      this.push(Buffer.from("stream\n", "latin1"));
      this.push(Buffer.from(stream));
      this.push(Buffer.from("\nendstream\n", "latin1"));
    }
    this.push(Buffer.from("endobj\n", "latin1"));
  }

  finish(): Uint8Array {
    const start = this.length;
    const entries = this.offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
    const size = this.offsets.length + 1;
    const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries}`;
    const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
    this.push(Buffer.from(table + trailer, "latin1"));
    return Buffer.concat(this.chunks);
  }
}

const OBJECTS_A_PAGE = 3;

/**
 * A PDF with nothing but an image on each page, as a scanner writes it; page sizes follow from pixels and `dpi`.
 * Written here because a PDF library would store the images its own way (none stores group 4), and because nothing of
 * time or producer may get into the file: the same images give the same bytes.
 */
export async function writePdf(
  pages: readonly GrayImage[],
  dpi: number,
  storage: PageStorage,
): Promise<Uint8Array> {
  const body = new PdfBody();
  const pageObject = (index: number): number => 3 + index * OBJECTS_A_PAGE;
  body.addObject("<< /Type /Catalog /Pages 2 0 R >>");
  const kids = pages.map((_, index) => `${pageObject(index)} 0 R`).join(" ");
  body.addObject(`<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`);
  for (const [index, image] of pages.entries()) {
    const widthPt = Math.round((image.widthPx * 7200) / dpi) / 100;
    const heightPt = Math.round((image.heightPx * 7200) / dpi) / 100;
    const [contents, picture] = [pageObject(index) + 1, pageObject(index) + 2];
    body.addObject(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${widthPt} ${heightPt}] /Contents ${contents} 0 R ` +
        `/Resources << /XObject << /Im0 ${picture} 0 R >> >> >>`,
    );
    const operators = Buffer.from(`q ${widthPt} 0 0 ${heightPt} 0 0 cm /Im0 Do Q`, "latin1");
    body.addObject(`<< /Length ${operators.length} >>`, operators);
    const stored = await storeImage(image, storage);
    body.addObject(
      `<< /Type /XObject /Subtype /Image /Width ${image.widthPx} /Height ${image.heightPx} ` +
        `/ColorSpace /DeviceGray ${stored.entries} /Length ${stored.bytes.length} >>`,
      stored.bytes,
    );
  }
  return body.finish();
}
