import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { makeRandom } from "../../../maker/random.ts";
import { chooseSetting, HELD_OUT_FAMILIES } from "../../../training/lines/choose-setting.ts";
import { drawText } from "../../../training/lines/draw-text.ts";
import { cropImage, findInkBounds } from "../../../training/lines/ink-bounds.ts";
import { makeLine } from "../../../training/lines/make-line.ts";
import { PLAIN_SETTING } from "../plain-setting.ts";

describe("drawText", () => {
  it("leaves room for a tone mark on an upper vowel and for a vowel below", () => {
    const height = (text: string): number => {
      const { own } = drawText(text, PLAIN_SETTING, makeRandom(1));
      const ink = findInkBounds(own)!;
      expect(ink.top).toBeGreaterThan(0);
      expect(ink.bottom).toBeLessThan(own.heightPx);
      return ink.bottom - ink.top;
    };
    const plain = height("ก");
    expect(height("กี")).toBeGreaterThan(plain * 1.2);
    expect(height("กี่")).toBeGreaterThan(height("กี") * 1.1);
    expect(height("กี่กู")).toBeGreaterThan(height("กี่") * 1.1);
  });

  it("keeps a neighbour's ink out of the line's own", () => {
    const neighbours = [{ text: "ที่นี้", baselineEm: -1.2, position: 0.2 }];
    const { image, own } = drawText("กกกก", { ...PLAIN_SETTING, neighbours }, makeRandom(1));
    expect(findInkBounds(image)!.top).toBeLessThan(findInkBounds(own)!.top);
  });
});

describe("chooseSetting", () => {
  it("keeps the held-out fonts out of training, and draws validation in nothing else", () => {
    const random = makeRandom("fonts");
    for (let draw = 0; draw < 300; draw += 1) {
      expect(HELD_OUT_FAMILIES).not.toContain(chooseSetting("prose", "training", random).face.familyName);
      expect(HELD_OUT_FAMILIES).toContain(chooseSetting("prose", "held-out", random).face.familyName);
    }
  });
});

describe("makeLine", () => {
  it("makes the same picture from the same seed, as wide and high as it says, with ink in it", async () => {
    const line = { text: "ปีงบประมาณ พ.ศ. ๒๕๖๗", kind: "prose" } as const;
    let readable = 0;
    for (const seed of ["a", "b", "c", "d", "e", "f"]) {
      const sample = await makeLine(line, "training", makeRandom(seed));
      const again = await makeLine(line, "training", makeRandom(seed));
      // What draws the faint print is a function, made anew each time.
      expect(JSON.stringify(again)).toBe(JSON.stringify(sample));
      if (sample === null) continue;
      readable += 1;
      const meta = await sharp(sample.png).metadata();
      expect([meta.width, meta.height]).toEqual([sample.widthPx, sample.heightPx]);
      expect((await sharp(sample.png).stats()).channels[0]!.min).toBeLessThan(140);
    }
    expect(readable).toBeGreaterThan(3);
  });
});

describe("cropImage", () => {
  it("is white where it reaches beyond the image", () => {
    const image = { widthPx: 2, heightPx: 1, data: Uint8Array.of(10, 20) };
    expect(cropImage(image, { left: 1, top: -1, right: 3, bottom: 1 })).toEqual({
      widthPx: 2,
      heightPx: 2,
      data: Uint8Array.of(255, 255, 20, 255),
    });
  });
});
