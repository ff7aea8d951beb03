import { describe, expect, test } from "vitest";
import {
  THAI_MONTH_ABBREVIATIONS,
  THAI_MONTH_NAMES,
  THAI_MONTH_PATTERN,
  thaiMonthNumber,
} from "../../src/normalize/thai-months.ts";

const whole = new RegExp(`^${THAI_MONTH_PATTERN}$`, "u");

describe("month names", () => {
  test("ICU knows the same names and abbreviations", () => {
    const names = (month: "long" | "short"): string[] =>
      Array.from({ length: 12 }, (_, index) =>
        new Intl.DateTimeFormat("th", { month, timeZone: "UTC" }).format(Date.UTC(2023, index, 1)),
      );
    expect(THAI_MONTH_NAMES).toEqual(names("long"));
    expect(THAI_MONTH_ABBREVIATIONS).toEqual(names("short"));
  });

  test("every printed form has the number and matches the pattern", () => {
    for (const [index, name] of THAI_MONTH_NAMES.entries()) {
      const short = THAI_MONTH_ABBREVIATIONS[index]!;
      const undotted = short.replaceAll(".", "");
      const forms = [name, short, undotted, short.slice(0, -1), `${undotted}.`, short.replace(".", ". ")];
      for (const form of forms) {
        expect(thaiMonthNumber(form)).toBe(index + 1);
        expect(form).toMatch(whole);
      }
    }
  });

  test.each(["มคอ", "มกรา", "ก.พ.ร", "อบต.", "พ.ศ."])("%j is no month", (text) => {
    expect(thaiMonthNumber(text)).toBeNull();
    expect(text).not.toMatch(whole);
  });
});
