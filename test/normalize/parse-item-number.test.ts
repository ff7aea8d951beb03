import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseItemNumber } from "../../src/normalize/parse-item-number.ts";
import { toThaiDigits } from "../../src/normalize/thai-digits.ts";
import { finishesFast } from "../support/finishes-fast.ts";

describe("parseItemNumber", () => {
  test.each([
    ["๑", 1, ""],
    ["๒. นโยบายการสรรหา", 2, "นโยบายการสรรหา"],
    ["๒.นโยบายการสรรหา", 2, "นโยบายการสรรหา"],
    ["1) วิศวกรโยธา", 1, "วิศวกรโยธา"],
    ["๑.) งาน", 1, "งาน"],
    ["(๔) ประกาศใช้แผน", 4, "ประกาศใช้แผน"],
    [" ( ๔ ) ประกาศ", 4, "ประกาศ"],
    ["๑๒ ปรับปรุงแผนอัตรากำลัง ๓ ปี", 12, "ปรับปรุงแผนอัตรากำลัง ๓ ปี"],
    ["๓\nจัดกิจกรรม", 3, "จัดกิจกรรม"],
  ])("%j", (text, number, rest) => {
    expect(parseItemNumber(text)).toEqual({ number, path: [number], rest });
  });

  test("a number with parts", () => {
    expect(parseItemNumber("๒.๑ จัดทำแผน")).toEqual({ number: 1, path: [2, 1], rest: "จัดทำแผน" });
  });

  test.each(["", "นโยบาย ๑", "๒๕๖๖", "๑๔๐,๐๐๐", "๑๑/๒๕๖๕", "๐", "๒.๒๕๖๕", "-๑"])("none in %j", (text) => {
    expect(parseItemNumber(text)).toBeNull();
  });

  test("every printed form gives the number back", () => {
    const form = fc.constantFrom("#", "#.", "#)", "(#)", "#.)", " #. ");
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), fc.boolean(), form, (number, isThai, printed) => {
        const digits = isThai ? toThaiDigits(String(number)) : String(number);
        const item = parseItemNumber(`${printed.replace("#", digits)} กิจกรรม`);
        expect(item).toEqual({ number, path: [number], rest: "กิจกรรม" });
      }),
    );
  });

  test.each(["๑.", "1", " ", "("])("a long run of %j takes no time", (unit) => {
    finishesFast(unit, parseItemNumber);
  });
});
