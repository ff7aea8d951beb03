import { describe, expect, it } from "vitest";
import { printMoney } from "../../maker/content/draw-money.ts";
import { drawReport } from "../../maker/content/draw-report.ts";
import { mapPhrase, say } from "../../maker/content/phrase.ts";
import { toThaiDigits } from "../../maker/content/thai-numerals.ts";
import { writeDate, writeDateRange } from "../../maker/content/write-date.ts";
import { makeRandom } from "../../maker/random.ts";

const reports = Array.from({ length: 60 }, (_, seed) => drawReport(makeRandom(`content-${seed}`)));
const activities = reports.flatMap((report) => report.policies.flatMap((policy) => policy.activities));
const phrases = activities.flatMap((activity) =>
  [activity.name, activity.target, activity.result, activity.issues, activity.advice].filter(
    (one) => one !== null,
  ),
);

describe("phrases", () => {
  it("keep their dates through templates and digits", () => {
    const date = { text: "28 พ.ย.65", dates: [{ text: "28 พ.ย.65", iso: "2022-11-28", isoEnd: null }] };
    const phrase = mapPhrase(say`ลงวันที่ ${date} รวม ${3} คน`, toThaiDigits);
    expect(phrase).toEqual({
      text: "ลงวันที่ ๒๘ พ.ย.๖๕ รวม ๓ คน",
      dates: [{ text: "๒๘ พ.ย.๖๕", iso: "2022-11-28", isoEnd: null }],
    });
  });
});

describe("dates", () => {
  it("mean what they say, within the fiscal year", () => {
    const months = [
      "ม.ค.",
      "ก.พ.",
      "มี.ค.",
      "เม.ย.",
      "พ.ค.",
      "มิ.ย.",
      "ก.ค.",
      "ส.ค.",
      "ก.ย.",
      "ต.ค.",
      "พ.ย.",
      "ธ.ค.",
    ];
    for (let seed = 0; seed < 300; seed += 1) {
      const { text, dates } = writeDate(makeRandom(seed), 2567, "short-year-2");
      const [, day, month, year] = /^(\d+) (\S+?\.\S+?\.) ?(\d\d)$/u.exec(text)!;
      const monthNumber = months.indexOf(month!) + 1;
      const iso = `${2500 + Number(year) - 543}-${String(monthNumber).padStart(2, "0")}-${day!.padStart(2, "0")}`;
      expect(dates).toEqual([{ text, iso, isoEnd: null }]);
      expect(new Date(`${iso}T00:00:00Z`).toISOString().slice(0, 10)).toBe(iso);
      expect(iso >= "2023-10-01" && iso <= "2024-09-30").toBe(true);
    }
  });

  it("ranges end after they begin", () => {
    for (let seed = 0; seed < 300; seed += 1) {
      for (const date of writeDateRange(makeRandom(seed), 2566, "long").dates) {
        if (date.isoEnd !== null) expect(date.isoEnd > date.iso).toBe(true);
        expect(date.iso >= "2022-10-01").toBe(true);
        expect((date.isoEnd ?? date.iso) <= "2023-10-15").toBe(true);
      }
    }
  });
});

describe("amounts", () => {
  const habits = { satang: "where-due", nothing: "-", endsInDash: false } as const;
  it("are worth what is printed", () => {
    expect(printMoney(22_460.5, habits)).toEqual({ print: "22,460.50", baht: 22_460.5 });
    expect(printMoney(140_000, { ...habits, satang: "always" })).toEqual({
      print: "140,000.00",
      baht: 140_000,
    });
    expect(printMoney(99.5, { ...habits, satang: "never" })).toEqual({ print: "100", baht: 100 });
    for (const { allocated, disbursed } of activities) {
      for (const money of [allocated, disbursed]) {
        const digits = money.print.replace(/,|\.-$/g, "");
        expect(money.baht).toBe(/\d/.test(digits) ? Number(digits) : null);
      }
    }
  });
});

describe("reports", () => {
  it("hold clean text: NFC, one SARA AM, no stray space", () => {
    for (const { text } of phrases) {
      expect(text).toBe(text.normalize("NFC"));
      expect(text).not.toMatch(/\u0e4d\u0e32|เเ| {2}|^\s|\s$| \n|\n |\n\n/u);
    }
  });

  it("hold each date in the text, in order", () => {
    expect(phrases.flatMap((phrase) => phrase.dates).length).toBeGreaterThan(300);
    for (const { text, dates } of phrases) {
      let from = 0;
      for (const date of dates) {
        const place = text.indexOf(date.text, from);
        expect(place).toBeGreaterThanOrEqual(0);
        from = place + date.text.length;
      }
    }
  });

  it("keep to one kind of digits", () => {
    for (const report of reports) {
      const foreign = report.digits === "thai" ? /[0-9]/ : /[๐-๙]/;
      const texts = report.policies.flatMap((policy) =>
        policy.activities.map((activity) => activity.result.text),
      );
      for (const text of [...texts, ...report.titleLines, ...report.coverLines])
        expect(text).not.toMatch(foreign);
    }
  });

  it("vary in all that matters", () => {
    const count = (values: readonly unknown[]): number => new Set(values).size;
    expect(count(reports.map((report) => report.office.organization.name))).toBeGreaterThan(55);
    expect(count(reports.map((report) => report.office.organization.kind))).toBeGreaterThanOrEqual(3);
    expect(count(reports.map((report) => report.markCharacter))).toBe(4);
    expect(count(reports.map((report) => report.digits))).toBe(2);
    expect(
      count(activities.map(({ followed, deviated, completed }) => [followed, deviated, completed].join())),
    ).toBeGreaterThanOrEqual(5);
    expect(count(activities.map((activity) => activity.result.text))).toBeGreaterThan(
      activities.length * 0.95,
    );
    expect(activities.some((activity) => activity.disbursed.baht === 0)).toBe(true);
    expect(reports.some((report) => report.total !== null)).toBe(true);
  });

  it("name real places by their codes", () => {
    for (const { office } of reports) {
      const { subdistrictCode, districtCode, provinceCode, name, subdistrict } = office.organization;
      expect(subdistrictCode).toMatch(/^[1-9][0-9]{5}$/);
      expect(subdistrictCode!.startsWith(districtCode)).toBe(true);
      expect(districtCode.startsWith(provinceCode)).toBe(true);
      expect(name.endsWith(subdistrict!)).toBe(true);
    }
  });
});
