import { composeAffine } from "../../model/box.ts";
import type { PageImage } from "../../model/page.ts";
import { pageImage } from "../page-image.ts";
import { placeImage } from "../place-image.ts";
import type { StoredImage } from "../stored-image.ts";
import { objectOfPage } from "./object-of-page.ts";
import { imageNotDecoded } from "./page-work.ts";
import type { PageWork } from "./page-work.ts";
import { readOutline } from "./read-outline.ts";
import { pixelsToImage } from "./pixels-to-image.ts";
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
  stored: StoredImage,
): PageImage {
  // A JPEG 2000 stream may have another size than the PDF says of it.
  const scaleX = image.widthPx / stored.widthPx;
  const scaleY = image.heightPx / stored.heightPx;
  const toDeclared = { a: scaleX, b: 0, c: 0, d: scaleY, e: 0, f: 0 };
  const placed = placeImage(stored, composeAffine(toDeclared, image.toPoints), visible);
  if (!placed) throw imageNotDecoded(page.pageNumber);
  const { pageNumber } = page;
  const { widthPt, heightPt } = frame;
  return pageImage({ pageNumber, widthPt, heightPt, ...placed, origin: "stored-image", remarks });
}

/** The image as pdf.js decodes it. @throws PageError if it does not. */
export async function decodeSingleImage({ page }: PageWork, { image }: SingleImage): Promise<StoredImage> {
  const { source, stencilTone } = image;
  const pixels = typeof source === "string" ? await objectOfPage(page, source) : source;
  const stored = pixels && pixelsToImage(pixels, stencilTone);
  if (!stored) throw imageNotDecoded(page.pageNumber);
  return stored;
}

/**
 * @throws PageError if evidently nothing of a page's image was decoded: decoders of bilevel images give up
 *   silently and leave an even page; and an even black page is no scan.
 */
export async function assertDecoded({ file, page, frame }: PageWork, { gray }: PageImage): Promise<void> {
  const [first] = gray.data;
  if ((first !== 0 && first !== 255) || gray.data.some((tone) => tone !== first)) return;
  const outline = first === 0 ? null : await readOutline(file, page.pageNumber, frame);
  const codedBytes = outline?.bilevelBytes ?? 0;
  if (first === 0 || codedBytes > BLANK_BYTES_PER_ROW * gray.heightPx) throw imageNotDecoded(page.pageNumber);
}
