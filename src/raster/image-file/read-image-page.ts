import type { Metadata } from "sharp";

import type { GrayImage } from "../../model/image.ts";
import type { PageImage } from "../../model/page.ts";
import { remark } from "../../model/remark.ts";
import { sharp } from "../load-sharp.ts";
import { grayOfRgb, grayOfRgba } from "../luminance.ts";
import { PageError } from "../page-error.ts";
import { pageImage } from "../page-image.ts";
import type { RasterSettings } from "../page-source.ts";
import { assertWithinBudget } from "../pixel-budget.ts";
import { imageResolution } from "./resolution.ts";
import { reasonOf } from "../reason-of.ts";

const POINTS_PER_INCH = 72;

/**
 * One page of an image file, turned as its EXIF orientation says, on white where it is transparent. Of a
 * damaged image, what could be decoded is taken, with a remark.
 *
 * @throws PageError
 */
export async function readImagePage(
  bytes: Buffer,
  pageNumber: number,
  { maxPixels }: RasterSettings,
): Promise<PageImage> {
  const header = await readPageHeader(bytes, pageNumber);
  assertWithinBudget({ widthPx: header.width, heightPx: header.height }, maxPixels, pageNumber);
  const { gray, isDamaged } = await decode(bytes, pageNumber);
  const { value: dpi, remarks } = imageResolution(
    gray.widthPx,
    gray.heightPx,
    header.density ?? null,
    pageNumber,
  );
  const scale = POINTS_PER_INCH / dpi;
  return pageImage({
    pageNumber,
    widthPt: gray.widthPx * scale,
    heightPt: gray.heightPx * scale,
    gray,
    toPoints: { a: scale, b: 0, c: 0, d: scale, e: 0, f: 0 },
    origin: "stored-image",
    remarks: isDamaged ? [...remarks, damagedRemark(pageNumber)] : remarks,
  });
}

async function readPageHeader(bytes: Buffer, pageNumber: number): Promise<Metadata> {
  try {
    return await sharp(bytes, { page: pageNumber - 1, limitInputPixels: false }).metadata();
  } catch (error) {
    throw notDecoded(error, pageNumber);
  }
}

async function decode(bytes: Buffer, pageNumber: number): Promise<{ gray: GrayImage; isDamaged: boolean }> {
  try {
    return { gray: await decodeGray(bytes, pageNumber, "error"), isDamaged: false };
  } catch {
    try {
      return { gray: await decodeGray(bytes, pageNumber, "none"), isDamaged: true };
    } catch (error) {
      throw notDecoded(error, pageNumber);
    }
  }
}

async function decodeGray(bytes: Buffer, pageNumber: number, failOn: "error" | "none"): Promise<GrayImage> {
  const image = sharp(bytes, { page: pageNumber - 1, failOn, limitInputPixels: false });
  const { space, hasAlpha } = await image.metadata();
  const isGray = !hasAlpha && (space === "b-w" || space === "grey16");
  const { data, info } = await image
    .autoOrient()
    .toColourspace(isGray ? "b-w" : "srgb")
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width: widthPx, height: heightPx, channels } = info;
  const toGray = GRAY_OF_CHANNELS[channels];
  if (!toGray) throw new Error(`${channels} channels`);
  return { widthPx, heightPx, data: toGray(data) };
}

const GRAY_OF_CHANNELS: Readonly<Record<number, (data: Buffer) => Uint8Array>> = {
  1: (data) => new Uint8Array(data.buffer, data.byteOffset, data.length),
  3: grayOfRgb,
  4: grayOfRgba,
};

function notDecoded(error: unknown, pageNumber: number): PageError {
  const reason = reasonOf(error);
  return new PageError(
    "image-not-decoded",
    pageNumber,
    `The image cannot be decoded (${reason}). Scan the page again.`,
    { cause: error },
  );
}

function damagedRemark(pageNumber: number): ReturnType<typeof remark> {
  return remark(
    "image-damaged",
    "warning",
    "The image is damaged; what could be decoded was taken. Compare the page with the original.",
    { pageNumber },
  );
}
