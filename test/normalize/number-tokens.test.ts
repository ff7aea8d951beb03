import { describe, expect, test } from "vitest";
import { findNumberTokens } from "../../src/normalize/number-tokens.ts";
import { finishesFast } from "../support/finishes-fast.ts";

describe("number tokens", () => {
  test.each([
    ["จำนวน ๒๒,๔๖๐.๕๐ บาท", ["๒๒,๔๖๐.๕๐"]],
    ["ครั้งที่ ๑๑/๒๕๖๕ เมื่อวันที่ ๒๘ พ.ย.๖๕", ["๑๑/๒๕๖๕", "๒๘", "๖๕"]],
    ["พ.ศ. ๒๕๖๔-๒๕๖๖", ["๒๕๖๔", "๒๕๖๖"]],
    ["๑. (๒) 3) ๔,", ["๑", "๒", "3", "๔"]],
    ["(ปก./ชก.)", []],
    ["", []],
  ])("%j", (text, tokens) => {
    expect(findNumberTokens(text).map((token) => token.text)).toEqual(tokens);
  });

  test("offsets point at the tokens", () => {
    const text = "ปี ๒๕๖๖ รุ่นที่ ๓";
    for (const { start, text: token } of findNumberTokens(text)) {
      expect(text.slice(start, start + token.length)).toBe(token);
    }
  });

  test.each(["1", "1,", "1,,", "๑.", "/"])("a long run of %j takes no time", (unit) => {
    finishesFast(unit, findNumberTokens);
  });
});
