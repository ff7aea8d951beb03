import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normalizeThai } from "../../src/normalize/normalize-thai.ts";
import { findNumberTokens } from "../../src/normalize/number-tokens.ts";
import { finishesFast } from "../support/finishes-fast.ts";
import reportTexts from "./report-texts.json" with { type: "json" };

/** Characters that the steps look at, so that short random texts hit their corners. */
const thaiCharacter = fc.constantFrom(
  ...Array.from("กนทปฝพธสรฤเแโาำะๅัิีืฺุู็่้๊๋์ํ๎๐๑๕๙ฯๆ฿"),
  ...Array.from("019.,/-()\"'|¦_ \n\r\te\u25CC\u0301"),
  ...Array.from("\u00A0\u2009\u200B\u00AD\uFEFF\u0E4D\u0E32\uF70A\uF702"),
);
const thaiText = fc.oneof(
  fc.string({ unit: thaiCharacter, maxLength: 12 }),
  fc.string({ unit: "binary", maxLength: 12 }),
);

const onlyNumberCharacters = (text: string): string => text.replace(/[^0-9๐-๙.,/]/g, "");

describe("texts that are right", () => {
  test.each(reportTexts)("$report record $record stays as it is", ({ texts }) => {
    for (const text of Object.values(texts)) expect(normalizeThai(text)).toEqual({ text, steps: [] });
  });

  test.each([
    "น้ำ ทำ อำเภอ กำลัง สำนักงาน ชำนาญการ",
    "เปล่า เพื่อ แก้ไข เก่ง แห่ง โครงการ ให้ ไผ่",
    "ฤๅ ฤทธิ์ ฤดู ทฤษฎี ฦๅชา",
    "สิทธิ์ พันธุ์ ศักดิ์สิทธิ์ วันทร์ กรุงเทพฯ ต่างๆ ฯลฯ",
    "พุทฺธํ สรณํ คจฺฉามิ",
    "เมื่อวันที่ ๒๘ พ.ย.๖๕ ณ ห้องประชุม",
    "“แนวปฏิบัติ” 'Do's/Don'ts' (e-GP) \"ร้อยละ\" ๕ ส.",
    "ลงชื่อ ____ ผู้รายงาน",
    "วรรณยุกต์ ◌่ ◌้",
    "",
  ])("%s", (text) => {
    expect(normalizeThai(text)).toEqual({ text, steps: [] });
  });
});

describe("texts as recognizers and text layers give them", () => {
  test.each([
    ["ท\u0E4D\u0E32งานด้านน\u0E4D\u0E49\u0E32", "ทำงานด้านน้ำ", ["compose-sara-am"]],
    ["เ\u0E40ผนท\u0E48\u0E35", "แผนที่", ["order-marks", "compose-sara-ae"]],
    ["| ๑๔๐,๐๐๐ |", "๑๔๐,๐๐๐", ["drop-rule-fragments", "collapse-spaces"]],
    ["กอง\u200Bช่าง\u00A0 ๑", "กองช่าง ๑", ["plain-spaces", "drop-invisible", "collapse-spaces"]],
    ["๒\u0E48๕๖๖ \u0E34", "๒๕๖๖", ["drop-stray-marks", "collapse-spaces"]],
    ["เป\uF71A\uF70A", "เป\u0E3A\u0E48", ["plain-thai-glyphs"]],
    ["น\u0E49\u0E33\u0E49", "น้ำ", ["compose-sara-am", "drop-doubled-marks"]],
    ["กาํําํ", "กาำ", ["compose-sara-am"]],
    ["กุ\u0E38\u0E3A\u0E38", "ก\u0E3A\u0E38", ["compose-unicode", "drop-doubled-marks"]],
  ])("%j", (raw, text, steps) => {
    expect(normalizeThai(raw)).toEqual({ text, steps });
  });
});

test("normalizing twice is the same as once", () => {
  fc.assert(
    fc.property(thaiText, (raw) => {
      const once = normalizeThai(raw).text;
      expect(normalizeThai(once)).toEqual({ text: once, steps: [] });
    }),
    { numRuns: 5000 },
  );
});

test("what comes out is NFC, on plain spaces, without leftovers", () => {
  fc.assert(
    fc.property(thaiText, (raw) => {
      const { text } = normalizeThai(raw);
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/\u0E4D\u0E32|\u0E40\u0E40|\u200B|\u00A0| {2}|^ | $|[\n ][\u0E48-\u0E4B]/m);
    }),
    { numRuns: 2000 },
  );
});

test("digits and the separators between them are never touched", () => {
  fc.assert(
    fc.property(fc.string({ unit: thaiCharacter, maxLength: 20 }), (raw) => {
      expect(onlyNumberCharacters(normalizeThai(raw).text)).toBe(onlyNumberCharacters(raw));
    }),
    { numRuns: 2000 },
  );
});

test("number tokens between words stay whole and apart", () => {
  const number = fc.constantFrom("๒๒,๔๖๐.๕๐", "๑๑/๒๕๖๕", "๒๕๖๖", "1,234,567", "๐", "๑.๒");
  const word = fc.constantFrom(
    "ปร\u0E48\u0E31บ",
    "ท\u0E4D\u0E32",
    "เ\u0E40ผน",
    "|",
    "\u0E48",
    " ",
    "\u00A0-",
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(number, word), { maxLength: 8 }), (pairs) => {
      const raw = pairs.map(([token, text]) => `${token} ${text} `).join("");
      const tokens = findNumberTokens(normalizeThai(raw).text).map(({ text }) => text);
      expect(tokens).toEqual(pairs.map(([token]) => token));
    }),
  );
});

test.each(["\u0E48", "\u0E4D", "\u0E32", " ", "|", "| ", "_ ", "เ", "\u0E34\u0E48", " \u0E48", "\r", "\n "])(
  "a long run of %j takes no time",
  (unit) => finishesFast(unit, (text) => normalizeThai(text)),
);
