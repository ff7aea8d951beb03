import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync } from "node:zlib";

import type { PageImage } from "../../src/model/page.ts";
import { openSource } from "../../src/raster/open-source.ts";
import type { PageSource, RasterSettings } from "../../src/raster/page-source.ts";
import type { MadeImage } from "./build-pdf.ts";

/** Writes bytes to a file for as long as `use` works with it. */
export async function withFile<T>(
  bytes: Uint8Array,
  use: (path: string) => Promise<T>,
  fileName = "made.pdf",
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "raster-"));
  try {
    const path = join(folder, fileName);
    await writeFile(path, bytes);
    return await use(path);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** Opens a file of these bytes for as long as `use` works with it. */
export function withSource<T>(
  bytes: Uint8Array,
  use: (source: PageSource) => Promise<T>,
  settings: Partial<RasterSettings> = {},
): Promise<T> {
  return withFile(bytes, async (path) => {
    const source = await openSource(path, settings);
    try {
      return await use(source);
    } finally {
      await source.close();
    }
  });
}

/** The first page of a file of these bytes. */
export function readMadePage(bytes: Uint8Array, settings: Partial<RasterSettings> = {}): Promise<PageImage> {
  return withSource(bytes, (source) => source.readPage(1), settings);
}

/** A grey image no two neighbours of which are alike, so that every wrong pixel shows. */
export function pattern(widthPx: number, heightPx: number): Uint8Array {
  return Uint8Array.from({ length: widthPx * heightPx }, (_, index) => {
    const x = index % widthPx;
    const y = Math.floor(index / widthPx);
    return 10 + ((x * 37 + y * 101 + x * y) % 230);
  });
}

/** A grey image as PDF object, deflated. */
export function grayImage(widthPx: number, heightPx: number, data = pattern(widthPx, heightPx)): MadeImage {
  return {
    dictionary: `/Width ${widthPx}/Height ${heightPx}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`,
    data: deflateSync(data),
  };
}

/** One bit a pixel, rows padded to bytes: 1 where `isSet`. */
export function packBits(
  widthPx: number,
  heightPx: number,
  isSet: (x: number, y: number) => boolean,
): Uint8Array {
  const rowBytes = (widthPx + 7) >> 3;
  const bits = new Uint8Array(rowBytes * heightPx);
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      if (isSet(x, y)) bits[y * rowBytes + (x >> 3)]! |= 128 >> (x & 7);
    }
  }
  return bits;
}
