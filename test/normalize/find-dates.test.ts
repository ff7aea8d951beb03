import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth, toIsoDay } from "../../src/normalize/calendar.ts";
import { findDates } from "../../src/normalize/find-dates.ts";
import { THAI_MONTH_ABBREVIATIONS, THAI_MONTH_NAMES } from "../../src/normalize/thai-months.ts";
import { toThaiDigits } from "../../src/normalize/thai-digits.ts";
import { finishesFast } from "../support/finishes-fast.ts";
import reportTexts from "./report-texts.json" with { type: "json" };

type Short = [text: string, iso: string, isoEnd: string | null];

const listed = (text: string): Short[] =>
  findDates(text).value.map(({ text: printed, iso, isoEnd }) => [printed, iso, isoEnd]);
const codes = (text: string): string[] => findDates(text).remarks.map(({ code }) => code);

describe("the dates of two whole reports", () => {
  test.each(reportTexts)("$report record $record", ({ texts, dates }) => {
    const found = Object.entries(texts).flatMap(([field, text]) => {
      const { value, remarks } = findDates(text);
      expect(remarks).toEqual([]);
      return value.map(({ start, text: printed, iso, isoEnd }) => {
        expect(text.slice(start, start + printed.length)).toBe(printed);
        return { field, text: printed, iso, isoEnd };
      });
    });
    expect(found).toEqual(dates);
  });
});

describe("single dates", () => {
  test.each([
    ["เมื่อวันที่ ๒๘ พ.ย.๖๕ ดังนี้", "๒๘ พ.ย.๖๕", "2022-11-28"],
    ["๑ ธันวาคม พ.ศ. ๒๕๖๕", "๑ ธันวาคม พ.ศ. ๒๕๖๕", "2022-12-01"],
    ["วันที่ ๑ เดือน ธันวาคม พุทธศักราช ๒๕๖๕", "๑ เดือน ธันวาคม พุทธศักราช ๒๕๖๕", "2022-12-01"],
    ["๒๘พฤศจิกายน๒๕๖๕เป็นต้นไป", "๒๘พฤศจิกายน๒๕๖๕", "2022-11-28"],
    ["28 พ.ย. 65", "28 พ.ย. 65", "2022-11-28"],
    ["28 พ.ย. 2022", "28 พ.ย. 2022", "2022-11-28"],
    ["๒๘ พ.ย. ค.ศ. ๒๐๒๒", "๒๘ พ.ย. ค.ศ. ๒๐๒๒", "2022-11-28"],
    ["๒๘ พย ๖๕", "๒๘ พย ๖๕", "2022-11-28"],
    ["วันที่ ๒ พ.ย. ๒๕ ๖๓ และได้", "๒ พ.ย. ๒๕ ๖๓", "2020-11-02"],
    ["๒ พ.ย. ๒๕ จำนวน ๖๓ คน", "๒ พ.ย. ๒๕", "1982-11-02"],
    ["๒๘ พ. ย. ๖๕", "๒๘ พ. ย. ๖๕", "2022-11-28"],
    ["๒๘/๑๑/๒๕๖๕", "๒๘/๑๑/๒๕๖๕", "2022-11-28"],
    ["28/11/65", "28/11/65", "2022-11-28"],
    ["๒๙ ก.พ. ๒๕๖๗", "๒๙ ก.พ. ๒๕๖๗", "2024-02-29"],
    ["๑.๑๗ ต.ค.๖๕", "๑๗ ต.ค.๖๕", "2022-10-17"],
  ])("%j", (text, printed, iso) => {
    expect(listed(text)).toEqual([[printed, iso, null]]);
    expect(codes(text)).toEqual([]);
  });

  test("a year read in two halves makes a range, and takes no day of the next date", () => {
    expect(listed("ระหว่าง ๑ ต.ค.๒๕ ๖๓ - ๓๑ มี.ค. ๒๕๖๔")).toEqual([
      ["๑ ต.ค.๒๕ ๖๓ - ๓๑ มี.ค. ๒๕๖๔", "2020-10-01", "2021-03-31"],
    ]);
    expect(listed("๒ พ.ย. ๒๕ ๒๓ ธ.ค. ๒๕๖๔")).toEqual([
      ["๒ พ.ย. ๒๕", "1982-11-02", null],
      ["๒๓ ธ.ค. ๒๕๖๔", "2021-12-23", null],
    ]);
  });

  test("several, in order of appearance", () => {
    expect(listed("๑๗ ต.ค.๖๕,๒๐ ต.ค. ๖๕ และ 1/2/2566 ๓ ม.ค. ๖๖")).toEqual([
      ["๑๗ ต.ค.๖๕", "2022-10-17", null],
      ["๒๐ ต.ค. ๖๕", "2022-10-20", null],
      ["1/2/2566", "2023-02-01", null],
      ["๓ ม.ค. ๖๖", "2023-01-03", null],
    ]);
  });
});

describe("ranges", () => {
  test.each<[string, Short]>([
    ["วันที่ ๒๐ - ๒๓ มีนาคม ๒๕๖๖ ณ", ["๒๐ - ๒๓ มีนาคม ๒๕๖๖", "2023-03-20", "2023-03-23"]],
    ["๒๙-๓๑ มีนาคม ๒๕๖๖", ["๒๙-๓๑ มีนาคม ๒๕๖๖", "2023-03-29", "2023-03-31"]],
    ["๒๙–๓๑ มี.ค.๖๖", ["๒๙–๓๑ มี.ค.๖๖", "2023-03-29", "2023-03-31"]],
    ["(๑ ต.ค. ๖๕ - ๓๑ มี.ค. ๖๖)", ["๑ ต.ค. ๖๕ - ๓๑ มี.ค. ๖๖", "2022-10-01", "2023-03-31"]],
    ["๑ เม.ย.๖๖-๓๐ ก.ย.๖๖", ["๑ เม.ย.๖๖-๓๐ ก.ย.๖๖", "2023-04-01", "2023-09-30"]],
    ["๑ ต.ค. - ๓๑ ธ.ค. ๒๕๖๕", ["๑ ต.ค. - ๓๑ ธ.ค. ๒๕๖๕", "2022-10-01", "2022-12-31"]],
    ["๑ ต.ค.๖๕ ถึงวันที่ ๓๑ มี.ค.๖๖", ["๑ ต.ค.๖๕ ถึงวันที่ ๓๑ มี.ค.๖๖", "2022-10-01", "2023-03-31"]],
    ["๒๘/๑๑/๒๕๖๕ - ๒/๑๒/๒๕๖๕", ["๒๘/๑๑/๒๕๖๕ - ๒/๑๒/๒๕๖๕", "2022-11-28", "2022-12-02"]],
  ])("%j", (text, range) => {
    expect(listed(text)).toEqual([range]);
    expect(codes(text)).toEqual([]);
  });

  test("one that ends before it begins is two dates and a remark", () => {
    expect(listed("๑ ต.ค.๖๖ - ๓๑ มี.ค.๖๖")).toEqual([
      ["๑ ต.ค.๖๖", "2023-10-01", null],
      ["๓๑ มี.ค.๖๖", "2023-03-31", null],
    ]);
    expect(codes("๑ ต.ค.๖๖ - ๓๑ มี.ค.๖๖")).toEqual(["date-range-reversed"]);
    expect(listed("๒๓ - ๒๐ มีนาคม ๒๕๖๖")).toEqual([["๒๐ มีนาคม ๒๕๖๖", "2023-03-20", null]]);
    expect(codes("๒๓ - ๒๐ มีนาคม ๒๕๖๖")).toEqual(["date-range-reversed"]);
  });

  test.each(["พ.ศ. ๒๕๖๕ - ๓๑ มีนาคม ๒๕๖๖", "ที่ ๗๑/๒๕ - ๓๑ มีนาคม ๒๕๖๖", "๑,๐๐๐-๓๑ มีนาคม ๒๕๖๖"])(
    "the number before the dash is no day: %j",
    (text) => {
      expect(listed(text)).toEqual([["๓๑ มีนาคม ๒๕๖๖", "2023-03-31", null]]);
    },
  );

  test("a bullet's dash on the next line makes no range", () => {
    expect(listed("๑ ต.ค.๖๕\n-๓๑ มี.ค.๖๖")).toHaveLength(2);
  });
});

describe("no dates", () => {
  test.each([
    "ภายในเดือน ต.ค.๖๕",
    "ทุกวันที่ ๕ ธันวาคม ของทุกปี",
    "ครั้งที่ ๑๑/๒๕๖๕",
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๔ - ๒๕๖๖",
    "ที่ นว ๗๑/๑๓/๒๕๖๕",
    "๑/๒/๑๐",
    "๑ มคอ ๒๕๖๕",
    "๑ ก.ค.ศ. ๒๕๖๕",
    "ผู้เข้าอบรม ณ ๓๐ กันยายน ๑,๒๐๐ คน",
    "ณ ๓๐ กันยายน ๑๒,๐๐๐ บาท",
    "๔๕ ก.พ.",
    "๑๒๘ พ.ย. ๖๕",
    "",
  ])("%j", (text) => {
    expect(findDates(text)).toEqual({ value: [], remarks: [] });
  });
});

describe("remarks", () => {
  test.each([
    ["๓๑ เม.ย. ๒๕๖๖", "date-impossible"],
    ["๓๑ เม.ย.", "date-impossible"],
    ["๓๐ ก.พ. ๖๖", "date-impossible"],
    ["๒๙ ก.พ. ๖๖", "date-impossible"],
    ["๓๒ มกราคม ๒๕๖๖", "date-impossible"],
    ["๐ มกราคม ๒๕๖๖", "date-impossible"],
    ["31/4/2566", "date-impossible"],
    ["๑ มกราคม ๒๕๖", "date-year-unclear"],
    ["๑ มกราคม ๒๕๖๖๒", "date-year-unclear"],
    ["๑ มกราคม ๒๐๒๒", "date-year-unclear"],
    ["๑ มกราคม ๒๔๘๓", "date-year-unclear"],
  ])("%j", (text, code) => {
    expect(listed(text)).toEqual([]);
    expect(codes(text)).toEqual([code]);
  });

  test("the other day of a range is listed", () => {
    expect(listed("๓๑ เม.ย.๖๖ - ๓๑ พ.ค.๖๖")).toEqual([["๓๑ พ.ค.๖๖", "2023-05-31", null]]);
    expect(codes("๓๑ เม.ย.๖๖ - ๓๑ พ.ค.๖๖")).toEqual(["date-impossible"]);
  });
});

/** A day of BE 2500 to 2599, where two year digits say the same as four. */
const day = fc
  .tuple(fc.integer({ min: 2500, max: 2599 }), fc.integer({ min: 1, max: 12 }), fc.nat())
  .map(([year, month, seed]) => ({ year, month, day: 1 + (seed % daysInMonth(year - 543, month)) }));
type BuddhistDay = { year: number; month: number; day: number };

const isoOf = ({ year, month, day: dayOfMonth }: BuddhistDay): string =>
  toIsoDay({ year: year - 543, month, day: dayOfMonth });

const print = fc.record({
  form: fc.constantFrom(
    "D N Y",
    "D A Y",
    "DAY",
    "D AY",
    "DNY",
    "D A y",
    "D Ay",
    "DAy",
    "D N พ.ศ. Y",
    "D N พ.ศ.Y",
    "D U y",
    "D U. y",
    "D เดือน N พ.ศ. Y",
    "D/M/Y",
  ),
  isThai: fc.boolean(),
});
type Print = { form: string; isThai: boolean };

function printDay({ year, month, day: dayOfMonth }: BuddhistDay, { form, isThai }: Print): string {
  const short = THAI_MONTH_ABBREVIATIONS[month - 1]!;
  const pieces: Record<string, string> = {
    D: String(dayOfMonth),
    M: String(month),
    N: THAI_MONTH_NAMES[month - 1]!,
    A: short,
    U: short.replaceAll(".", ""),
    Y: String(year),
    y: String(year).slice(2),
  };
  const printed = form.replace(/[DMNAUYy]/g, (piece) => pieces[piece]!);
  return isThai ? toThaiDigits(printed) : printed;
}

test("a date in every printed form gives its day back", () => {
  fc.assert(
    fc.property(day, print, (date, style) => {
      const printed = printDay(date, style);
      const { value, remarks } = findDates(`เมื่อวันที่ ${printed} ณ ห้องประชุม`);
      expect(remarks).toEqual([]);
      expect(value).toEqual([{ text: printed, iso: isoOf(date), isoEnd: null, start: 12 }]);
    }),
    { numRuns: 3000 },
  );
});

test("a range in every printed form gives both days back", () => {
  const joint = fc.constantFrom("-", " - ", "–", " ถึง ", " ถึงวันที่ ");
  fc.assert(
    fc.property(day, day, print, print, joint, (one, other, style, otherStyle, to) => {
      const [first, last] = isoOf(one) <= isoOf(other) ? [one, other] : [other, one];
      const printed = `${printDay(first, style)}${to}${printDay(last, otherStyle)}`;
      const { value, remarks } = findDates(`(${printed})`);
      expect(remarks).toEqual([]);
      expect(value).toEqual([{ text: printed, iso: isoOf(first), isoEnd: isoOf(last), start: 1 }]);
    }),
    { numRuns: 3000 },
  );
});

test.each(["๑", "๑ ", "๑ ม.ค.", "๑ ม.ค.๖๖-", "๑/", "- ", "๑ เดือน ", "ถึง", "๑ พ", "1/1/2566 "])(
  "a long run of %j takes no time",
  (unit) => finishesFast(unit, findDates),
);
