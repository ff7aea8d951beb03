import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";

import type { GrayImage } from "../../../src/model/image.ts";
import { buildPdf } from "../../support/build-pdf.ts";
import { grayImage, packBits, pattern, readMadePage } from "../../support/made-page.ts";

function toneAt({ data, widthPx }: GrayImage, x: number, y: number): number {
  return data[y * widthPx + x]!;
}

function meanOf({ data }: GrayImage): number {
  return data.reduce((sum, tone) => sum + tone, 0) / data.length;
}

describe("text and lines", () => {
  test("are drawn at 300 dpi on white", async () => {
    const content = "0 g 24 24 24 24 re f BT /F1 24 Tf 10 60 Td (text) Tj ET";
    const page = await readMadePage(buildPdf([{ mediaBox: "0 0 72 96", content }]));
    expect(page).toMatchObject({ origin: "rendered", widthPt: 72, heightPt: 96, remarks: [] });
    expect(page.dpi).toBeCloseTo(300, 9);
    const { gray } = page;
    expect([gray.widthPx, gray.heightPx]).toEqual([300, 400]);
    // The box reaches from 100 to 200 px, and from 100 to 200 px above the bottom.
    expect([99, 100, 199, 200].map((x) => toneAt(gray, x, 250))).toEqual([255, 0, 0, 255]);
    expect([199, 200, 299, 300].map((y) => toneAt(gray, 150, y))).toEqual([255, 0, 0, 255]);
    const letters = gray.data.subarray(0, 150 * 300).filter((tone) => tone < 64).length;
    expect(letters).toBeGreaterThan(1000);
  });

  test("follow /Rotate, CropBox and UserUnit", async () => {
    const entries = "/Rotate 90/CropBox[12 0 60 24]/UserUnit 2";
    const content = "0 g 12 0 12 6 re f";
    const page = await readMadePage(buildPdf([{ mediaBox: "0 0 72 24", content, entries }]));
    expect(page).toMatchObject({ widthPt: 48, heightPt: 96 });
    // The box in the lower left corner comes to stand in the upper left one, turned.
    expect([toneAt(page.gray, 2, 2), toneAt(page.gray, 48, 98)]).toEqual([0, 0]);
    expect([toneAt(page.gray, 53, 50), toneAt(page.gray, 25, 103)]).toEqual([255, 255]);
  });

  test("may be missing: an empty page is white", async () => {
    const page = await readMadePage(buildPdf([{ mediaBox: "0 0 72 72", content: "" }]));
    expect(page).toMatchObject({ origin: "rendered", gray: { widthPx: 300, heightPx: 300 } });
    expect(page.gray.data.every((tone) => tone === 255)).toBe(true);
  });
});

describe("a page of several images", () => {
  const [width, height] = [90, 60];
  const stored = pattern(width, height);
  const strip = (top: number, rows: number) =>
    grayImage(width, rows, stored.subarray(top * width, (top + rows) * width));
  const images = { A: strip(0, 20), B: strip(20, 20), C: strip(40, 20) };
  // 90 x 60 px at 200 dpi.
  const content =
    "q 32.4 0 0 7.2 0 14.4 cm /A Do Q q 32.4 0 0 7.2 0 7.2 cm /B Do Q q 32.4 0 0 7.2 0 0 cm /C Do Q";
  const mediaBox = "0 0 32.4 21.6";

  test("in strips is put together pixel by pixel", async () => {
    const page = await readMadePage(buildPdf([{ mediaBox, content, images }]));
    expect(page.origin).toBe("composed-images");
    expect(page.dpi).toBeCloseTo(200, 6);
    expect(page.gray).toEqual({ widthPx: width, heightPx: height, data: stored });
  });

  test("keeps their pixels where they start between two pixels of the page", async () => {
    const shifted = `1 0 0 1 0.1 -0.1 cm ${content}`;
    const page = await readMadePage(buildPdf([{ mediaBox, content: shifted, images }]));
    expect(page.gray).toMatchObject({ widthPx: width + 1, heightPx: height + 1 });
    const rows = Array.from({ length: height }, (_, y) => {
      const start = (y + 1) * (width + 1) + 1;
      return [...page.gray.data.subarray(start, start + width)];
    });
    expect(rows.flat()).toEqual([...stored]);
    expect(page.toPoints.e).toBeCloseTo(0.1 - 0.36, 6);
  });

  test("has the resolution of its finest layer, as copiers make them", async () => {
    const isInk = (x: number, y: number): boolean => x % 30 < 10 && y % 20 < 10;
    const stencil = {
      dictionary: "/Width 300/Height 200/ImageMask true/BitsPerComponent 1/Filter/FlateDecode",
      data: deflateSync(packBits(300, 200, (x, y) => !isInk(x, y))),
    };
    const layers = { Paper: grayImage(30, 20, new Uint8Array(600).fill(230)), Ink: stencil };
    const page = await readMadePage(
      buildPdf([
        {
          mediaBox: "0 0 72 48",
          content: "q 72 0 0 48 0 0 cm /Paper Do Q 0 0 0.4 rg 72 0 0 48 0 0 cm /Ink Do",
          images: layers,
        },
      ]),
    );
    expect(page).toMatchObject({ origin: "composed-images", gray: { widthPx: 300, heightPx: 200 } });
    expect(page.dpi).toBeCloseTo(300, 6);
    const wrong = page.gray.data.filter((tone, index) => {
      const expected = isInk(index % 300, Math.floor(index / 300)) ? 11 : 230;
      return Math.abs(tone - expected) > 2;
    });
    expect(wrong).toHaveLength(0);
  });

  test("with text on a scan keeps the scan's pixels", async () => {
    const scan = grayImage(width, height, stored);
    const stamped = `q 32.4 0 0 21.6 0 0 cm /Im Do Q BT 0 g /F1 4 Tf 1 1 Td (seal) Tj ET`;
    const page = await readMadePage(buildPdf([{ mediaBox, content: stamped, images: { Im: scan } }]));
    expect(page.origin).toBe("rendered");
    expect(page.dpi).toBeCloseTo(200, 6);
    const upperHalf = (height / 2) * width;
    expect(page.gray.data.subarray(0, upperHalf)).toEqual(stored.subarray(0, upperHalf));
    expect(page.gray.data).not.toEqual(stored);
  });

  test("a small image among text leaves 300 dpi", async () => {
    const page = await readMadePage(
      buildPdf([
        {
          mediaBox: "0 0 72 72",
          content: "q 12 0 0 8 50 60 cm /A Do Q BT 0 g /F1 9 Tf 5 5 Td (letter) Tj ET",
          images: { A: grayImage(width, height, stored) },
        },
      ]),
    );
    expect(page).toMatchObject({ origin: "rendered", gray: { widthPx: 300, heightPx: 300 } });
  });

  test("of which one cannot be decoded shows the others, with a remark", async () => {
    const broken = { ...images.B, data: new Uint8Array(500).fill(0x5a) };
    broken.dictionary = broken.dictionary.replace("FlateDecode", "DCTDecode");
    const page = await readMadePage(buildPdf([{ mediaBox, content, images: { ...images, B: broken } }]));
    expect(page.remarks).toMatchObject([{ code: "image-part-missing", pageNumber: 1 }]);
    const third = width * 20;
    expect(page.gray.data.subarray(0, third)).toEqual(stored.subarray(0, third));
    expect(page.gray.data.subarray(third, 2 * third).every((tone) => tone === 255)).toBe(true);
  });

  test("of which none can be decoded is an error", async () => {
    const broken = { dictionary: images.A.dictionary.replace("Flate", "DCT"), data: new Uint8Array(500) };
    const pdf = buildPdf([{ mediaBox, content, images: { A: broken, B: broken, C: broken } }]);
    await expect(readMadePage(pdf)).rejects.toMatchObject({ code: "image-not-decoded" });
  });
});

test("optional content that is switched off is not shown", async () => {
  const page = await readMadePage(
    buildPdf(
      [
        {
          mediaBox: "0 0 72 72",
          content: "/OC /Off BDC 72 0 0 72 0 0 cm /Im Do EMC",
          resources: "<</Properties<</Off 3 0 R>>/XObject<</Im 4 0 R>>>>",
        },
      ],
      [
        "<</Type/OCG/Name(off)>>",
        {
          dictionary: `/Type/XObject/Subtype/Image${grayImage(9, 9).dictionary}`,
          data: grayImage(9, 9).data,
        },
      ],
      "/OCProperties<</OCGs[3 0 R]/D<</OFF[3 0 R]>>>>",
    ),
  );
  expect(page.origin).not.toBe("stored-image");
  expect(meanOf(page.gray)).toBe(255);
});
