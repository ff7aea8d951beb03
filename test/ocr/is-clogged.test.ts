import { expect, test } from "vitest";
import { drawLine } from "../../maker/draw-line.ts";
import { listPortableFaces } from "../../maker/fonts.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { isClogged } from "../../src/ocr/is-clogged.ts";

const AMOUNT = "๖,๕๗๗,๙๑๘.๒๓";

/** Every pixel as dark as the darkest within `reach`, which fills the white inside letters. */
function thicken({ widthPx, heightPx, data }: GrayImage, reach: number): GrayImage {
  const thick = new Uint8Array(data.length).fill(255);
  for (let y = 0; y < heightPx; y++)
    for (let x = 0; x < widthPx; x++)
      for (let nearY = Math.max(0, y - reach); nearY <= Math.min(heightPx - 1, y + reach); nearY++)
        for (let nearX = Math.max(0, x - reach); nearX <= Math.min(widthPx - 1, x + reach); nearX++)
          thick[y * widthPx + x] = Math.min(thick[y * widthPx + x]!, data[nearY * widthPx + nearX]!);
  return { widthPx, heightPx, data: thick };
}

test("no face's own print is clogged, and bold print that has spread is", () => {
  const office = listPortableFaces().filter(({ look }) => look !== "loopless" && look !== "hand");
  expect(office.length).toBeGreaterThan(30);
  for (const face of office) {
    for (const dpi of [150, 300]) {
      const { image } = drawLine(AMOUNT, { face, sizePt: 16, dpi })!;
      expect([face.id, dpi, isClogged(image)]).toEqual([face.id, dpi, false]);
    }
  }
  const bold = office.find(({ id }) => id === "Sarabun-700-bold")!;
  const { image } = drawLine(AMOUNT, { face: bold, sizePt: 16, dpi: 150 })!;
  expect(isClogged(thicken(image, 2))).toBe(true);
});

test("an empty picture is not clogged", () => {
  expect(isClogged({ widthPx: 20, heightPx: 10, data: new Uint8Array(200).fill(255) })).toBe(false);
});
