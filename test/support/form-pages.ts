import type { CellPlan, RowPlan, TablePlan } from "./build-page.ts";

/** Widths of the form's ten columns in points. */
export const FORM_WIDTHS: readonly number[] = [34, 116, 116, 184, 55, 50, 39, 47, 34, 107];

/** The form's header as it is usually printed, in two levels. */
export const FORM_HEADER: readonly RowPlan[] = [
  [
    { text: "ลำดับที่", rowSpan: 2 },
    { text: "กิจกรรม", rowSpan: 2 },
    { text: "เป้าหมาย", rowSpan: 2 },
    { text: "ผลการดำเนินงาน", rowSpan: 2 },
    { text: "งบประมาณ (บาท)", columnSpan: 2 },
    null,
    { text: "ผลการดำเนินงาน", columnSpan: 3 },
    null,
    null,
    { text: "ปัญหา/อุปสรรค", rowSpan: 2 },
  ],
  [null, null, null, null, "ข้อบัญญัติ", "เบิกจ่ายจริง", "ตามนโยบาย", "ไม่เป็นไปตามนโยบาย", "แล้วเสร็จ", null],
];

/** A policy heading over all columns. */
export function headingRow(text: string): RowPlan {
  return [
    { text, columnSpan: FORM_WIDTHS.length },
    ...Array.from({ length: FORM_WIDTHS.length - 1 }, () => null),
  ];
}

/** An activity as printed: dashes for money and issues, done. Given cells replace those by their place. */
export function activityRow(
  number: string,
  name: string,
  cells: Readonly<Record<number, string | CellPlan>> = {},
): RowPlan {
  const usual = [number, name, "จัดทำแผน", "ดำเนินการแล้ว", "-", "-", "", "", "/", "-"];
  return usual.map((cell, column) => cells[column] ?? cell);
}

/** A row that goes on with the one before: only the given cells hold anything. */
export function continuationRow(cells: Readonly<Record<number, string | CellPlan>>): RowPlan {
  return FORM_WIDTHS.map((_, column) => cells[column] ?? "");
}

/** A table of the form with its header and the given rows. */
export function formTable(rows: readonly RowPlan[], plan: Partial<TablePlan> = {}): TablePlan {
  return {
    widths: FORM_WIDTHS,
    rows: [...FORM_HEADER, ...rows],
    headerRowCount: FORM_HEADER.length,
    ...plan,
  };
}
