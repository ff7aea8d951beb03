import { describe, expect, it } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import { addNoise } from "../../maker/effects/add-noise.ts";
import { blur } from "../../maker/effects/blur.ts";
import { resample } from "../../maker/effects/resample.ts";
import { rotate, rotationMap } from "../../maker/effects/rotate.ts";
import { scanAndStoreImage, scanImage } from "../../maker/effects/scan-image.ts";
import { SCAN_PROFILES, scanProfile } from "../../maker/effects/scan-profiles.ts";
import { drawScanProfile } from "../../maker/effects/random-profile.ts";
import { weighInk } from "../../maker/effects/weigh-ink.ts";
import { applyAffine } from "../../src/model/box.ts";
import { makeRandom } from "../../maker/random.ts";

const random = () => makeRandom("effects");

/** White paper with a black upright bar from x = 40 to 49 over the middle rows. */
function paperWithBar(): GrayImage {
  const [widthPx, heightPx] = [120, 80];
  const data = new Uint8Array(widthPx * heightPx).fill(255);
  for (let y = 20; y < 60; y += 1) data.fill(0, y * widthPx + 40, y * widthPx + 50);
  return { widthPx, heightPx, data };
}

const inkOf = (image: GrayImage): number => image.data.reduce((sum, value) => sum + (255 - value) / 255, 0);

describe("single effects", () => {
  it("blur keeps the amount of ink and softens the edge", () => {
    const blurred = blur(paperWithBar(), { sigmaPx: 1.5 }, random());
    expect(inkOf(blurred)).toBeCloseTo(400, -1);
    expect(blurred.data[40 * 120 + 39]).toBeLessThan(220);
  });

  it("ink spreads and thins by the amount asked for", () => {
    expect(inkOf(weighInk(paperWithBar(), { amountPx: 1 }, random()))).toBe(400 + 100);
    expect(inkOf(weighInk(paperWithBar(), { amountPx: -1 }, random()))).toBe(8 * 38);
    expect(inkOf(weighInk(paperWithBar(), { amountPx: 0.5 }, random()))).toBeCloseTo(450, 0);
  });

  it("noise has the deviation asked for", () => {
    const grey: GrayImage = { widthPx: 200, heightPx: 200, data: new Uint8Array(40_000).fill(128) };
    const noisy = addNoise(grey, { sigma: 8 }, random()).data;
    const variance = noisy.reduce((sum, value) => sum + (value - 128) ** 2, 0) / noisy.length;
    expect(Math.sqrt(variance)).toBeGreaterThan(7.5);
    expect(Math.sqrt(variance)).toBeLessThan(8.5);
  });

  it("rotates clockwise, and the map says where a pixel went", () => {
    const image = paperWithBar();
    const turned = rotate(image, { degrees: 10, fill: "white" }, random());
    const place = applyAffine(rotationMap(image, 10), 45, 22);
    expect(turned.data[Math.floor(place.y) * 120 + Math.floor(place.x)]).toBeLessThan(60);
    expect(place.x).toBeGreaterThan(45);
    expect(inkOf(turned)).toBeCloseTo(400, -1);
  });

  it("resampling keeps the share of ink", () => {
    const small = resample(paperWithBar(), 77, 31);
    expect(inkOf(small) / (77 * 31)).toBeCloseTo(400 / 9600, 2);
  });
});

describe("profiles", () => {
  it.each([...SCAN_PROFILES.keys()])(
    "%s gives the same image from the same seed, with its ink in it",
    (name) => {
      const profile = scanProfile(name);
      const first = scanImage(paperWithBar(), profile, makeRandom(3)).image;
      const second = scanImage(paperWithBar(), profile, makeRandom(3)).image;
      expect(first.data).toEqual(second.data);
      expect(first.data.length).toBe(9600);
      expect(Math.min(...first.data.subarray(40 * 120 + 30, 40 * 120 + 60))).toBeLessThan(110);
      if (profile.storage.kind === "bilevel") {
        expect([...new Set(first.data)].toSorted((a, b) => a - b)).toEqual([0, 255]);
      }
    },
  );

  it("the input is not changed", () => {
    const page = paperWithBar();
    scanImage(page, scanProfile("stamped-300"), random());
    expect(page).toEqual(paperWithBar());
  });

  it("a name that does not exist names those that do", () => {
    expect(() => scanProfile("office")).toThrow(/office-300/);
  });

  it("chance makes grey and bilevel profiles, all of which run", async () => {
    const kinds = new Set<string>();
    for (let seed = 0; seed < 30; seed += 1) {
      const profile = drawScanProfile(makeRandom(seed));
      kinds.add(profile.storage.kind);
      const image = await scanAndStoreImage(paperWithBar(), profile, makeRandom(seed));
      expect(inkOf(image)).toBeGreaterThan(50);
    }
    expect([...kinds].toSorted()).toEqual(["bilevel", "jpeg"]);
  });
});
