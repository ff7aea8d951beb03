import { expect, test } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import { larger, slanted, withoutTop } from "../../src/ocr/number-pictures.ts";

/** A stem of 20 rows from row 20 on, two columns wide, with a short stroke beside its first two rows. */
function drawStem(): GrayImage {
  const [widthPx, heightPx] = [40, 60];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 20; y < 40; y += 1) data.fill(0, y * widthPx + 19, y * widthPx + 21);
  for (let y = 20; y < 22; y += 1) data.fill(0, y * widthPx + 24, y * widthPx + 34);
  return { widthPx, heightPx, data };
}

const inkOf = ({ data }: GrayImage): number => data.reduce((sum, level) => sum + 255 - level, 0) / 255;

test("the top of the print is wiped out in a copy of the picture", () => {
  const { data, ...size } = drawStem();
  const buffer = { ...size, data: Buffer.from(data) };
  withoutTop(buffer);
  expect(inkOf(buffer)).toBe(60);
});

test("the top of the print is wiped out, and nothing else", () => {
  const picture = larger(drawStem());
  const wiped = withoutTop(picture);
  expect(inkOf(picture)).toBe(60);
  expect(inkOf(wiped)).toBe(36);
  expect(wiped.heightPx).toBeLessThan(picture.heightPx);
  expect(inkOf(withoutTop({ widthPx: 2, heightPx: 2, data: new Uint8Array(4).fill(255) }))).toBe(0);
});

test("slanted print leans to the left above and to the right below, with the ink it had", () => {
  const picture = drawStem();
  const leaning = slanted(picture);
  const columnOf = (image: GrayImage, row: number): number => {
    let [sum, weight] = [0, 0];
    for (let x = 0; x < 24; x += 1) {
      const darkness = 255 - image.data[row * image.widthPx + x]!;
      sum += darkness * x;
      weight += darkness;
    }
    return sum / weight;
  };
  expect(columnOf(leaning, 23)).toBeLessThan(columnOf(leaning, 38) - 1);
  expect(Math.abs(inkOf(leaning) - inkOf(picture))).toBeLessThan(1);
});
