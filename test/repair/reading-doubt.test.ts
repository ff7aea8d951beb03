import { describe, expect, test } from "vitest";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import { characterConfidences, linesInBoxes } from "../../src/repair/character-confidences.ts";
import { confidenceRows, countConfidences, noConfidences } from "../../src/repair/count-confidences.ts";
import { compactText } from "../../src/repair/compact-text.ts";
import { findDoubtfulChanges } from "../../src/repair/find-doubtful-changes.ts";
import { compileDoubtCosts, stepsCost, textDoubt } from "../../src/repair/doubt-costs.ts";
import { repairReport } from "../../src/repair/repair-report.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { boxAt, lineOf, pageOf } from "./support/read-page.ts";
import { readEvidence, reportOf } from "./support/report-texts.ts";

const { costs } = dictionaries;

describe("confidences of a text's characters", () => {
  test("follow it through normalizing and joining", () => {
    const first = lineOf("ท\u0e4d\u0e32งาน", new Map([[1, 0.6]]));
    const second = lineOf("ต่อ", new Map([[2, 0.7]]), 20);
    const text = `${normalizeThai(first.text).text}ต่อ`;
    const sure = characterConfidences(text, [first, second]);
    expect(text).toBe("ทำงานต่อ");
    expect(Array.from(sure, (value) => Math.round(value * 100))).toEqual([99, 60, 99, 99, 99, 99, 99, 70]);
  });

  test("of lines in other boxes play no part", () => {
    const lines = [lineOf("บน", new Map()), lineOf("ล่าง", new Map(), 20)];
    const pages = new Map([[1, pageOf(lines)]]);
    expect(linesInBoxes(pages, [boxAt(20)])).toEqual([lines[1]]);
    expect(linesInBoxes(pages, [{ ...boxAt(20), pageNumber: 2 }])).toEqual([]);
  });

  test("are 1 where nothing was read", () => {
    expect([...characterConfidences("กข", [])]).toEqual([1, 1]);
  });
});

test("what is right and wrong is counted by confidence", () => {
  const counts = noConfidences();
  const observed = "บุคลากรทุกคนตองทำงาน";
  const sure = new Float32Array(observed.length).fill(0.99);
  sure[0] = 0.9;
  countConfidences(observed, sure, "มุคลากรทุกคนต้องทำงาน", costs, counts);
  expect(confidenceRows(counts)).toEqual([
    { percent: 90, characters: 1, changed: 1, gaps: 2, missing: 0 },
    { percent: 99, characters: observed.length - 1, changed: 0, gaps: observed.length - 2, missing: 1 },
  ]);
});

describe("costs by confidence", () => {
  const row = (percent: number, characters: number, changed: number) => ({
    percent,
    characters,
    changed,
    gaps: characters,
    missing: 0,
  });
  const doubts = compileDoubtCosts([row(99, 10_000, 5), row(95, 100, 3), row(90, 100, 40)])!;

  test("fall with it, and what is seldom wrong costs more", () => {
    expect(doubts.changed[99]).toBeGreaterThan(0);
    expect(doubts.changed[90]).toBeLessThan(0);
    for (let percent = 1; percent <= 100; percent++) {
      expect(doubts.changed[percent]).toBeGreaterThanOrEqual(doubts.changed[percent - 1]!);
    }
    expect([...doubts.doubtful].lastIndexOf(1)).toBe(94);
  });

  test("are taken where the change is", () => {
    const doubt = textDoubt(doubts, Float32Array.of(0.99, 0.9), [0, 1], 2);
    const step = { observedStart: 0, observedEnd: 1, truthStart: 0, truthEnd: 1, cost: 0.8 };
    expect(stepsCost([step], 0, doubt)).toBeGreaterThan(0.8);
    expect(stepsCost([step], 1, doubt)).toBeLessThan(0.8);
    expect(stepsCost([step], 1, null)).toBe(0.8);
    expect(stepsCost([{ ...step, cost: 0 }], 1, doubt)).toBe(0);
  });

  test("are none where nothing was counted", () => {
    expect(compileDoubtCosts([])).toBeNull();
  });
});

describe("a word read for another", () => {
  /** The result as repaired, when the engine doubted the symbols where `doubted` says. */
  const repairedWith = (text: string, doubted: ReadonlyMap<number, number>, activityName = ""): unknown => {
    const box = boxAt(0);
    const report = reportOf([{ activityName, result: text }]);
    const records = report.records.map((record) => ({
      ...record,
      evidence: { ...record.evidence, result: { ...readEvidence(text), boxes: [box] } },
    }));
    return repairReport({ ...report, records, pages: [pageOf([lineOf(text, doubted)])] }, dictionaries)
      .records[0]?.result;
  };
  const repaired = (text: string, at: string, confidence: number): unknown =>
    repairedWith(text, new Map([[text.indexOf(at), confidence]]));

  test.each([
    ["พนักงานจ้างตามการกิจและพนักงานจ้างทั่วไป", "การกิจ", "พนักงานจ้างตามภารกิจและพนักงานจ้างทั่วไป"],
    ["ได้ตำเนินการบรรจุและแต่งตั้ง", "ตำเนิน", "ได้ดำเนินการบรรจุและแต่งตั้ง"],
  ])("%s is repaired where the engine doubted it", (text, at, right) => {
    expect(repaired(text, at, 0.91)).toBe(right);
    expect(repaired(text, at, 0.99)).toBe(text);
  });

  test.each([
    ["another symbol", "พนักงานจ้างตามการกิจและพนักงานจ้างทั่วไป", "จ้างตาม"],
    ["a word that stands as it should", "จัดทำแผนอัตรากำลัง ๓ ปี", "อัตรา"],
    ["a right word", "ความผูกพันของบุคลากรต่อองค์กร ร้อยละ ๘๐", "กร ร"],
    ["a number", "จำนวน ๑๕ อัตรา", "๕"],
    ["what is left of a word behind a stray sign", "ร้อยละ ๗๐ ของต.ำแหน่งว่างทั้งหมด", "ำ"],
    ["a person", "โดยมีนายการกิจ ตำเนิน เป็นผู้รับผิดชอบ", "การกิจ"],
  ])("stays where the doubt is at %s", (_, text, at) => {
    expect(repaired(text, at, 0.88)).toBe(text);
  });

  test("is not mended once more beside what was mended just there", () => {
    const compact = compactText("ตวามรู้");
    const { length } = compact.text;
    const doubt = textDoubt(
      dictionaries.doubts!,
      new Float32Array(length).fill(0.9),
      compact.offsets,
      length,
    );
    const decided = { compact, closed: Uint8Array.from({ length }, (_, index) => Number(index === 0)) };
    expect(findDoubtfulChanges("\u0001วามรู้", decided, doubt, dictionaries)).toEqual([]);
    const open = { compact: compactText("วามรู้"), closed: new Uint8Array(length - 1) };
    expect(findDoubtfulChanges("วามรู้", open, doubt, dictionaries).map(({ to }) => to)).toContain("ความรู้");
  });

  test("is left where another settled wording is as near", () => {
    const text = "ด้วยระบบอิเล็กทรอนิกส์ (e-GP) วุ่นที่ 14 ระหว่าง";
    const doubted = new Map([
      [text.indexOf("วุ่น"), 0.91],
      [text.indexOf("วุ่น") + 2, 0.98],
    ]);
    expect(repairedWith(text, doubted)).toBe(text);
  });

  test("does not lose a letter that a word behind it lacks", () => {
    const text = "การเลือนสนเงินเดือนนนกงานเทศบาล";
    const doubted = new Map([
      [text.indexOf("นนน"), 0.96],
      [text.indexOf("นนน") + 1, 0.9],
      [text.indexOf("กงาน"), 0.87],
    ]);
    expect(repairedWith(text, doubted)).not.toMatch(/เงินเดือนนกงาน/u);
  });
});
