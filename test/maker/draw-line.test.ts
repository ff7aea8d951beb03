import { describe, expect, it } from "vitest";
import { drawLine } from "../../maker/draw-line.ts";
import { findFace, listFontFaces, listPortableFaces, missingCharacters } from "../../maker/fonts.ts";

/** What the made documents and the training lines hold; `✓` and `√` are drawn as strokes instead. */
const ALPHABET = [
  "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮะัาำิีึืุูเแโใไๆ็่้๊๋์ฯ๐๑๒๓๔๕๖๗๘๙",
  "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,/()-:%'\"“”‘’–•฿",
].join("");

describe("fonts", () => {
  it("there are many families of several looks, from npm alone", () => {
    const faces = listPortableFaces();
    expect(new Set(faces.map((face) => face.familyName)).size).toBeGreaterThanOrEqual(20);
    expect(new Set(faces.map((face) => face.look)).size).toBeGreaterThanOrEqual(5);
    expect(new Set(faces.map((face) => face.id)).size).toBe(faces.length);
  });

  it("every face covers what is drawn with it", () => {
    for (const face of listFontFaces()) expect(missingCharacters(face, ALPHABET), face.id).toEqual([]);
  });

  it("a check mark is known to be missing", () => {
    expect(missingCharacters(findFace("Sarabun"), "ก✓")).toEqual(["✓"]);
  });

  it("a family that is not there is an error", () => {
    expect(() => findFace("Angsana New")).toThrow(/Angsana New/);
  });
});

describe("drawLine", () => {
  const style = { face: findFace("Sarabun"), sizePt: 16, dpi: 300 };

  it("cuts to the ink, with all four stories of Thai in it", () => {
    const plain = drawLine("กก", style)!;
    const stacked = drawLine("ปี่ญุ", style)!;
    // ก is 0.4 of 66.7 px high and stands on the baseline; a mark on a vowel stands twice as high, a vowel hangs below.
    expect(plain.image.heightPx).toBeGreaterThanOrEqual(26);
    expect(plain.image.heightPx).toBeLessThanOrEqual(30);
    expect(stacked.baselinePx).toBeGreaterThan(plain.baselinePx * 1.8);
    expect(stacked.image.heightPx - stacked.baselinePx).toBeGreaterThan(8);
    for (const { image } of [plain, stacked]) {
      const firstRow = image.data.subarray(0, image.widthPx);
      const lastRow = image.data.subarray(-image.widthPx);
      expect(Math.min(...firstRow)).toBeLessThan(255);
      expect(Math.min(...lastRow)).toBeLessThan(255);
    }
  });

  it("has the same height of ก in every family", () => {
    for (const face of listFontFaces().filter((one) => one.style === "regular")) {
      const height = drawLine("ก", { ...style, face })!.image.heightPx;
      expect(Math.abs(height - 28), face.id).toBeLessThanOrEqual(4);
    }
  });

  it("a tone mark and SARA AM add no width of their own", () => {
    const [bare, marked] = [drawLine("นาที", style)!, drawLine("น่าที่", style)!];
    expect(Math.abs(bare.image.widthPx - marked.image.widthPx)).toBeLessThanOrEqual(2);
    // One consonant with its SARA AM, not a dotted circle beside a lone sign.
    expect(drawLine("น้ำ", style)!.image.widthPx).toBeLessThan(drawLine("นาก", style)!.image.widthPx);
  });

  it("condensing, spacing, underline and weight do what they say", () => {
    const text = "ประกาศ";
    const normal = drawLine(text, style)!.image;
    const ink = (data: Uint8Array): number => data.reduce((sum, value) => sum + 255 - value, 0);
    expect(drawLine(text, { ...style, condense: 0.8 })!.image.widthPx / normal.widthPx).toBeCloseTo(0.8, 1);
    expect(drawLine(text, { ...style, letterSpacingPx: 3 })!.image.widthPx).toBeGreaterThan(
      normal.widthPx + 9,
    );
    expect(drawLine(text, { ...style, underline: true })!.image.heightPx).toBeGreaterThan(normal.heightPx);
    expect(ink(drawLine(text, { ...style, emboldenPx: 1 })!.image.data)).toBeGreaterThan(
      ink(normal.data) * 1.1,
    );
  });

  it("neighbours leave ink but not size", () => {
    const alone = drawLine("ที่ปู", style)!.image;
    const between = drawLine("ที่ปู", {
      ...style,
      neighbours: { above: "ฐุญูฏุฤู", below: "ปี่ปี้ที่", pitchPx: 44 },
    })!.image;
    expect(between.heightPx).toBe(alone.heightPx);
    expect(between.data).not.toEqual(alone.data);
  });

  it("gives nothing for white space, and takes lines longer than its canvas", () => {
    expect(drawLine("   ", style)).toBeNull();
    expect(drawLine("รายงาน".repeat(60), style)!.image.widthPx).toBeGreaterThan(6000);
  });
});
