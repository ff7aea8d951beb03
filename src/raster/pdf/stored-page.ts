import { composeAffine } from "../../model/box.ts";
import type { GrayImage } from "../../model/image.ts";
import type { PageImage } from "../../model/page.ts";
import { pageImage } from "../page-image.ts";
import { placeImage } from "../place-image.ts";
import { objectOfPage } from "./object-of-page.ts";
import { imageNotDecoded } from "./page-work.ts";
import type { PageWork } from "./page-work.ts";
import { pixelsToGray } from "./pixels-to-gray.ts";
import type { SingleImage } from "./single-image.ts";

/**
 * An even white page takes less in any coding for bilevel images: 5.6 bytes a row in CCITT group 3 (measured
 * with libtiff on A4 at 300 dpi), 0.4 in group 4.
 */
const BLANK_BYTES_PER_ROW = 8;

/** The page made of its one image, pixel by pixel as stored. */
export function storedPage(
  { page, frame, remarks }: PageWork,
  { image, visible }: SingleImage,
  gray: GrayImage,
): PageImage {
  // A JPEG 2000 stream may have another size than the PDF says of it.
  const scaleX = image.widthPx / gray.widthPx;
  const scaleY = image.heightPx / gray.heightPx;
  const toDeclared = { a: scaleX, b: 0, c: 0, d: scaleY, e: 0, f: 0 };
  const placed = placeImage(gray, composeAffine(toDeclared, image.toPoints), visible);
  if (!placed) throw imageNotDecoded(page.pageNumber);
  const { pageNumber } = page;
  const { widthPt, heightPt } = frame;
  return pageImage({ pageNumber, widthPt, heightPt, ...placed, origin: "stored-image", remarks });
}

/**
 * The image as pdf.js decodes it.
 *
 * @param bilevelBytes length of its stream if it has a bilevel coding, else 0.
 * @throws PageError if nothing was decoded, or evidently so: bilevel decoders give up silently and leave an
 *   even page; and an even black page is no scan.
 */
export async function decodeSingleImage(
  { page }: PageWork,
  { image }: SingleImage,
  bilevelBytes: number,
): Promise<GrayImage> {
  const { source, stencilTone } = image;
  const pixels = typeof source === "string" ? await objectOfPage(page, source) : source;
  const gray = pixels && pixelsToGray(pixels, stencilTone);
  if (!gray) throw imageNotDecoded(page.pageNumber);
  const [first] = gray.data;
  const isDoubtful = first === 0 || (first === 255 && bilevelBytes > BLANK_BYTES_PER_ROW * gray.heightPx);
  if (isDoubtful && gray.data.every((tone) => tone === first)) throw imageNotDecoded(page.pageNumber);
  return gray;
}
