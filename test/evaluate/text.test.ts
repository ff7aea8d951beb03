import { array, assert, constantFrom, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "../../src/evaluate/edit-distance.ts";
import { foldText } from "../../src/evaluate/fold-text.ts";
import { listEdits } from "../../src/evaluate/list-edits.ts";
import { measureText } from "../../src/evaluate/measure-text.ts";
import { numberTokens } from "../../src/evaluate/number-tokens.ts";

const letters = array(constantFrom("ก", "ข", "่", "ิ", "a"), { maxLength: 12 });

/** The textbook recursion, without any of the shortcuts. */
function slowDistance(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length;
  if (a[0] === b[0]) return slowDistance(a.slice(1), b.slice(1));
  const rest = [
    slowDistance(a.slice(1), b),
    slowDistance(a, b.slice(1)),
    slowDistance(a.slice(1), b.slice(1)),
  ];
  return 1 + Math.min(...rest);
}

describe("foldText", () => {
  it("composes a SARA AM that an engine split, with and without a tone mark", () => {
    expect(foldText("ทํา")).toEqual(foldText("ทำ"));
    expect(foldText("นํ้า")).toEqual(foldText("น้ำ"));
  });
  it("brings lower vowel and tone mark into canonical order", () => {
    expect(foldText("ผู้")).toEqual(foldText("ผู้"));
  });
  it("removes every kind of white space and counts a letter outside the BMP once", () => {
    expect(foldText(" ก\u00A0ข\n\t๑ 𝟏")).toEqual(["ก", "ข", "๑", "𝟏"]);
  });
});

describe("editDistance", () => {
  it("agrees with the textbook recursion", () => {
    const short = array(constantFrom("ก", "ข", "่"), { maxLength: 6 });
    assert(property(short, short, (a, b) => editDistance(a, b) === slowDistance(a, b)));
  });
  it("is the number of edits listed, which lead from one text to the other", () => {
    assert(
      property(letters, letters, (a, b) => {
        const edits = listEdits(a, b);
        const grown = edits.reduce((sum, e) => sum + e.found.length - e.expected.length, a.length);
        return edits.length === editDistance(a, b) && grown === b.length;
      }),
    );
  });
});

describe("listEdits", () => {
  it("names a misread letter as an exchange and a lost tone mark as an omission", () => {
    expect(listEdits(Array.from("ที่ ๒๕๖๖"), Array.from("ที ๒๕๐๖"))).toEqual([
      { expected: "่", found: "" },
      { expected: "๖", found: "๐" },
    ]);
  });
});

describe("numberTokens", () => {
  it("takes digits with what stands between them, not what follows", () => {
    expect(numberTokens("ครั้งที่ ๑๑/๒๕๖๕ งบ ๒๒,๔๖๐.- บาท ร้อยละ 12.5, ๒๕๖๔-๒๕๖๖")).toEqual([
      "๑๑/๒๕๖๕",
      "๒๒,๔๖๐",
      "12.5",
      "๒๕๖๔",
      "๒๕๖๖",
    ]);
  });
});

describe("measureText", () => {
  it("counts a whole missing field, and a record's empty field as not exact if the record is missing", () => {
    expect(measureText("กขค ๑\nงจ", undefined)).toMatchObject({
      characterErrors: { count: 6, of: 6 },
      exactFields: { count: 0, of: 1 },
      numberTokens: { count: 0, of: 1 },
      paragraphs: { count: 0, of: 2 },
    });
    expect(measureText(null, undefined).exactFields).toEqual({ count: 0, of: 1 });
    expect(measureText(null, null).exactFields).toEqual({ count: 1, of: 1 });
  });
  it("counts what stands where the print has nothing", () => {
    expect(measureText(null, "กข")).toMatchObject({
      characterErrors: { count: 2, of: 0 },
      exactFields: { count: 0, of: 1 },
    });
  });
  it("counts a number as often as it stands, and a paragraph only if it stands alone", () => {
    const measured = measureText("๑. ก\n๑. ข\nค", "๑. ก\nข ค");
    expect(measured.numberTokens).toEqual({ count: 1, of: 2 });
    expect(measured.paragraphs).toEqual({ count: 1, of: 3 });
  });
  it("ignores white space in paragraphs", () => {
    expect(measureText("ก ข\nค", "กข\n ค ").paragraphs).toEqual({ count: 2, of: 2 });
  });
});
