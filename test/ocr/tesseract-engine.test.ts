import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawLine } from "../../maker/draw-line.ts";
import { findFace } from "../../maker/fonts.ts";
import type { GrayImage } from "../../src/model/image.ts";
import { EngineError, type EngineLine, type LineEngine } from "../../src/ocr/engine.ts";
import { readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { startTesseract } from "../../src/ocr/tesseract-engine.ts";
import { STOCK_MODEL } from "../support/stock-model.ts";

const TEXTS = ["การวางแผน", "องค์การบริหารส่วนตำบล", "แผนอัตรากำลัง", "งบประมาณ (บาท)", "ผลการดำเนินงาน"];

function draw(text: string): GrayImage {
  const line = drawLine(text, { face: findFace("Sarabun"), sizePt: 16, dpi: 300 });
  if (line === null) throw new Error("the font cannot draw it");
  return line.image;
}

/** The stock model writes ำ in two characters. */
const plain = (text: string): string => text.replaceAll("ํา", "ำ").replaceAll(" ", "");

describe("startTesseract", () => {
  let engine: LineEngine;
  beforeAll(async () => {
    engine = await startTesseract(await readTraineddata(STOCK_MODEL));
  });
  afterAll(() => engine.close());

  it("reads clean print", async () => {
    for (const text of TEXTS) expect(plain((await engine.readLine(draw(text))).text)).toBe(plain(text));
  });

  it("gives every character a place inside the picture, from left to right, and keeps printed spaces", async () => {
    const image = draw("งบประมาณ (บาท)");
    const { text, symbols } = await engine.readLine(image);
    expect(text).toBe("งบประมาณ (บาท)");
    expect(symbols.map((symbol) => symbol.text).join("")).toBe(text);
    for (const { left, right } of symbols) {
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(image.widthPx);
      expect(right).toBeGreaterThanOrEqual(left);
    }
  });

  it("reads the same whatever it read before", async () => {
    const images = TEXTS.map(draw);
    const readAll = async (order: readonly number[]): Promise<EngineLine[]> => {
      const read: EngineLine[] = [];
      for (const index of order) read[index] = await engine.readLine(images[index]!);
      return read;
    };
    const forwards = await readAll([0, 1, 2, 3, 4]);
    const backwards = await readAll([4, 3, 2, 1, 0]);
    expect(backwards).toEqual(forwards);
    const fresh = await startTesseract(await readTraineddata(STOCK_MODEL));
    try {
      expect(await fresh.readLine(images[3]!)).toEqual(forwards[3]);
    } finally {
      await fresh.close();
    }
  });
});

describe("the watchdog", () => {
  it("gives a line up after two workers did not answer in time", async () => {
    const model = await readTraineddata(STOCK_MODEL);
    const hurried = await startTesseract(model, { numberModel: model, lineTimeoutMs: 0 });
    try {
      await expect(hurried.readLine(draw("แผนอัตรากำลัง"))).rejects.toBeInstanceOf(EngineError);
      await expect(hurried.readNumber?.(draw("๑๒๓"))).rejects.toBeInstanceOf(EngineError);
    } finally {
      await hurried.close();
    }
  });
});
