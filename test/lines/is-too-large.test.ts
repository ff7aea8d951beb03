import { expect, it } from "vitest";
import { isTooLarge } from "../../src/lines/is-too-large.ts";

const line = (right: number, bottom: number) => ({ rect: { left: 0, top: 0, right, bottom } });

it("takes a line over a page in large print for one, and a picture for none", () => {
  expect(isTooLarge(line(9921, 600))).toBe(false);
  expect(isTooLarge(line(100_000, 500))).toBe(true);
});
