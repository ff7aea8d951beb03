import { expect, test } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import type { EngineLine } from "../../src/ocr/engine.ts";
import { isNumberLine, lookAgain } from "../../src/ocr/second-look.ts";

const IMAGE: GrayImage = { widthPx: 4, heightPx: 20, data: new Uint8Array(80).fill(255).fill(0, 36, 44) };

function line(text: string): EngineLine {
  const symbols = Array.from(text, (character, at) => ({
    text: character,
    confidence: 0.99,
    left: at,
    right: at + 1,
  }));
  return { text, confidence: 0.99, symbols };
}

/** An engine that gives these readings one after the other, and remembers the heights of what it was shown. */
function engineReading(...texts: string[]): {
  readonly heights: number[];
  readLine: (image: GrayImage) => Promise<EngineLine>;
} {
  const heights: number[] = [];
  return {
    heights,
    readLine: (image) => {
      heights.push(image.heightPx);
      return Promise.resolve(line(texts.shift() ?? ""));
    },
  };
}

test("numbers are told from text", () => {
  for (const text of ["๒๒,๔๖๐.๕๐", "15,000 บาท", "๑.", "(5)", "๔ / ๒๕๖๖", "๓๐,๐๐๐.-"])
    expect(isNumberLine(text)).toBe(true);
  for (const text of ["-", "ปี ๒๕๖๖", "๑ ต.ค. ๖๕", "/", "", "พ.ศ. ๒๕๖๖"])
    expect(isNumberLine(text)).toBe(false);
});

test("text is read once, a number three times and in three sizes", async () => {
  const prose = engineReading();
  expect(await lookAgain(prose, IMAGE, line("สำนักปลัด"))).toEqual(line("สำนักปลัด"));
  expect(prose.heights).toEqual([]);
  const sure = engineReading("๒๒,๔๖๐", "๒๒, ๔๖๐");
  expect(await lookAgain(sure, IMAGE, line("๒๒,๔๖๐"))).toEqual(line("๒๒,๔๖๐"));
  expect(new Set([...sure.heights, IMAGE.heightPx]).size).toBe(3);
});

test("a number that is read differently keeps its text and loses confidence", async () => {
  const once = await lookAgain(engineReading("๒๒,๔๖๐", "๒๒,๕๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect(once.text).toBe("๒๒,๔๖๐");
  expect(Math.max(...once.symbols.map(({ confidence }) => confidence))).toBe(0.8);
  const alone = await lookAgain(engineReading("๒๒,๔๘๐", "๒๒,๕๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect(alone.text).toBe("๒๒,๔๖๐");
  expect(Math.max(...alone.symbols.map(({ confidence }) => confidence))).toBe(0.4);
});

test("a number with a letter in it is read again as a number, and stays doubtful", async () => {
  const read = await lookAgain(engineReading("๗๐.๐๐", "๗๐.๐๐", "๗๐.๘๐"), IMAGE, line("๗๐.๐o"));
  expect(read.text).toBe("๗๐.๐๐");
  expect(read.confidence).toBe(0.8);
  const torn = await lookAgain(engineReading("๗๐.๐๐", "๗๐.๑๐", "๗๐.๘๐"), IMAGE, line("๗๐.๐o"));
  expect(torn).toEqual(line("๗๐.๐o"));
  const unit = engineReading();
  expect((await lookAgain(unit, IMAGE, line("๒๕๐ ม."))).text).toBe("๒๕๐ ม.");
  expect(unit.heights).toEqual([]);
});
