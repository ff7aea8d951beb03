import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { writePdf } from "../maker/write-pdf.ts";
import type { GrayImage } from "../src/model/image.ts";
import { openSource } from "../src/raster/open-source.ts";

/** Writes the pages of a file as PNG, pixel for pixel as they are stored, and gives their paths. */
export async function writePagePngs(filePath: string, folder: string): Promise<readonly string[]> {
  const source = await openSource(filePath);
  const paths: string[] = [];
  try {
    for (let pageNumber = 1; pageNumber <= source.pageCount; pageNumber += 1) {
      const { gray, dpi } = await source.readPage(pageNumber);
      const path = join(folder, `page-${String(pageNumber).padStart(3, "0")}.png`);
      const raw = { width: gray.widthPx, height: gray.heightPx, channels: 1 } as const;
      await sharp(gray.data, { raw }).toColourspace("b-w").withMetadata({ density: dpi }).png().toFile(path);
      paths.push(path);
    }
  } finally {
    await source.close();
  }
  return paths;
}

/** Writes a PDF of `pageCount` pages that repeats those of a file, and gives its path. */
export async function writeLongPdf(filePath: string, pageCount: number, folder: string): Promise<string> {
  const source = await openSource(filePath);
  try {
    const images: GrayImage[] = [];
    let pageDpi = 0;
    for (let pageNumber = 1; pageNumber <= Math.min(source.pageCount, pageCount); pageNumber += 1) {
      const { gray, dpi } = await source.readPage(pageNumber);
      images.push(gray);
      pageDpi = dpi;
    }
    const pages = Array.from({ length: pageCount }, (_, index) => images[index % images.length]!);
    const path = join(folder, "long.pdf");
    await writeFile(path, await writePdf(pages, pageDpi, { kind: "jpeg", quality: 80 }));
    return path;
  } finally {
    await source.close();
  }
}
