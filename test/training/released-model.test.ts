import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findFace } from "../../maker/fonts.ts";
import { makeRandom } from "../../maker/random.ts";
import type { LineEngine } from "../../src/ocr/engine.ts";
import { readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { startTesseract } from "../../src/ocr/tesseract-engine.ts";
import { drawText } from "../../training/lines/draw-text.ts";
import { cropImage, findInkBounds } from "../../training/lines/ink-bounds.ts";
import { FOLDERS, MODEL_NAME } from "../../training/work-folder.ts";

let engine: LineEngine;
beforeAll(async () => {
  engine = await startTesseract(await readTraineddata(join(FOLDERS.models, `${MODEL_NAME}.traineddata`)));
});
afterAll(() => engine.close());

async function readDrawn(text: string): Promise<string> {
  const setting = {
    face: findFace("Sarabun"),
    sizePt: 16,
    dpi: 300,
    stretch: 1,
    letterSpacing: 0,
    wordSpacing: 1,
    underlined: false,
    neighbours: [],
  };
  const { image } = drawText(text, setting, makeRandom("released"));
  const ink = findInkBounds(image)!;
  const rect = { left: ink.left - 9, top: ink.top - 9, right: ink.right + 9, bottom: ink.bottom + 9 };
  return (await engine.readLine(cropImage(image, rect))).text;
}

// What the stock model can't: five of the digits, SARA AM as one character, Latin letters.
it.each(["ปีงบประมาณ พ.ศ. ๒๕๖๗", "๑,๔๙๖,๗๘๐.๓๕", "ดำเนินการแล้ว จำนวน ๔ ครั้ง", "ระบบ LPA"])(
  "reads %s in tesseract.js",
  async (text) => {
    expect(await readDrawn(text)).toBe(text);
  },
);
