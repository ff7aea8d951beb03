import { describe, expect, test } from "vitest";
import { cleanPage } from "../../src/clean/clean-page.ts";
import type { PageImage } from "../../src/model/page.ts";
import { layOutPage } from "../../src/run/lay-out-page.ts";
import { degeneratePages } from "../support/degenerate-pages.ts";
import { pageOf } from "../support/draw-ink.ts";

/** Pages drawn from these seeds; the last one holds a table that once had a border at minus infinity. */
const SEEDS = [1, 2, 21] as const;

/** Where a value holds numbers that are not finite. */
function notFinite(value: unknown, path: string): string[] {
  if (typeof value === "number") return Number.isFinite(value) ? [] : [`${path} = ${value}`];
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) => notFinite(inner, `${path}.${key}`));
}

function layOut(image: PageImage): string[] {
  const clean = cleanPage(image);
  return [...notFinite(clean, "clean"), ...notFinite(layOutPage(clean), "layout")];
}

describe.each(SEEDS)("pages that no printer made, from seed %i", (seed) => {
  test.each(degeneratePages(seed))("$name: all of its numbers are finite", ({ gray }) => {
    expect(layOut(pageOf(gray))).toEqual([]);
    expect(layOut({ ...pageOf(gray), dpi: 600 })).toEqual([]);
  });
});

test.each([0.3, 40])("at %d dots an inch all numbers are finite", (dpi) => {
  const bad = degeneratePages(3).flatMap(({ name, gray }) =>
    layOut({ ...pageOf(gray), dpi }).map((place) => `${name}: ${place}`),
  );
  expect(bad).toEqual([]);
});
