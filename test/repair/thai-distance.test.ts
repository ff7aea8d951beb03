import { assert as assertProperty, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { alignTexts, densestCost, longestOneSidedRun } from "../../src/repair/align-texts.ts";
import { encodeText } from "../../src/repair/edit-costs.ts";
import { editCost } from "../../src/repair/edit-row.ts";
import { thaiDistance } from "../../src/repair/thai-distance.ts";
import { dictionaries } from "./support/dictionaries.ts";

const { costs } = dictionaries;
const distance = (observed: string, truth: string): number => thaiDistance(observed, truth, { costs });
const thai = string({ unit: constantFrom(...Array.from("กขคงดตทนบปผฝพฟมรลวสหอะาำิีึืุูเแโใไ่้์ั็๒๖ /a")) });

describe("distance", () => {
  test("is 0 for the same text however it is spaced and composed", () => {
    expect(distance("บรรจุและแต่งตั้ง", "บรรจุ และ\nแต่งตั้ง")).toBe(0);
    expect(distance("ท\u0e4d\u0e32งาน", "ทำงาน")).toBe(0);
    expect(distance("เ\u0e40ผน", "แผน")).toBe(0);
    expect(distance("ท\u0e48\u0e35", "ที่")).toBe(0);
  });

  test("is 1 for texts that share nothing", () => {
    expect(distance("", "ก")).toBe(1);
    expect(distance("ก", "")).toBe(1);
    expect(distance("", "")).toBe(0);
  });

  test.each([
    ["ท", "ที่", "ท่าน"],
    ["ไฟสีงห์", "ไผ่สิงห์", "ไผ่ล้อม"],
    ["นำอยู่", "น่าอยู่", "นาอยู่ยง"],
    ["ชมแสง", "ชุมแสง", "ชุมพล"],
    ["ท่าพ่อ", "ท่าฬ่อ", "ท่าไห"],
    ["นครสวรรด์", "นครสวรรค์", "นครพนม"],
    ["หนองบวั", "หนองบัว", "หนองบอน"],
  ])("%s is nearer to %s than to %s", (observed, truth, other) => {
    expect(distance(observed, truth)).toBeLessThan(distance(observed, other));
  });

  test("is a number for the first text that is longer than all before", () => {
    const long = "นโยบาย".repeat(1_000);
    expect(distance(long, "นโยบาย")).toBe(distance(long, "นโยบาย"));
    expect(distance(`${long}ก`, "นโยบาย")).toBeGreaterThan(0.9);
  });

  test("a lost tone mark weighs less than a lost consonant", () => {
    expect(distance("ไผสิงห์", "ไผ่สิงห์")).toBeLessThan(distance("ไผ่สิห์", "ไผ่สิงห์"));
  });

  test("has the direction of the confusion", () => {
    expect(distance("ฟ", "ผ่")).toBeLessThan(distance("ผ่", "ฟ"));
  });

  test("stays between 0 and 1", () => {
    assertProperty(
      property(thai, thai, (a, b) => {
        const value = distance(a, b);
        return value >= 0 && value <= 1 && distance(a, a) === 0;
      }),
    );
  });
});

describe("alignment", () => {
  test("costs what the distance says, step by step, over the whole of both texts", () => {
    assertProperty(
      property(thai, thai, (a, b) => {
        const [observed, truth] = [encodeText(a), encodeText(b)];
        const steps = alignTexts(observed, truth, costs);
        let [read, printed, cost] = [0, 0, 0];
        for (const step of steps) {
          if (step.observedStart !== read || step.truthStart !== printed) return false;
          [read, printed, cost] = [step.observedEnd, step.truthEnd, cost + step.cost];
        }
        const whole = editCost(observed, truth, costs);
        return read === a.length && printed === b.length && Math.abs(cost - whole) < 1e-9;
      }),
    );
  });

  test("tells a foreign word from scattered errors", () => {
    const align = (observed: string, truth: string) =>
      alignTexts(encodeText(observed), encodeText(truth), costs);
    const scattered = align("นโบบายการบธรจุและแค่งตังบุคลากร", "นโยบายการบรรจุและแต่งตั้งบุคลากร");
    const otherWord = align("นโยบายการบรรจุและแต่งตั้งข้าราชการ", "นโยบายการบรรจุและแต่งตั้งบุคลากร");
    expect(densestCost(scattered)).toBeLessThan(2);
    expect(densestCost(otherWord)).toBeGreaterThan(3);
    expect(longestOneSidedRun(align("หนองบัวใต้", "หนองบัว"))).toBe(3);
    expect(longestOneSidedRun(align("หนองบว", "หนองบัว"))).toBe(1);
  });
});

test("of very long texts the beginnings are compared", () => {
  const long = "จัดทำแผนพัฒนาบุคลากร ".repeat(50_000);
  expect(thaiDistance(long, `${long}ก`, { costs: dictionaries.costs })).toBe(0);
  expect(thaiDistance(long, "นโยบายการสรรหา ".repeat(50_000), { costs: dictionaries.costs })).toBeGreaterThan(
    0.3,
  );
});
