import type { Metadata } from "sharp";

import type { PageImage } from "../../model/page.ts";
import { InputError } from "../input-error.ts";
import { sharp } from "../load-sharp.ts";
import { assertPageExists } from "../page-error.ts";
import type { PageSource, RasterSettings } from "../page-source.ts";
import { readImagePage } from "./read-image-page.ts";
import { reasonOf } from "../reason-of.ts";

/** @throws InputError if the image's header cannot be read. */
export async function openImageFile(
  bytes: Buffer,
  identity: { readonly fileName: string; readonly sha256: string },
  settings: RasterSettings,
): Promise<PageSource> {
  const pageCount = (await readHeader(bytes, identity.fileName)).pages ?? 1;
  return {
    ...identity,
    pageCount,
    remarks: [],
    async readPage(pageNumber: number): Promise<PageImage> {
      assertPageExists(pageNumber, pageCount);
      return readImagePage(bytes, pageNumber, settings);
    },
    close: () => Promise.resolve(),
  };
}

async function readHeader(bytes: Buffer, fileName: string): Promise<Metadata> {
  try {
    return await sharp(bytes, { limitInputPixels: false }).metadata();
  } catch (error) {
    const reason = reasonOf(error);
    throw new InputError(
      "file-damaged",
      `${fileName} is an image that cannot be opened (${reason}); it may be cut off. Copy or scan it again.`,
      { cause: error },
    );
  }
}
