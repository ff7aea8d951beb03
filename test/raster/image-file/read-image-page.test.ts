import sharp from "sharp";
import type { Sharp } from "sharp";
import { describe, expect, test } from "vitest";

import { pattern, readMadePage, withSource } from "../../support/made-page.ts";

const WIDTH = 248;
const HEIGHT = 351;
const STORED = pattern(WIDTH, HEIGHT);
const DPI = 30;

function stored(): Sharp {
  return sharp(STORED, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } }).toColourspace("b-w");
}

function stackedTiff(...pages: Buffer[]): Promise<Buffer> {
  return sharp(pages, { join: { across: 1, animated: true } })
    .removeAlpha()
    .toColourspace("b-w")
    .tiff({ compression: "lzw" })
    .toBuffer();
}

describe("an image file is one page of grey pixels", () => {
  test.each([
    ["PNG", () => stored().withMetadata({ density: DPI }).png().toBuffer()],
    ["TIFF", () => stored().withMetadata({ density: DPI }).tiff({ compression: "deflate" }).toBuffer()],
    ["PNG in colours", () => stored().toColourspace("srgb").withMetadata({ density: DPI }).png().toBuffer()],
    [
      "PNG of 16 bits",
      () => stored().toColourspace("grey16").withMetadata({ density: DPI }).png().toBuffer(),
    ],
  ])("%s", async (_, make) => {
    const page = await readMadePage(await make());
    expect(page.gray).toEqual({ widthPx: WIDTH, heightPx: HEIGHT, data: STORED });
    expect(page).toMatchObject({ origin: "stored-image", pageNumber: 1 });
    expect(page.dpi).toBeCloseTo(DPI, 1);
    expect(page.widthPt).toBeCloseTo((WIDTH * 72) / DPI, 0);
    expect(page.toPoints.a).toBeCloseTo(72 / DPI, 2);
  });

  test("JPEG, turned as its EXIF orientation says", async () => {
    const jpeg = await stored()
      .withMetadata({ density: DPI, orientation: 6 })
      .jpeg({ quality: 100 })
      .toBuffer();
    const { gray, widthPt, heightPt } = await readMadePage(jpeg);
    expect([gray.widthPx, gray.heightPx]).toEqual([HEIGHT, WIDTH]);
    expect(widthPt).toBeGreaterThan(heightPt);
    const topRight = gray.data[HEIGHT - 1]!;
    expect(Math.abs(topRight - STORED[0]!)).toBeLessThan(20);
  });

  test.each(["srgb", "b-w"])("on white where it is transparent (%s)", async (space) => {
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const png = await sharp({ create: { width: 20, height: 20, channels: 4, background: clear } })
      .toColourspace(space)
      .png()
      .toBuffer();
    expect((await readMadePage(png)).gray.data.every((tone) => tone === 255)).toBe(true);
  });

  test("TIFF of one bit a pixel, as fax programs write them", async () => {
    const ink = STORED.map((tone) => (tone < 128 ? 0 : 255));
    const raw = { width: WIDTH, height: HEIGHT, channels: 1 } as const;
    const tiff = await sharp(ink, { raw })
      .toColourspace("b-w")
      .tiff({ bitdepth: 1, compression: "ccittfax4" })
      .toBuffer();
    expect((await readMadePage(tiff)).gray.data).toEqual(ink);
  });
});

test("a TIFF has as many pages as it holds", async () => {
  const mirrored = await stored().flop().png().toBuffer();
  const tiff = await stackedTiff(await stored().png().toBuffer(), mirrored);
  await withSource(tiff, async (source) => {
    expect(source.pageCount).toBe(2);
    const [first, second] = [await source.readPage(1), await source.readPage(2)];
    expect(first.gray.data).toEqual(STORED);
    expect(second.gray.data[0]).toBe(STORED[WIDTH - 1]);
    await expect(source.readPage(3)).rejects.toMatchObject({ code: "no-such-page" });
  });
});

test("an image with too many pixels is refused", async () => {
  const reading = readMadePage(await stored().png().toBuffer(), { maxPixels: 10_000 });
  await expect(reading).rejects.toMatchObject({ code: "too-many-pixels", pageNumber: 1 });
});

test("of a damaged image what there is is taken, with a remark", async () => {
  const png = await stored().jpeg().toBuffer();
  const page = await readMadePage(png.subarray(0, Math.floor(png.length / 2)));
  expect(page.remarks.map(({ code }) => code)).toContain("image-damaged");
  expect(Math.abs(page.gray.data[0]! - STORED[0]!)).toBeLessThan(40);
});
