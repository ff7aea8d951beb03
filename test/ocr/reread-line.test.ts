import { expect, test } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import type { EngineLine } from "../../src/ocr/engine.ts";
import { rereadDoubtful } from "../../src/ocr/reread-line.ts";

const white = (): Uint8Array => new Uint8Array(100 * 40).fill(255);
const IMAGE: GrayImage = { widthPx: 100, heightPx: 40, data: white().fill(0, 2050, 2060) };
const FAINT: GrayImage = { widthPx: 100, heightPx: 40, data: white().fill(120, 2050, 2080) };

function line(text: string, confidence: number): EngineLine {
  const symbols = Array.from(text, (character, at) => ({
    text: character,
    confidence,
    left: at * 59,
    right: at * 59 + 59,
  }));
  return { text, confidence, symbols };
}

/** An engine that gives these readings one after the other, and remembers what it was shown. */
function engineReading(...readings: EngineLine[]) {
  const shown: GrayImage[] = [];
  return {
    shown,
    readLine: (image: GrayImage): Promise<EngineLine> => {
      shown.push(image);
      return Promise.resolve(readings.shift()!);
    },
  };
}

test("reads no line again that is surely read, and no number", async () => {
  const engine = engineReading();
  const sure = line("กองคลัง", 0.99);
  expect(await rereadDoubtful(engine, IMAGE, sure, () => FAINT)).toBe(sure);
  const number = line("๑,๒๕๐", 0.8);
  expect(await rereadDoubtful(engine, IMAGE, number, () => FAINT)).toBe(number);
  const nothing = line("", 0);
  expect(await rereadDoubtful(engine, IMAGE, nothing, () => FAINT)).toBe(nothing);
});

test("reads a doubtful line with its faint print, wider, and blurred", async () => {
  const engine = engineReading(line("กข", 0.93), line("กฃ", 0.96), line("กฅ", 0.9));
  const read = await rereadDoubtful(engine, IMAGE, line("กค", 0.9), () => FAINT);
  expect(read.text).toBe("กฃ");
  expect(engine.shown.map(({ widthPx }) => widthPx)).toEqual([100, 118, 109]);
  expect(engine.shown[0]).toBe(FAINT);
});

test("stops at a reading that leaves no doubt", async () => {
  const engine = engineReading(line("", 0), line("กข", 0.98), line("กฅ", 0.99));
  expect((await rereadDoubtful(engine, IMAGE, line("กค", 0.9), () => FAINT)).text).toBe("กข");
  expect(engine.shown).toHaveLength(2);
});

test("gives places in the picture of the line, whatever was read", async () => {
  const engine = engineReading(line("กข", 0.9), line("กข", 0.98), line("กข", 0.9));
  const { symbols } = await rereadDoubtful(engine, IMAGE, line("กข", 0.9), () => FAINT);
  expect(symbols.map(({ left, right }) => [left, right])).toEqual([
    [0, 50],
    [50, 100],
  ]);
});

test("renders the picture itself where there is no faint print", async () => {
  const engine = engineReading(line("กข", 0.9), line("กข", 0.9));
  await rereadDoubtful(engine, IMAGE, line("กค", 0.9), () => null);
  const [wide, soft] = engine.shown;
  expect(engine.shown).toHaveLength(2);
  const row = (image: GrayImage, y: number) =>
    image.data.subarray(y * image.widthPx, (y + 1) * image.widthPx);
  // The stroke from 50 to 60 of 100 columns, in 118 of them: 59 to 70.8, black but for its interpolated edges.
  expect(row(wide!, 20).indexOf(0)).toBe(60);
  expect(row(wide!, 20).lastIndexOf(0)).toBe(69);
  expect(row(wide!, 19).every((level) => level === 255)).toBe(true);
  // The blur spreads it to the next rows and takes nothing away from its ink.
  expect(row(soft!, 19).some((level) => level < 250)).toBe(true);
  const darkness = (image: GrayImage) =>
    image.data.reduce((sum, level) => sum + 255 - level, 0) / image.widthPx;
  expect(darkness(soft!)).toBeCloseTo(darkness(IMAGE), 0);
});
