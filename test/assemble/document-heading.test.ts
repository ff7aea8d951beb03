import { describe, expect, it } from "vitest";
import type { ReadingConditions } from "../../src/assemble/field-reading.ts";
import { readFiscalYear } from "../../src/assemble/read-fiscal-year.ts";
import { readTitle } from "../../src/assemble/read-title.ts";
import { buildLine } from "../support/build-page.ts";

const KNOWS: ReadingConditions = { method: "ocr", knowsDigits: true };
const STOCK: ReadingConditions = { method: "ocr", knowsDigits: false };
const lines = (...texts: readonly string[]) =>
  texts.map((text, index) => buildLine(text, { top: index * 20 }));
const codes = ({ remarks }: { remarks: readonly { code: string }[] }): string[] =>
  remarks.map(({ code }) => code);

describe("readTitle", () => {
  it("joins its lines with one space", () => {
    const title = readTitle(lines("รายงานผลการดำเนินงาน ", "ประจำปีงบประมาณ"), KNOWS);
    expect(title).toMatchObject({ value: "รายงานผลการดำเนินงาน ประจำปีงบประมาณ", remarks: [] });
    expect(title.evidence.boxes).toHaveLength(2);
  });

  it("is null with a remark where there is none", () => {
    expect(readTitle([], KNOWS).value).toBeNull();
    expect(codes(readTitle([], KNOWS))).toEqual(["title-missing"]);
  });

  it("keeps digits that cannot be known with a remark", () => {
    const title = readTitle(lines("ปีงบประมาณ พ.ศ. ๒๕๒๒"), STOCK);
    expect(title.value).toBe("ปีงบประมาณ พ.ศ. ๒๕๒๒");
    expect(codes(title)).toEqual(["digits-unreadable"]);
  });
});

describe("readFiscalYear", () => {
  it("reads the year that cover and title agree on", () => {
    const year = readFiscalYear(lines("ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ของ", "ประจำปงบประมาณ พ.ศ. 2566"), KNOWS);
    expect(year).toMatchObject({ value: 2566, evidence: { observed: "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖" } });
    expect(year.evidence.boxes).toHaveLength(2);
  });

  it("is null where they differ, where none is named, and where digits cannot be known", () => {
    expect(codes(readFiscalYear(lines("พ.ศ. ๒๕๖๖", "พ.ศ. ๒๕๖๗"), KNOWS))).toEqual(["year-unclear"]);
    expect(codes(readFiscalYear(lines("แบบ ๒๕๖๖", "ของ"), KNOWS))).toEqual(["year-missing"]);
    const unknown = readFiscalYear(lines("พ.ศ. ๒๕๒๒"), STOCK);
    expect(unknown.value).toBeNull();
    expect(codes(unknown)).toEqual(["digits-unreadable"]);
  });
});
