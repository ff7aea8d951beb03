import { describe, expect, it } from "vitest";
import { findColumns } from "../../src/form/find-columns.ts";
import type { FormTable } from "../../src/form/find-columns.ts";
import { buildTable } from "../support/build-page.ts";
import type { TablePlan } from "../support/build-page.ts";
import { activityRow, FORM_WIDTHS, formTable, headingRow } from "../support/form-pages.ts";
import { PLAIN_WORDING } from "../support/form-wording.ts";

const ALL_ROLES = [
  "sequence",
  "activity",
  "target",
  "result",
  "budgetAllocated",
  "budgetDisbursed",
  "followedPolicy",
  "deviatedFromPolicy",
  "completed",
  "issues",
];

function find(...plans: readonly TablePlan[]): FormTable[] {
  const tables = plans.map((plan, index) => ({ pageNumber: index + 1, table: buildTable(plan, index + 1) }));
  return findColumns(tables, PLAIN_WORDING);
}

const rolesOf = (table: FormTable | undefined): (string | null)[] =>
  table?.columns.map(({ role }) => role) ?? [];
const rows = [headingRow("๑. นโยบายการวางแผนกำลังคน"), activityRow("๑", "แผน")];

describe("findColumns", () => {
  it("reads a header of two levels", () => {
    const [table] = find(formTable(rows));
    expect(rolesOf(table)).toEqual(ALL_ROLES);
    expect(table?.headerRowCount).toBe(2);
    expect(table?.columns[4]?.headings).toEqual(["งบประมาณ (บาท)", "ข้อบัญญัติ"]);
  });

  it("finds the header's depth where geometry told it wrong", () => {
    expect(find(formTable(rows, { headerRowCount: 1 }))[0]?.headerRowCount).toBe(2);
    expect(find(formTable(rows, { headerRowCount: 3 }))[0]?.headerRowCount).toBe(2);
    expect(find(formTable(rows, { headerRowCount: 0 }))[0]?.headerRowCount).toBe(2);
  });

  it("counts a row of column numbers to the header", () => {
    const numbers = FORM_WIDTHS.map((_, index) => `(${index + 1})`);
    expect(find(formTable([numbers, ...rows]))[0]?.headerRowCount).toBe(3);
  });

  it("goes by wording, not by place", () => {
    const [table] = find({
      widths: [120, 40, 200, 60],
      rows: [
        ["กิจกรรม", "ลำดับที่", "ผลการดำเนินงาน", "ปัญหา/อุปสรรค"],
        ["แผน", "๑", "เสร็จ", "-"],
      ],
    });
    expect(rolesOf(table)).toEqual(["activity", "sequence", "result", "issues"]);
  });

  it("hands roles on to a page without a header, moved and a little wider", () => {
    const bare: TablePlan = { widths: FORM_WIDTHS.map((width) => width * 1.015), rows, left: 46 };
    const [, second] = find(formTable(rows), bare);
    expect(second?.headerRowCount).toBe(0);
    expect(rolesOf(second)).toEqual(ALL_ROLES);
  });

  it("hands roles back to a first page whose header could not be read", () => {
    const unread = formTable(rows);
    const blind = {
      ...unread,
      rows: unread.rows.map((row, index) => (index < 2 ? row.map((cell) => cell && "ฒฮ") : row)),
    };
    expect(rolesOf(find(blind, formTable(rows))[0])).toEqual(ALL_ROLES);
  });

  it("gives one lost heading its role by place", () => {
    const damaged = formTable(rows);
    const header = damaged.rows[0]!.map((cell, index) =>
      index === 3 ? { text: "ฒลกฬร", rowSpan: 2 } : cell,
    );
    const [first] = find({ ...damaged, rows: [header, ...damaged.rows.slice(1)] }, formTable(rows));
    expect(first?.columns[3]?.role).toBe("result");
  });

  it("does not hand roles on to a table with other columns", () => {
    const [, other] = find(formTable(rows), { widths: [300, 300], rows: [["ก", "ข"]] });
    expect(rolesOf(other)).toEqual([null, null]);
  });

  it("takes a column with an unknown heading for the result that stands in its place, but no foreign one", () => {
    const rowsOf = (heading: string): TablePlan => ({
      widths: [40, 120, 200, 60],
      rows: [
        ["ลำดับที่", "กิจกรรม", heading, "ข้อบัญญัติ"],
        ["๑", "แผน", "เสร็จ", "-"],
      ],
    });
    const [unknown] = find(rowsOf("สิ่งที่ทำไปแล้ว"));
    expect(unknown?.columns[2]).toMatchObject({ role: "result", isByOrder: true });
    expect(rolesOf(find(rowsOf("ผู้รับผิดชอบ"))[0])[2]).toBeNull();
  });

  it("leaves a column without a role where the form has none for it", () => {
    const [table] = find({
      widths: [40, 120, 100, 200],
      rows: [
        ["ลำดับที่", "กิจกรรม", "ผู้รับผิดชอบ", "ผลการดำเนินงาน"],
        ["๑", "แผน", "ปลัด", "เสร็จ"],
      ],
    });
    expect(rolesOf(table)).toEqual(["sequence", "activity", null, "result"]);
  });
});
