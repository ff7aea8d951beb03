import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test, vi } from "vitest";

import type { PageImage } from "../../../src/model/page.ts";
import { buildPdf } from "../../support/build-pdf.ts";
import type { MadeObject } from "../../support/build-pdf.ts";
import { packBits, readMadePage } from "../../support/made-page.ts";

const FIXTURES = join(import.meta.dirname, "../../../fixtures");
const WIDTH = 60;
const HEIGHT = 40;

function isInk(x: number, y: number): boolean {
  return (x * 5 + y * 3 + ((x * y) >> 3)) % 7 < 2;
}

const INK_ON_WHITE = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) =>
  isInk(index % WIDTH, Math.floor(index / WIDTH)) ? 0 : 255,
);
const INK_BITS = deflateSync(packBits(WIDTH, HEIGHT, isInk));
const PAPER_BITS = deflateSync(packBits(WIDTH, HEIGHT, (x, y) => !isInk(x, y)));

/** Tones that JPEG keeps well. */
const SMOOTH = Uint8Array.from({ length: WIDTH * HEIGHT }, (_, index) =>
  Math.round(40 + 3 * (index % WIDTH) + Math.floor(index / WIDTH)),
);
const smooth = sharp(SMOOTH, { raw: { width: WIDTH, height: HEIGHT, channels: 1 } });
const GRAY_JPEG = await smooth.clone().toColourspace("b-w").jpeg({ quality: 100 }).toBuffer();
const NEGATIVE_JPEG = await smooth.clone().negate().toColourspace("b-w").jpeg({ quality: 100 }).toBuffer();
const RGB_JPEG = await smooth.clone().toColourspace("srgb").jpeg({ quality: 100 }).toBuffer();
const CMYK_JPEG = await smooth.clone().toColourspace("cmyk").jpeg({ quality: 100 }).toBuffer();

function readImage(
  entries: string,
  data: Uint8Array,
  extraObjects: readonly MadeObject[] = [],
): Promise<PageImage> {
  const dictionary = `/Width ${WIDTH}/Height ${HEIGHT}${entries}`;
  const content = "14.4 0 0 9.6 0 0 cm /Im Do";
  return readMadePage(
    buildPdf([{ mediaBox: "0 0 14.4 9.6", content, images: { Im: { dictionary, data } } }], extraObjects),
  );
}

describe("bilevel images are dark ink on white paper", () => {
  test.each([
    ["0 is black", "/ColorSpace/DeviceGray/BitsPerComponent 1", PAPER_BITS],
    ["1 is black by Decode", "/ColorSpace/DeviceGray/BitsPerComponent 1/Decode[1 0]", INK_BITS],
    ["a stencil", "/ImageMask true/BitsPerComponent 1", PAPER_BITS],
    ["a stencil with Decode", "/ImageMask true/BitsPerComponent 1/Decode[1 0]", INK_BITS],
    ["indexed", "/ColorSpace[/Indexed/DeviceRGB 1<FFFFFF000000>]/BitsPerComponent 1", INK_BITS],
    [
      "indexed with Decode",
      "/ColorSpace[/Indexed/DeviceGray 1<FF00>]/BitsPerComponent 1/Decode[1 0]",
      PAPER_BITS,
    ],
  ])("%s", async (_, entries, bits) => {
    const page = await readImage(`${entries}/Filter/FlateDecode`, bits);
    expect(page.origin).toBe("stored-image");
    expect(page.gray.data).toEqual(INK_ON_WHITE);
  });

  test("a stencil has the tone of the fill colour", async () => {
    const dictionary = `/Width ${WIDTH}/Height ${HEIGHT}/ImageMask true/BitsPerComponent 1/Filter/FlateDecode`;
    const images = { Im: { dictionary, data: PAPER_BITS } };
    const content = "0.4 g 14.4 0 0 9.6 0 0 cm /Im Do";
    const page = await readMadePage(buildPdf([{ mediaBox: "0 0 14.4 9.6", content, images }]));
    expect(page.gray.data).toEqual(INK_ON_WHITE.map((tone) => (tone === 0 ? 102 : 255)));
  });

  test("an image with a soft mask shows the paper through", async () => {
    const alpha = INK_ON_WHITE.map((tone) => 255 - tone);
    const mask = `/Type/XObject/Subtype/Image/Width ${WIDTH}/Height ${HEIGHT}/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode`;
    const page = await readImage(
      "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/FlateDecode/SMask 3 0 R",
      deflateSync(new Uint8Array(WIDTH * HEIGHT)),
      [{ dictionary: mask, data: deflateSync(alpha) }],
    );
    expect(page.gray.data).toEqual(INK_ON_WHITE);
  });

  // The hashes are those of the pixels that poppler's pdfimages takes from the files, turned upright.
  test.each([
    [
      "JBIG2",
      "rent-allowance.pdf",
      [3504, 2512],
      "a0f090b25206ec34ed0746105be83c12411c3c00833115f3a840d95d3574c7a7",
    ],
    [
      "CCITT",
      "living-allowance.pdf",
      [1743, 1263],
      "ed9cef6c81a27f6c93be06637e9fe1923c215f340ac06993115d62cd81cf43b5",
    ],
  ])("a real %s scan", async (_, name, size, hash) => {
    const { origin, gray, remarks } = await readMadePage(readFileSync(join(FIXTURES, "real", name)));
    expect({ origin, size: [gray.widthPx, gray.heightPx], remarks }).toEqual({
      origin: "stored-image",
      size,
      remarks: [],
    });
    expect(createHash("sha256").update(gray.data).digest("hex")).toBe(hash);
  });
});

describe("JPEG images", () => {
  const gray = "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode";

  test("are decoded pixel by pixel like libjpeg does", async () => {
    const decoded = await sharp(GRAY_JPEG).toColourspace("b-w").raw().toBuffer();
    const page = await readImage(gray, GRAY_JPEG);
    expect(page).toMatchObject({ origin: "stored-image", remarks: [] });
    expect(page.gray.data).toEqual(new Uint8Array(decoded));
  });

  test.each([
    [
      "deflated",
      "/ColorSpace/DeviceGray/BitsPerComponent 8/Filter[/FlateDecode/DCTDecode]",
      deflateSync(GRAY_JPEG),
    ],
    ["negative by Decode", `${gray}/Decode[1 0]`, NEGATIVE_JPEG],
    ["with an ICC profile", "/ColorSpace[/ICCBased 3 0 R]/BitsPerComponent 8/Filter/DCTDecode", GRAY_JPEG],
    ["in RGB", "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode", RGB_JPEG],
    [
      "in CMYK",
      "/ColorSpace/DeviceCMYK/BitsPerComponent 8/Decode[1 0 1 0 1 0 1 0]/Filter/DCTDecode",
      CMYK_JPEG,
    ],
  ])("%s come out in the right tones", async (kind, entries, data) => {
    const page = await readImage(entries, data, [{ dictionary: "/N 1", data: Buffer.alloc(0) }]);
    const errors = page.gray.data.map((tone, index) => Math.abs(tone - SMOOTH[index]!));
    expect(page.origin).toBe("stored-image");
    expect(Math.max(...errors)).toBeLessThan(kind === "in CMYK" ? 40 : 4);
  });

  test("that are cut off give what there is, with a remark", async () => {
    const page = await readImage(gray, GRAY_JPEG.subarray(0, Math.floor(GRAY_JPEG.length * 0.7)));
    expect(page.remarks).toMatchObject([{ code: "image-irregular", pageNumber: 1 }]);
    const firstRows = page.gray.data.subarray(0, WIDTH * 8);
    expect(Math.max(...firstRows.map((tone, index) => Math.abs(tone - SMOOTH[index]!)))).toBeLessThan(4);
  });
});

test("JPEG 2000 images beyond 2048 pixels keep their size", async () => {
  const data = readFileSync(join(FIXTURES, "raster/wide-lossless.jp2"));
  const dictionary = "/Width 2100/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/JPXDecode";
  const content = "504 0 0 9.6 0 0 cm /Im Do";
  const page = await readMadePage(
    buildPdf([{ mediaBox: "0 0 504 9.6", content, images: { Im: { dictionary, data } } }]),
  );
  expect(page).toMatchObject({ origin: "stored-image", dpi: 300, gray: { widthPx: 2100, heightPx: 40 } });
  expect(page.gray.data).toEqual(
    Uint8Array.from({ length: 2100 * 40 }, (_, index) => {
      const [x, y] = [index % 2100, Math.floor(index / 2100)];
      return (x >> 5) % 2 === (y >> 4) % 2 ? 20 : 235;
    }),
  );
});

test("a blank bilevel image is a blank page, unless there was more to decode", async () => {
  const entries =
    "/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 60/Rows 40>>";
  // In group 4, a bit 1 is a row like the one above; 24 bits end the block.
  const blank = Buffer.from("ffffffffff001001", "hex");
  const page = await readImage(entries, blank);
  expect(page.gray.data.every((tone) => tone === 255)).toBe(true);
  const reading = readImage(entries, Buffer.concat([blank, Buffer.alloc(1000, 0x5a)]));
  await expect(reading).rejects.toMatchObject({ code: "image-not-decoded" });
});

describe("an image of which nothing can be decoded is an error, never a blank page", () => {
  const gray = "/ColorSpace/DeviceGray";
  test.each([
    ["JBIG2", `${gray}/BitsPerComponent 1/Filter/JBIG2Decode`],
    ["a JBIG2 stencil", "/ImageMask true/BitsPerComponent 1/Filter/JBIG2Decode"],
    ["JPEG 2000", `${gray}/BitsPerComponent 8/Filter/JPXDecode`],
    ["JPEG", `${gray}/BitsPerComponent 8/Filter/DCTDecode`],
    ["Flate", `${gray}/BitsPerComponent 8/Filter/FlateDecode`],
    ["an unknown filter", `${gray}/Filter/NoSuchDecode`],
  ])("%s", async (_, entries) => {
    const print = vi.spyOn(console, "warn").mockReturnValue(undefined);
    const reading = readImage(entries, new Uint8Array(5000).fill(0x5a));
    await expect(reading).rejects.toMatchObject({
      name: "PageError",
      code: "image-not-decoded",
      pageNumber: 1,
    });
    expect(print).not.toHaveBeenCalled();
  });
});
