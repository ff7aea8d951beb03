import { expect, test } from "vitest";

import { imageResolution } from "../../../src/raster/image-file/resolution.ts";

test.each([
  ["the stated one", 2480, 3508, 300, 300],
  ["the stated one of a long receipt", 600, 2400, 203, 203],
  ["300 dpi for A4 without a statement", 2480, 3508, null, 300],
  ["300 dpi where a camera states 72", 2480, 3508, 72, 300],
  ["A4 where 300 dpi would give a stamp", 827, 1169, null, 100],
  ["1 dpi for a picture of a few pixels", 5, 1, null, 1],
  ["A4 where 300 dpi would give a poster", 9600, 6800, 72, 821],
])("%s", (_, widthPx, heightPx, stated, expected) => {
  const { value, remarks } = imageResolution(widthPx, heightPx, stated, 4);
  expect(value).toBe(expected);
  const codes = remarks.map(({ code, pageNumber }) => `${code} ${pageNumber}`);
  expect(codes).toEqual(stated === expected ? [] : ["resolution-assumed 4"]);
});
