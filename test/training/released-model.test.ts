import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeRandom } from "../../maker/random.ts";
import type { GrayImage } from "../../src/model/image.ts";
import type { LineEngine } from "../../src/ocr/engine.ts";
import { readTraineddata } from "../../src/ocr/read-traineddata.ts";
import { startTesseract } from "../../src/ocr/tesseract-engine.ts";
import { drawText } from "../../training/lines/draw-text.ts";
import { cropImage, findInkBounds } from "../../training/lines/ink-bounds.ts";
import { chooseOldNine } from "../../training/lines/old-nine.ts";
import type { OldNine } from "../../training/lines/old-nine.ts";
import { FOLDERS, MODEL_NAME, NUMBER_MODEL_NAME } from "../../training/work-folder.ts";
import { PLAIN_SETTING } from "./plain-setting.ts";

let engine: LineEngine;
beforeAll(async () => {
  engine = await startTesseract(await readTraineddata(join(FOLDERS.models, `${MODEL_NAME}.traineddata`)), {
    numberModel: await readTraineddata(join(FOLDERS.models, `${NUMBER_MODEL_NAME}.traineddata`)),
  });
});
afterAll(() => engine.close());

function drawCut(text: string, oldNine?: OldNine): GrayImage {
  const setting = oldNine === undefined ? PLAIN_SETTING : { ...PLAIN_SETTING, oldNine };
  const { image } = drawText(text, setting, makeRandom("released"));
  const ink = findInkBounds(image)!;
  const rect = { left: ink.left - 9, top: ink.top - 9, right: ink.right + 9, bottom: ink.bottom + 9 };
  return cropImage(image, rect);
}

// What the stock model can't: five of the digits, SARA AM as one character, Latin letters.
it.each(["ปีงบประมาณ พ.ศ. ๒๕๖๗", "๑,๔๙๖,๗๘๐.๓๕", "ดำเนินการแล้ว จำนวน ๔ ครั้ง", "ระบบ LPA"])(
  "reads %s in tesseract.js",
  async (text) => {
    expect((await engine.readLine(drawCut(text))).text).toBe(text);
  },
);

it("reads every digit with the net for numbers, the same before and after other lines", async () => {
  const readNumber = engine.readNumber!;
  const texts = ["๑,๔๙๖,๗๘๐.๓๕", "๒๓๔,๕๖๗.๘๙", "1,023,456.78", "(๙)", "๑๒/๒๕๖๗", "95,000 บาท"];
  const first = [];
  for (const text of texts) first.push(await readNumber(drawCut(text)));
  expect(first.map(({ text }) => text)).toEqual(texts);
  await engine.readLine(drawCut("ระบบ LPA"));
  expect(await readNumber(drawCut(texts[0]!))).toEqual(first[0]);
});

it("reads ๙ in the shape of older typefaces with both nets", async () => {
  const text = "๙,๕๔๙.๖๙";
  for (const seed of ["one", "two", "three", "four", "five", "six"]) {
    const picture = drawCut(text, chooseOldNine(makeRandom(seed)));
    expect((await engine.readLine(picture)).text).toBe(text);
    expect((await engine.readNumber!(picture)).text).toBe(text);
  }
});
