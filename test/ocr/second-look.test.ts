import { expect, test } from "vitest";
import type { GrayImage } from "../../src/model/image.ts";
import type { EngineLine } from "../../src/ocr/engine.ts";
import { isNumberLine, lookAgain } from "../../src/ocr/second-look.ts";

const IMAGE: GrayImage = { widthPx: 4, heightPx: 20, data: new Uint8Array(80).fill(255).fill(0, 36, 44) };

function line(text: string, confidence = 0.99): EngineLine {
  const symbols = Array.from(text, (character, at) => ({
    text: character,
    confidence,
    left: at,
    right: at + 1,
  }));
  return { text, confidence, symbols };
}

type Reading = string | readonly [text: string, confidence: number];

interface FakeEngine {
  readonly heights: number[];
  readonly readLine: (image: GrayImage) => Promise<EngineLine>;
  readonly readNumber: ((image: GrayImage) => Promise<EngineLine>) | null;
}

/** An engine that gives these readings one after the other, and remembers the heights of what it was shown. */
function engineReading(...readings: Reading[]): FakeEngine {
  const heights: number[] = [];
  const readLine = (image: GrayImage): Promise<EngineLine> => {
    heights.push(image.heightPx);
    const next = readings.shift() ?? "";
    return Promise.resolve(typeof next === "string" ? line(next) : line(...next));
  };
  return { heights, readLine, readNumber: null };
}

/** The same with a net for numbers, which gives these readings, the second of narrower print, the third without its top. */
function engineWithNumbers(
  byNumbers: readonly [Reading, Reading, Reading?],
  ...readings: Reading[]
): FakeEngine {
  const given = byNumbers.filter((reading) => reading !== undefined);
  return { ...engineReading(...readings), readNumber: engineReading(...given).readLine };
}

function highestOf({ symbols }: EngineLine): number {
  return Math.max(...symbols.map(({ confidence }) => confidence));
}

test("numbers are told from text", () => {
  for (const text of ["๒๒,๔๖๐.๕๐", "15,000 บาท", "๑.", "(5)", "๔ / ๒๕๖๖", "๓๐,๐๐๐.-"])
    expect(isNumberLine(text)).toBe(true);
  for (const text of ["-", "ปี ๒๕๖๖", "๑ ต.ค. ๖๕", "/", "", "พ.ศ. ๒๕๖๖"])
    expect(isNumberLine(text)).toBe(false);
});

test("text is read once, a number twice: the second time larger", async () => {
  const prose = engineReading();
  expect(await lookAgain(prose, IMAGE, line("สำนักปลัด"))).toEqual(line("สำนักปลัด"));
  for (const short of ["ที่", "คน", "วัน", "-", "–"]) await lookAgain(prose, IMAGE, line(short));
  expect(prose.heights).toEqual([]);
  const sure = engineReading("๒๒, ๔๖๐");
  expect(await lookAgain(sure, IMAGE, line("๒๒,๔๖๐"))).toEqual(line("๒๒,๔๖๐"));
  expect(sure.heights).toHaveLength(1);
  expect(sure.heights[0]).toBeLessThan(IMAGE.heightPx);
});

test("a number is as sure as the less sure of both readings, and one net alone must be very sure", async () => {
  const read = await lookAgain(engineReading(["๒๒,๔๖๐", 0.98]), IMAGE, line("๒๒,๔๖๐"));
  expect(Math.max(...read.symbols.map(({ confidence }) => confidence))).toBe(0.98);
  const doubtful = await lookAgain(engineReading(["๒๒,๔๖๐", 0.97]), IMAGE, line("๒๒,๔๖๐"));
  expect(Math.max(...doubtful.symbols.map(({ confidence }) => confidence))).toBe(0.8);
});

test("a number that is read differently is read a third time, keeps its text and loses confidence", async () => {
  const once = await lookAgain(engineReading("๒๒,๕๖๐", "๒๒,๔๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect(once.text).toBe("๒๒,๔๖๐");
  expect(Math.max(...once.symbols.map(({ confidence }) => confidence))).toBe(0.8);
  const alone = await lookAgain(engineReading("๒๒,๔๘๐", "๒๒,๔๘๐"), IMAGE, line("๒๒,๔๖๐"));
  expect(alone.text).toBe("๒๒,๔๖๐");
  expect(Math.max(...alone.symbols.map(({ confidence }) => confidence))).toBe(0.4);
});

test("a number that both nets read is read smaller, and larger only slanted where the first is very sure", async () => {
  const engine = engineWithNumbers(["๒๒, ๔๖๐", "๒๒,๔๖๐"], ["๒๒.๔๖๐", 0.9]);
  expect(await lookAgain(engine, IMAGE, line("๒๒,๔๖๐"))).toEqual(line("๒๒,๔๖๐"));
  expect(engine.heights).toEqual([26, 8]);
  const ofRow = engineWithNumbers(["๑๒", "๑๒"], "๑๒");
  await lookAgain(ofRow, IMAGE, line("๑๒"));
  expect(ofRow.heights).toEqual([26]);
});

test("an amount that both nets read otherwise without its top, or slanted, is for a person to check", async () => {
  const alike = ["๒๒,๔๖๐", "๒๒,๔๖๐"] as const;
  const withoutTop = engineWithNumbers([...alike, "๒๒,๕๖๐"], "๒๒,๔๖๐", "๒๒,๔๖๐");
  expect((await lookAgain(withoutTop, IMAGE, line("๒๒,๔๖๐"))).confidence).toBe(0.8);
  const slanted = engineWithNumbers([...alike, "๒๒,๔๖๐"], "๒๒,๔๖๐", "๒๒,๕๖๐");
  expect((await lookAgain(slanted, IMAGE, line("๒๒,๔๖๐"))).confidence).toBe(0.8);
  const lost = engineWithNumbers([...alike, "๒,๔๖๐"], "๒๒,๔๖๐", "");
  expect((await lookAgain(lost, IMAGE, line("๒๒,๔๖๐"))).confidence).toBe(0.99);
  const ofRow = engineWithNumbers(["๑๒", "๑๒", "๑๓"], "๑๒");
  expect((await lookAgain(ofRow, IMAGE, line("๑๒"))).confidence).toBe(0.99);
});

test("where the first is less sure, it is as sure as the less sure of its two readings", async () => {
  const agreed = await lookAgain(
    engineWithNumbers(["๒๒,๔๖๐", "๒๒,๔๖๐"], "๒๒,๔๖๐", ["๒๒,๔๖๐", 0.93]),
    IMAGE,
    line("๒๒,๔๖๐", 0.98),
  );
  expect([agreed.text, agreed.confidence]).toEqual(["๒๒,๔๖๐", 0.93]);
});

test("where one of the two other readings differs, a number keeps its text and loses confidence", async () => {
  const byNumbers = await lookAgain(engineWithNumbers(["๒๒,๕๖๐", "๒๒,๔๖๐"], "๒๒,๔๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([byNumbers.text, byNumbers.confidence]).toEqual(["๒๒,๔๖๐", 0.8]);
  const alike = ["๒๒,๔๖๐", "๒๒,๔๖๐"] as const;
  const smaller = await lookAgain(engineWithNumbers(alike, "๒๒,๕๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([smaller.text, smaller.confidence]).toEqual(["๒๒,๔๖๐", 0.8]);
  const shorter = await lookAgain(engineWithNumbers(alike, "๒๒,๕๐"), IMAGE, line("๒๒,๔๖๐"));
  expect(shorter.confidence).toBe(0.8);
  const spoilt = await lookAgain(engineWithNumbers(alike, "๒๒,๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([spoilt.text, spoilt.confidence]).toEqual(["๒๒,๔๖๐", 0.99]);
  const larger = await lookAgain(engineWithNumbers(alike, "๒๒,๔๖๐", "๒๒,๕๖๐"), IMAGE, line("๒๒,๔๖๐", 0.98));
  expect([larger.text, larger.confidence]).toEqual(["๒๒,๔๖๐", 0.8]);
  const differing = ["๒๒,๕๖๐", "๒๒,๔๖๐"] as const;
  const last = await lookAgain(engineWithNumbers(differing, "๒๒,๖๖๐", "๒๒,๔๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([last.text, last.confidence]).toEqual(["๒๒,๔๖๐", 0.8]);
  const none = await lookAgain(engineWithNumbers(differing, "๒๒,๖๖๐", "๒๒,๖๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([none.text, none.confidence]).toEqual(["๒๒,๔๖๐", 0.4]);
});

test("against the net for numbers no number passes, however surely the first reads it", async () => {
  const otherwise = ["๒๒,๕๖๐", "๒๒,๕๖๐"] as const;
  const read = await lookAgain(engineWithNumbers(otherwise, "๒๒,๔๖๐", "๒๒,๔๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([read.text, read.confidence]).toEqual(["๒๒,๔๖๐", 0.8]);
});

test("where the nets differ, the reading that most of five agree on is taken, for a person to check", async () => {
  const otherwise = ["๒๒,๕๖๐", "๒๒,๕๖๐"] as const;
  const agreed = await lookAgain(engineWithNumbers(otherwise, "๒๒,๕๖๐", "๒๒,๔๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([agreed.text, agreed.confidence]).toEqual(["๒๒,๕๖๐", 0.8]);
  const unsure = [
    ["๒๒,๕๖๐", 0.5],
    ["๒๒,๕๖๐", 0.5],
  ] as const;
  const surer = await lookAgain(engineWithNumbers(unsure, "๒๒,๗๖๐", "๒๒,๖๖๐"), IMAGE, line("๒๒,๔๖๐"));
  expect([surer.text, surer.confidence]).toEqual(["๒๒,๔๖๐", 0.4]);
});

test("what is no number is not taken for one, however many agree on it", async () => {
  const spoilt = ["๒๒,๕๖๐", "๒๒,๗๖๐"] as const;
  const read = await lookAgain(engineWithNumbers(spoilt, "๒๒,s๖๐", "๒๒,s๖๐"), IMAGE, line("๒๒,๔๖๐", 0.9));
  expect(read.text).not.toContain("s");
});

test("separators that the net for numbers reads otherwise do not count, once the other net reads them alike twice", async () => {
  const points = ["๒๗๐.๐๐", "๒๗๐.๐๐"] as const;
  const twice = await lookAgain(engineWithNumbers(points, "๒๗๐,๐๐", "๒๗๐,๐๐"), IMAGE, line("๒๗๐,๐๐"));
  expect([twice.text, twice.confidence]).toEqual(["๒๗๐,๐๐", 0.99]);
  const once = await lookAgain(engineWithNumbers(points, "๒๗๐,๐๐", "๒๗๐.๐๐"), IMAGE, line("๒๗๐,๐๐"));
  expect([once.text, once.confidence]).toEqual(["๒๗๐,๐๐", 0.8]);
});

test("a point before the last two digits that one net alone sees makes another amount, for a person to check", async () => {
  for (const [first, other] of [
    ["3060000", "30600.00"],
    ["๓๐๖.๐๐บาท", "๓๐๖๐๐บาท"],
    ["๓,๐๖๐,๐๐๐", "๓,๐๖๐,๐.๐๐"],
  ] as const) {
    const read = await lookAgain(engineWithNumbers([other, other], first, first), IMAGE, line(first));
    expect([read.text, highestOf(read)]).toEqual([first, 0.8]);
  }
  const wrapped = engineWithNumbers(["๒๗๐.๐๐", "๒๗๐.๐๐"], "๒๗๐,๐๐", "๒๗๐,๐๐");
  expect(highestOf(await lookAgain(wrapped, IMAGE, line("๒๗๐,๐๐")))).toBe(0.99);
});

test("what the net for numbers reads alike but without being sure is for a person to check", async () => {
  const read = (wide: number, narrow: number) => {
    const readings = [
      ["๒๒,๔๖๐", wide],
      ["๒๒,๔๖๐", narrow],
    ] as const;
    const engine = engineWithNumbers(readings, "๒๒,๔๖๐");
    return lookAgain(engine, IMAGE, line("๒๒,๔๖๐"));
  };
  expect((await read(0.97, 0.97)).confidence).toBe(0.99);
  expect((await read(0.95, 0.99)).confidence).toBe(0.8);
  expect((await read(0.99, 0.95)).confidence).toBe(0.8);
});

test("a number with a letter in it is read larger, and stays doubtful", async () => {
  const read = await lookAgain(engineReading("500"), IMAGE, line("s00"));
  expect([read.text, read.confidence]).toEqual(["500", 0.8]);
});

test("one that larger print does not show is read with the characters of numbers", async () => {
  const read = await lookAgain(engineReading("๗๐.๐o", "๗๐.๐๐", "๗๐.๐๐", "๗๐.๘๐"), IMAGE, line("๗๐.๐o"));
  expect([read.text, read.confidence]).toEqual(["๗๐.๐๐", 0.8]);
  const torn = await lookAgain(engineReading("๗๐.๐o", "๗๐.๐๐", "๗๐.๑๐", "๗๐.๘๐"), IMAGE, line("๗๐.๐o"));
  expect(torn).toEqual(line("๗๐.๐o"));
  const shorter = await lookAgain(engineReading("s00", "00", "00", "00"), IMAGE, line("s00"));
  expect(shorter).toEqual(line("s00"));
  const unit = engineReading();
  expect((await lookAgain(unit, IMAGE, line("๒๕๐ ม."))).text).toBe("๒๕๐ ม.");
  expect(unit.heights).toEqual([]);
});

test("a lone sign may be a digit in small print", async () => {
  expect((await lookAgain(engineReading("5"), IMAGE, line("ร"))).text).toBe("5");
  expect((await lookAgain(engineReading("(7)"), IMAGE, line("○"))).text).toBe("(7)");
  expect((await lookAgain(engineReading(["5", 0.9]), IMAGE, line("ร"))).text).toBe("ร");
  const mark = engineReading();
  for (const sign of ["/", "✓", "x"]) expect((await lookAgain(mark, IMAGE, line(sign))).text).toBe(sign);
  expect(mark.heights).toEqual([]);
});
