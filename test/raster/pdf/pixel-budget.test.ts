import { deflateSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";

import { buildPdf } from "../../support/build-pdf.ts";
import type { MadeImage } from "../../support/build-pdf.ts";
import { grayImage, readMadePage, withSource } from "../../support/made-page.ts";

const content = "72 0 0 72 0 0 cm /Im Do";
const mediaBox = "0 0 72 72";
const gray = "/ColorSpace/DeviceGray/BitsPerComponent 8";
const white = await sharp({ create: { width: 100, height: 100, channels: 3, background: "#fff" } })
  .jpeg()
  .toBuffer();

function pageOf(image: MadeImage): Buffer {
  return buildPdf([
    { mediaBox, content, images: { Im: image } },
    { mediaBox, content, images: { Im: grayImage(10, 10) } },
  ]);
}

/** A JPEG whose frame header claims another size than it has. */
function jpegClaiming(width: number, height: number): Buffer {
  const jpeg = Buffer.from(white);
  const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
  jpeg.writeUInt16BE(height, frame + 5);
  jpeg.writeUInt16BE(width, frame + 7);
  return jpeg;
}

/** The head of a JPEG 2000 codestream of a size. */
function jpeg2000Claiming(width: number, height: number): Buffer {
  const head = Buffer.alloc(200);
  head.writeUInt32BE(0xff4fff51, 0);
  head.writeUInt16BE(41, 4);
  head.writeUInt32BE(width, 8);
  head.writeUInt32BE(height, 12);
  return head;
}

describe("an image of 20,000 x 20,000 pixels is refused before it is decoded", () => {
  test.each([
    [
      "deflated",
      {
        dictionary: `/Width 20000/Height 20000${gray}/Filter/FlateDecode`,
        data: deflateSync(new Uint8Array(9)),
      },
    ],
    [
      "JPEG",
      { dictionary: `/Width 20000/Height 20000${gray}/Filter/DCTDecode`, data: jpegClaiming(20_000, 20_000) },
    ],
    [
      "JPEG that the PDF says is small",
      { dictionary: `/Width 100/Height 100${gray}/Filter/DCTDecode`, data: jpegClaiming(20_000, 20_000) },
    ],
    [
      "JPEG 2000 that the PDF says is small",
      { dictionary: `/Width 100/Height 100${gray}/Filter/JPXDecode`, data: jpeg2000Claiming(20_000, 20_000) },
    ],
  ])("%s", async (_, image) => {
    await withSource(pageOf(image), async (source) => {
      const before = process.memoryUsage().rss;
      await expect(source.readPage(1)).rejects.toMatchObject({
        name: "PageError",
        code: "too-many-pixels",
        message: expect.stringContaining("20000 x 20000 px"),
      });
      expect(process.memoryUsage().rss - before).toBeLessThan(150e6);
      await expect(source.readPage(2)).resolves.toMatchObject({ origin: "stored-image" });
    });
  });
});

test("the budget can be set", async () => {
  const pdf = buildPdf([{ mediaBox, content, images: { Im: grayImage(100, 100) } }]);
  await expect(readMadePage(pdf, { maxPixels: 9_999 })).rejects.toMatchObject({ code: "too-many-pixels" });
  await expect(readMadePage(pdf, { maxPixels: 10_000 })).resolves.toMatchObject({ origin: "stored-image" });
});

test("a large page of text is drawn as finely as the budget allows, down to 150 dpi", async () => {
  const text = "BT /F1 20 Tf 10 10 Td (large) Tj ET";
  const pdf = buildPdf([{ mediaBox: "0 0 144 144", content: text }]);
  const page = await readMadePage(pdf, { maxPixels: 160_000 });
  expect(page).toMatchObject({ remarks: [{ code: "resolution-reduced" }], gray: { widthPx: 400 } });
  expect(page.dpi).toBe(200);
  await expect(readMadePage(pdf, { maxPixels: 89_000 })).rejects.toMatchObject({
    code: "too-many-pixels",
    message: expect.stringContaining("5 x 5 cm"),
  });
});
