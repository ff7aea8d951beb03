import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buddhistYearCodec, parseBuddhistYear } from "../../src/normalize/buddhist-year.ts";
import { toThaiDigits } from "../../src/normalize/thai-digits.ts";
import { finishesFast } from "../support/finishes-fast.ts";

describe("parseBuddhistYear", () => {
  test.each([
    ["๒๕๖๖", 2566],
    ["2566", 2566],
    ["พ.ศ. ๒๕๖๖", 2566],
    ["ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", 2566],
    ["เป้าหมาย ปี ๒๕๖๖", 2566],
    ["ประจำปี ๒๕๖๖ (ปีงบประมาณ ๒๕๖๖)", 2566],
    ["พ.ศ. ๖๖", 2566],
    ["๖๖", 2566],
  ])("%j", (text, year) => {
    expect(parseBuddhistYear(text)).toEqual({ value: year, remarks: [] });
  });

  test("empty is null without a remark", () => {
    expect(parseBuddhistYear(" ")).toEqual({ value: null, remarks: [] });
  });

  test.each(["พ.ศ. ๒๕๖๔ - ๒๕๖๖", "๒๐๖๖", "๒๕๖", "๒๕๖๖๒", "ประจำปี", "แผน ๓ ปี", "2023"])(
    "%j is null with a remark",
    (text) => {
      const { value, remarks } = parseBuddhistYear(text);
      expect(value).toBeNull();
      expect(remarks.map(({ code }) => code)).toEqual(["year-unclear"]);
    },
  );

  test("every printed form gives the year back", () => {
    const form = fc.constantFrom("#", "พ.ศ.#", "พ.ศ. #", "ปีงบประมาณ พ.ศ. #", "ประจำปี#ของ");
    fc.assert(
      fc.property(fc.integer({ min: 2500, max: 2700 }), fc.boolean(), form, (year, isThai, printed) => {
        const digits = isThai ? toThaiDigits(String(year)) : String(year);
        expect(parseBuddhistYear(printed.replace("#", digits)).value).toBe(year);
      }),
    );
  });

  test.each(["๒", "๒๕๖๖ ", " ", "พ"])("a long run of %j takes no time", (unit) => {
    finishesFast(unit, parseBuddhistYear);
  });
});

describe("buddhistYearCodec", () => {
  test("BE 2567 is 2024", () => {
    expect(buddhistYearCodec.decode(2567)).toBe(2024);
  });

  test("there and back is the same", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2484, max: 2700 }), (year) => {
        expect(buddhistYearCodec.encode(buddhistYearCodec.decode(year))).toBe(year);
      }),
    );
  });

  test("years of the old calendar are refused", () => {
    expect(buddhistYearCodec.safeDecode(2483).success).toBe(false);
    expect(buddhistYearCodec.safeEncode(1940).success).toBe(false);
  });
});
