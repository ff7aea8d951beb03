import { describe, expect, it } from "vitest";
import { BYTE_MUTATIONS } from "../../../fuzz/mutate/byte-mutations.ts";
import { JPEG_MUTATIONS, readSegments, writeSegments } from "../../../fuzz/mutate/jpeg-mutations.ts";
import type { Mutation } from "../../../fuzz/mutate/mutation.ts";
import { PDF_MUTATIONS } from "../../../fuzz/mutate/pdf-mutations.ts";
import { PNG_MUTATIONS, readChunks, writeChunks } from "../../../fuzz/mutate/png-mutations.ts";
import { JSON_MUTATIONS, TABLE_MUTATIONS } from "../../../fuzz/mutate/table-mutations.ts";
import { TEXT_MUTATIONS } from "../../../fuzz/mutate/text-mutations.ts";
import { TIFF_MUTATIONS, readDirectories } from "../../../fuzz/mutate/tiff-mutations.ts";
import { listSeeds } from "../../../fuzz/seeds/list-seeds.ts";
import { makeRandom } from "../../../maker/random.ts";

const seeds = await listSeeds();
const seedOf = (name: string): Buffer => seeds.find((seed) => seed.name === name)!.bytes;

const ALL: readonly (readonly [seedName: string, mutations: readonly Mutation[]])[] = [
  ["png-gray", BYTE_MUTATIONS],
  ["pdf-flate", PDF_MUTATIONS],
  ["png-palette", PNG_MUTATIONS],
  ["jpeg-baseline", JPEG_MUTATIONS],
  ["tiff-three-pages", TIFF_MUTATIONS],
  ["text-tabs", TEXT_MUTATIONS.filter(({ name }) => name !== "text-span")],
  ["text-html-page", TEXT_MUTATIONS.filter(({ name }) => name === "text-span")],
  ["dictionary-offices", TABLE_MUTATIONS],
  ["extraction", JSON_MUTATIONS],
];
const CASES = ALL.flatMap(([seedName, mutations]) =>
  mutations.map((mutation) => [mutation.name, seedName, mutation] as const),
);
const TRIES = 12;

describe("mutations", () => {
  it("have names of their own", () => {
    expect(new Set(CASES.map(([name]) => name)).size).toBe(CASES.length);
  });

  it.each(CASES)(
    "%s changes a file, the same way each time, and leaves the one it was given",
    (_, seedName, mutation) => {
      const bytes = seedOf(seedName);
      const before = Buffer.from(bytes);
      const donor = seedOf("pdf-jpeg");
      const once = Array.from({ length: TRIES }, (_each, at) => mutation.apply(bytes, makeRandom(at), donor));
      const again = Array.from({ length: TRIES }, (_each, at) =>
        mutation.apply(bytes, makeRandom(at), donor),
      );
      expect(once.every((changed, at) => changed.equals(again[at]!))).toBe(true);
      expect(once.some((changed) => !changed.equals(bytes))).toBe(true);
      expect(bytes.equals(before)).toBe(true);
    },
  );

  it.each(CASES)("%s copes with nothing and with anything", (_, _seedName, mutation) => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([7]), Buffer.alloc(40, 0xff), seedOf("pdf-text")]) {
      for (let at = 0; at < TRIES; at += 1) mutation.apply(bytes, makeRandom(at), Buffer.alloc(0));
    }
  });
});

describe("what reads the formats", () => {
  it("gives a PNG and a JPEG back as they were", () => {
    expect(writeChunks(readChunks(seedOf("png-palette")))).toEqual(seedOf("png-palette"));
    expect(writeSegments(readSegments(seedOf("jpeg-progressive")))).toEqual(seedOf("jpeg-progressive"));
  });

  it("finds the pages of a TIFF in either order of bytes", () => {
    expect(readDirectories(seedOf("tiff-three-pages"))).toHaveLength(3);
    expect(readDirectories(seedOf("tiff-other-order"))).toHaveLength(1);
  });
});
