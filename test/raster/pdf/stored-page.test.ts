import { describe, expect, test } from "vitest";

import { applyAffine } from "../../../src/model/box.ts";
import { buildPdf } from "../../support/build-pdf.ts";
import { grayImage, pattern, readMadePage, withSource } from "../../support/made-page.ts";

const WIDTH = 40;
const HEIGHT = 30;
const STORED = pattern(WIDTH, HEIGHT);
const IMAGES = { Im: grayImage(WIDTH, HEIGHT) };
/** 40 x 30 px on 80 x 60 pt: 36 dpi, two points a pixel. */
const WHOLE_PAGE = "q 80 0 0 60 0 0 cm /Im Do Q";
const MEDIA_BOX = "0 0 80 60";

/** Reads the stored pattern at the place that each pixel of a page should come from. */
function patternAt(
  widthPx: number,
  heightPx: number,
  from: (x: number, y: number) => readonly number[],
): Uint8Array {
  return Uint8Array.from({ length: widthPx * heightPx }, (_, index) => {
    const [x = 0, y = 0] = from(index % widthPx, Math.floor(index / widthPx));
    return STORED[y * WIDTH + x]!;
  });
}

describe("a page that is one image", () => {
  test("is taken as stored, with its own resolution", async () => {
    const page = await readMadePage(buildPdf([{ mediaBox: MEDIA_BOX, content: WHOLE_PAGE, images: IMAGES }]));
    expect(page).toMatchObject({ origin: "stored-image", widthPt: 80, heightPt: 60, dpi: 36 });
    expect(page.gray).toEqual({ widthPx: WIDTH, heightPx: HEIGHT, data: STORED });
    expect(page.toPoints).toEqual({ a: 2, b: 0, c: 0, d: 2, e: 0, f: 0 });
  });

  test.each([
    [90, [30, 40], (x: number, y: number) => [y, HEIGHT - 1 - x]],
    [180, [40, 30], (x: number, y: number) => [WIDTH - 1 - x, HEIGHT - 1 - y]],
    [270, [30, 40], (x: number, y: number) => [WIDTH - 1 - y, x]],
  ] as const)("stands upright under /Rotate %i", async (angle, [widthPx, heightPx], from) => {
    const entries = `/Rotate ${angle}`;
    const page = await readMadePage(
      buildPdf([{ mediaBox: MEDIA_BOX, content: WHOLE_PAGE, images: IMAGES, entries }]),
    );
    expect([page.gray.widthPx, page.gray.heightPx]).toEqual([widthPx, heightPx]);
    expect(page.gray.data).toEqual(patternAt(widthPx, heightPx, from));
    expect(applyAffine(page.toPoints, widthPx, heightPx)).toEqual({ x: page.widthPt, y: page.heightPt });
  });

  test.each([
    ["mirrored", "-80 0 0 60 80 0", [40, 30], (x: number, y: number) => [WIDTH - 1 - x, y]],
    ["upside down", "80 0 0 -60 0 60", [40, 30], (x: number, y: number) => [x, HEIGHT - 1 - y]],
    ["turned by its matrix", "0 80 -60 0 60 0", [30, 40], (x: number, y: number) => [WIDTH - 1 - y, x]],
    ["turned and mirrored", "0 -80 -60 0 60 80", [30, 40], (x: number, y: number) => [y, x]],
  ] as const)("is shown %s as its matrix says", async (_, matrix, [widthPx, heightPx], from) => {
    const mediaBox = `0 0 ${widthPx * 2} ${heightPx * 2}`;
    const content = `q ${matrix} cm /Im Do Q`;
    const page = await readMadePage(buildPdf([{ mediaBox, content, images: IMAGES }]));
    expect(page.origin).toBe("stored-image");
    expect(page.gray).toEqual({ widthPx, heightPx, data: patternAt(widthPx, heightPx, from) });
  });

  test("keeps a small turn for toPoints instead of resampling", async () => {
    const [cos, sin] = [Math.cos(0.01), Math.sin(0.01)];
    const matrix = [80 * cos, 80 * sin, -60 * sin, 60 * cos, 0, 0].join(" ");
    const page = await readMadePage(
      buildPdf([{ mediaBox: MEDIA_BOX, content: `${matrix} cm /Im Do`, images: IMAGES }]),
    );
    expect(page).toMatchObject({ origin: "stored-image", gray: { data: STORED } });
    const corner = applyAffine(page.toPoints, 0, HEIGHT);
    expect(corner.x).toBeCloseTo(0, 6);
    expect(corner.y).toBeCloseTo(60, 6);
    expect(applyAffine(page.toPoints, WIDTH, HEIGHT).y).toBeCloseTo(60 - 80 * sin, 6);
  });

  test("is drawn where it is turned for good", async () => {
    const page = await readMadePage(
      buildPdf([{ mediaBox: MEDIA_BOX, content: "60 30 -20 40 20 0 cm /Im Do", images: IMAGES }]),
    );
    expect(page.origin).not.toBe("stored-image");
  });

  test("is cut to the CropBox, turned or not", async () => {
    const entries = "/CropBox[20 10 60 50]";
    const upright = await readMadePage(
      buildPdf([{ mediaBox: MEDIA_BOX, content: WHOLE_PAGE, images: IMAGES, entries }]),
    );
    expect(upright).toMatchObject({ widthPt: 40, heightPt: 40 });
    expect(upright.gray).toEqual({
      widthPx: 20,
      heightPx: 20,
      data: patternAt(20, 20, (x, y) => [x + 10, y + 5]),
    });
    expect(upright.toPoints).toMatchObject({ e: 0, f: 0 });
    const turned = await readMadePage(
      buildPdf([
        { mediaBox: MEDIA_BOX, content: WHOLE_PAGE, images: IMAGES, entries: `${entries}/Rotate 90` },
      ]),
    );
    expect(turned.gray.data).toEqual(patternAt(20, 20, (x, y) => [y + 10, HEIGHT - 1 - (x + 5)]));
  });

  test("is cut to a clip, and stays where it stands on the page", async () => {
    const content = `q 10 10 20 40 re W n ${WHOLE_PAGE} Q`;
    const page = await readMadePage(buildPdf([{ mediaBox: MEDIA_BOX, content, images: IMAGES }]));
    expect(page.gray).toEqual({
      widthPx: 10,
      heightPx: 20,
      data: patternAt(10, 20, (x, y) => [x + 5, y + 5]),
    });
    expect(applyAffine(page.toPoints, 0, 0)).toEqual({ x: 10, y: 10 });
  });

  test("may be smaller than the page", async () => {
    const content = "40 0 0 30 20 10 cm /Im Do";
    const page = await readMadePage(buildPdf([{ mediaBox: MEDIA_BOX, content, images: IMAGES }]));
    expect(page).toMatchObject({ gray: { data: STORED }, widthPt: 80, dpi: 72 });
    expect(applyAffine(page.toPoints, 0, 0)).toEqual({ x: 20, y: 20 });
  });

  test("is measured in the page's UserUnit", async () => {
    const entries = "/UserUnit 10";
    const content = "8 0 0 6 0 0 cm /Im Do";
    const page = await readMadePage(buildPdf([{ mediaBox: "0 0 8 6", content, images: IMAGES, entries }]));
    expect(page).toMatchObject({ widthPt: 80, heightPt: 60, dpi: 36, gray: { data: STORED } });
  });

  test.each([
    ["invisible text over it", `${WHOLE_PAGE} BT 3 Tr /F1 9 Tf 5 5 Td (hidden) Tj ET`],
    ["text under it", `BT /F1 9 Tf 5 5 Td (covered) Tj ET ${WHOLE_PAGE}`],
    ["white paper under it", `1 g 0 0 80 60 re f ${WHOLE_PAGE}`],
    ["blanks over it", `${WHOLE_PAGE} BT /F1 9 Tf 5 5 Td (  ) Tj ET`],
    ["text outside the page's clip of it", `q 0 0 80 60 re W n ${WHOLE_PAGE} Q`],
    ["another image under it", `40 0 0 30 0 0 cm /Im Do 2 0 0 2 0 0 cm /Im Do`],
  ])("stays one image with %s", async (_, content) => {
    const page = await readMadePage(buildPdf([{ mediaBox: MEDIA_BOX, content, images: IMAGES }]));
    expect(page).toMatchObject({ origin: "stored-image", gray: { data: STORED } });
  });

  test.each([
    ["text over it", `${WHOLE_PAGE} BT 0 g /F1 9 Tf 5 5 Td (seen) Tj ET`],
    ["a line over it", `${WHOLE_PAGE} 0 0 m 50 50 l S`],
    ["a white box over it", `${WHOLE_PAGE} 1 g 10 10 20 20 re f`],
    ["a round clip", `40 30 m 60 30 60 50 40 50 c h W n ${WHOLE_PAGE}`],
  ])("is drawn with %s", async (_, content) => {
    const page = await readMadePage(buildPdf([{ mediaBox: MEDIA_BOX, content, images: IMAGES }]));
    expect(page.origin).not.toBe("stored-image");
    expect(page.gray.data).not.toEqual(STORED);
  });

  test.each(["", "/Group<</S/Transparency/CS/DeviceRGB>>"])("is found inside a form %s", async (group) => {
    const { dictionary, data } = IMAGES.Im;
    const form = `/Type/XObject/Subtype/Form/BBox[0 0 40 30]/Matrix[2 0 0 2 0 0]${group}`;
    const pdf = buildPdf(
      [{ mediaBox: MEDIA_BOX, content: "/Fm Do", resources: "<</XObject<</Fm 3 0 R>>>>" }],
      [
        {
          dictionary: `${form}/Resources<</XObject<</Im 4 0 R>>>>`,
          data: Buffer.from("40 0 0 30 0 0 cm /Im Do"),
        },
        { dictionary: `/Type/XObject/Subtype/Image${dictionary}`, data },
      ],
    );
    expect(await readMadePage(pdf)).toMatchObject({ origin: "stored-image", gray: { data: STORED } });
  });
});

test("pages are independent: a page without an object does not harm the others", async () => {
  const pdf = buildPdf([
    { mediaBox: MEDIA_BOX, content: WHOLE_PAGE, images: IMAGES },
    { mediaBox: MEDIA_BOX, content: WHOLE_PAGE, images: IMAGES },
  ]);
  const broken = Buffer.from(
    pdf.toString("latin1").replace("/Kids[3 0 R 4 0 R]", "/Kids[3 0 R 9 9 R]"),
    "latin1",
  );
  await withSource(broken, async (source) => {
    expect(source.pageCount).toBe(2);
    const [first, second, third] = await Promise.allSettled(
      [1, 2, 1].map((number) => source.readPage(number)),
    );
    expect(second).toMatchObject({ status: "rejected", reason: { name: "PageError", code: "page-damaged" } });
    expect(first).toMatchObject({ value: { gray: { data: STORED } } });
    expect(third).toEqual(first);
  });
});

test("pages that list the images of all pages show their own", async () => {
  const images = Array.from({ length: 6 }, (_, index) =>
    grayImage(
      WIDTH,
      HEIGHT,
      STORED.map((tone) => tone - index),
    ),
  );
  const unused = {
    dictionary: "/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/DCTDecode",
    data: STORED,
  };
  const objects = [...images, unused].map(({ dictionary, data }) => ({
    dictionary: `/Type/XObject/Subtype/Image${dictionary}`,
    data,
  }));
  const names = objects.map((_, index) => `/Im${index} ${index + 3} 0 R`);
  const resources = `<</XObject<<${names.join("")}>>>>`;
  const pages = images.map((_, index) => ({
    mediaBox: MEDIA_BOX,
    content: `80 0 0 60 0 0 cm /Im${index} Do`,
    resources,
  }));
  await withSource(buildPdf(pages, objects), async (source) => {
    for (const [index] of images.entries()) {
      const page = await source.readPage(index + 1);
      expect(page).toMatchObject({ origin: "stored-image", pageNumber: index + 1 });
      expect(page.gray.data).toEqual(STORED.map((tone) => tone - index));
    }
  });
});
