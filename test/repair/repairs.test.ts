import { assert as assertProperty, constantFrom, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";
import { diffToRepairs } from "../../src/repair/diff-to-repairs.ts";
import { splitThaiClusters } from "../../src/repair/thai-clusters.ts";

const thai = string({ unit: constantFrom(...Array.from("กขคงดตทนะาำิีุูเแโใไ่้์ั็ 2a")) });

describe("clusters", () => {
  test("keep vowels and marks with their consonant", () => {
    expect(splitThaiClusters("เปลี่ยนน้ำ ไผ่สิงห์ ๒๕")).toEqual([
      ..."เป ลี่ ย น น้ำ".split(" "),
      " ",
      ..."ไผ่ สิ ง ห์".split(" "),
      " ",
      "๒",
      "๕",
    ]);
  });

  test("lose nothing", () => {
    assertProperty(property(thai, (text) => splitThaiClusters(text).join("") === text));
  });
});

describe("diff", () => {
  test("replaces whole clusters and no more", () => {
    expect(diffToRepairs("ไฟสีงห์", "ไผ่สิงห์", "dictionary:places", 0.9)).toEqual([
      { from: "ไฟสี", to: "ไผ่สิ", start: 0, rule: "dictionary:places", score: 0.9, applied: true },
    ]);
  });

  test("counts offsets in the text as the repairs before have left it", () => {
    const repairs = diffToRepairs("ชมแสง นครสวรรด์", "ชุมแสง นครสวรรค์", "dictionary:places", 1);
    expect(repairs.map(({ from, to, start }) => [from, to, start])).toEqual([
      ["ช", "ชุ", 0],
      ["ด์", "ค์", 14],
    ]);
  });

  test("is empty where nothing changes", () => {
    expect(diffToRepairs("ไผ่สิงห์", "ไผ่สิงห์", "rule", 1)).toEqual([]);
  });

  test("turns any text into any other when applied, and leaves it alone as a suggestion", () => {
    assertProperty(
      property(thai, thai, (from, to) => {
        const suggestions = diffToRepairs(from, to, "rule", 0.5, false);
        return (
          applyRepairs(from, diffToRepairs(from, to, "rule", 1)) === to &&
          applyRepairs(from, suggestions) === from &&
          suggestions.every((repair) => from.startsWith(repair.from, repair.start))
        );
      }),
    );
  });
});

test("a repair of another text is refused", () => {
  const repair = { from: "ข", to: "ค", start: 0, rule: "rule", score: 1, applied: true };
  expect(() => applyRepairs("กข", [repair])).toThrow(RangeError);
});
