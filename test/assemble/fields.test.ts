import { describe, expect, it } from "vitest";
import { measureColumn } from "../../src/assemble/column-measure.ts";
import type { FieldPart, ReadingConditions } from "../../src/assemble/field-reading.ts";
import { readMarkField } from "../../src/assemble/read-mark-field.ts";
import { readMoneyField } from "../../src/assemble/read-money-field.ts";
import { readTextField } from "../../src/assemble/read-text-field.ts";
import type { CellContent, ColumnRole } from "../../src/model/form.ts";
import { buildTable } from "../support/build-page.ts";
import type { CellPlan } from "../support/build-page.ts";

const KNOWS: ReadingConditions = { method: "ocr", knowsDigits: true };
const STOCK: ReadingConditions = { method: "ocr", knowsDigits: false };

function part(
  plan: string | CellPlan,
  content: CellContent = "text",
  roles: readonly ColumnRole[] = ["result"],
  joint: FieldPart["joint"] = null,
): FieldPart {
  const cell = buildTable({ widths: [100], rows: [[plan]] }).cells[0]!;
  return { cell: { role: roles[0] ?? null, roles, content, cell }, joint };
}

const codes = ({ remarks }: { remarks: readonly { code: string }[] }): string[] =>
  remarks.map(({ code }) => code);

describe("readMoneyField", () => {
  const money = (parts: readonly FieldPart[], conditions = KNOWS) =>
    readMoneyField("budgetAllocatedBaht", parts, conditions);

  it("reads an amount, also wrapped over two lines", () => {
    expect(money([part("๒๒,๔๖๐.๕๐")]).value).toBe(22460.5);
    expect(money([part("๔๖๕,๘๐\n๐")])).toMatchObject({ value: 465800, evidence: { observed: "๔๖๕,๘๐ ๐" } });
  });

  it("is null without a remark for a dash", () => {
    expect(money([part("-", "dash")])).toMatchObject({
      value: null,
      remarks: [],
      evidence: { observed: null },
    });
  });

  it("is null with a remark where the model cannot know the digits", () => {
    const reading = money([part("๑๔๐,๐๐๐")], STOCK);
    expect(reading).toMatchObject({ value: null, evidence: { observed: "๑๔๐,๐๐๐", confidence: 0 } });
    expect(codes(reading)).toEqual(["digits-unreadable"]);
  });

  it("never makes one number of two", () => {
    const reading = money([part("๓,๙๖๐\n๗๐๔")]);
    expect(reading.value).toBeNull();
    expect(codes(reading)).toEqual(["amount-unclear"]);
  });

  it("takes an amount that a continuation repeats once, and none of two that differ", () => {
    const again = part("๕๐๐", "text", ["budgetAllocated"], "split");
    expect(money([part("๕๐๐"), again]).value).toBe(500);
    const differing = money([part("๗๐๐"), again]);
    expect(differing.value).toBeNull();
    expect(codes(differing)).toEqual(["amount-unclear"]);
  });

  it("leaves out an amount that was read with little certainty", () => {
    const reading = money([part({ text: "๕๐๐", confidence: 0.3 })]);
    expect(reading.value).toBeNull();
    expect(codes(reading)).toEqual(["amount-uncertain"]);
  });

  it("keeps an amount with some doubt for a person to check", () => {
    const reading = money([part({ text: "๕๐๐", confidence: 0.93 })]);
    expect(reading.value).toBe(500);
    expect(codes(reading)).toEqual(["amount-uncertain"]);
  });

  it("keeps words in a money cell in the remark", () => {
    const reading = money([part("ไม่ใช้งบประมาณ")]);
    expect(reading.value).toBeNull();
    expect(reading.remarks[0]?.message).toContain("ไม่ใช้งบประมาณ");
  });

  it("says so where ink gave no text", () => {
    expect(codes(money([part({ text: "", ink: "text" }, "unread")]))).toEqual(["text-unreadable"]);
  });
});

describe("readMarkField", () => {
  const mark = (...parts: readonly FieldPart[]) => readMarkField("completed", parts, KNOWS);

  it("goes by ink, whatever recognition made of it", () => {
    expect(mark(part({ text: "ๅ", ink: "mark" }, "mark", ["completed"])).value).toBe(true);
    expect(mark(part("", "empty", ["completed"])).value).toBe(false);
    expect(mark(part("-", "dash", ["completed"])).value).toBe(false);
  });

  it.each(["✓", "x", "√"])("reads %s", (text) => {
    expect(mark(part(text, "text", ["completed"])).value).toBe(true);
  });

  it("is true if any part of the activity is marked", () => {
    expect(mark(part("", "empty", ["completed"]), part("/", "mark", ["completed"], "wrapped")).value).toBe(
      true,
    );
  });

  it("is null with a remark for other ink", () => {
    const reading = mark(part("รอ", "text", ["completed"]));
    expect(reading.value).toBeNull();
    expect(codes(reading)).toEqual(["mark-unclear"]);
  });

  it("is null with a remark where one cell covers two mark columns", () => {
    const reading = mark(part("/", "mark", ["followedPolicy", "completed"]));
    expect(reading.value).toBeNull();
    expect(codes(reading)).toEqual(["mark-unclear"]);
  });
});

describe("readTextField", () => {
  const text = (parts: readonly FieldPart[], conditions = KNOWS) =>
    readTextField("result", parts, measureColumn(parts.map(({ cell }) => cell.cell)), conditions);

  it("is null for cells that hold only a dash or nothing", () => {
    expect(text([part("-", "dash"), part("", "empty", ["result"], "wrapped")])).toMatchObject({
      value: null,
      evidence: { observed: null },
      remarks: [],
    });
  });

  it("finds text that only a continuation holds", () => {
    expect(text([part("-", "dash"), part("มีผล", "text", ["result"], "split")]).value).toBe("มีผล");
  });

  it("is null with a remark where ink gave no text", () => {
    const reading = text([part({ text: "", ink: "text" }, "unread")]);
    expect(reading).toMatchObject({ value: null, evidence: { confidence: 0 } });
    expect(codes(reading)).toEqual(["text-unreadable"]);
  });

  it("doubts digits that the model cannot know", () => {
    const reading = text([part("๑ อัตรา")], STOCK);
    expect(reading.value).toBe("๑ อัตรา");
    expect(reading.evidence.confidence).toBeLessThan(0.6);
    expect(codes(reading)).toEqual(["digits-unreadable"]);
    expect(codes(text([part("หนึ่งอัตรา")], STOCK))).toEqual([]);
  });

  it("has one box for each part", () => {
    const reading = text([part("ต้น"), part("ปลาย", "text", ["result"], "wrapped")]);
    expect(reading.evidence.boxes).toHaveLength(2);
  });
});
