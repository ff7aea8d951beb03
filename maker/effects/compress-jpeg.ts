import sharp from "sharp";
import type { GrayImage } from "../../src/model/image.ts";

/** The page as a grey JPEG file; `quality` from 1 to 100. */
export async function encodeJpeg(image: GrayImage, quality: number): Promise<Uint8Array> {
  const raw = { width: image.widthPx, height: image.heightPx, channels: 1 } as const;
  return sharp(image.data, { raw }).toColourspace("b-w").jpeg({ quality }).toBuffer();
}

/** The page as it comes back from a JPEG file: blocks and ringing around the strokes. */
export async function compressJpeg(image: GrayImage, quality: number): Promise<GrayImage> {
  const file = await encodeJpeg(image, quality);
  const { data } = await sharp(file).toColourspace("b-w").raw().toBuffer({ resolveWithObject: true });
  return { ...image, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
}
