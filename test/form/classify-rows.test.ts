import { describe, expect, it } from "vitest";
import { classifyRows } from "../../src/form/classify-rows.ts";
import { findColumns } from "../../src/form/find-columns.ts";
import type { FormRow } from "../../src/model/form.ts";
import { buildTable } from "../support/build-page.ts";
import type { RowPlan, TablePlan } from "../support/build-page.ts";
import {
  activityRow,
  continuationRow,
  FORM_HEADER,
  FORM_WIDTHS,
  formTable,
  headingRow,
} from "../support/form-pages.ts";
import { PLAIN_WORDING } from "../support/form-wording.ts";

const HEADING = headingRow("๑. นโยบายการวางแผนกำลังคน");
const CONTINUED = headingRow("๑. นโยบายการวางแผนกำลังคน (ต่อ)");

function classify(...plans: readonly TablePlan[]): FormRow[] {
  const tables = plans.map((plan, index) => ({ pageNumber: index + 1, table: buildTable(plan, index + 1) }));
  return classifyRows(findColumns(tables, PLAIN_WORDING), PLAIN_WORDING);
}

/** Kinds of the rows below the headers; a continuation with how it hangs on. */
function kinds(...plans: readonly TablePlan[]): string[] {
  return classify(...plans)
    .filter(({ kind }) => kind !== "header")
    .map(({ kind, joint }) => (joint === null ? kind : `${kind} ${joint}`));
}

const cut = (rows: readonly RowPlan[]): TablePlan => formTable(rows, { closedAtBottom: false });

describe("activities", () => {
  it("begin with a number, also one that was not read as a number", () => {
    expect(
      kinds(formTable([HEADING, activityRow("๑", "แผน"), activityRow("'", "แผน"), activityRow("@๑", "แผน")])),
    ).toEqual(["policy", "activity", "activity", "activity"]);
  });

  it("begin without a number where everything else begins anew", () => {
    expect(kinds(formTable([HEADING, activityRow("๑", "แผน"), activityRow("", "แผน")]))).toEqual([
      "policy",
      "activity",
      "activity",
    ]);
  });

  it("begin with each name in a form that has no numbers", () => {
    const rows = [
      ["กิจกรรม", "ผลการดำเนินงาน", "ปัญหา/อุปสรรค"],
      ["แผน", "เสร็จ", "-"],
      ["อบรม", "เสร็จ", ""],
    ];
    expect(kinds({ widths: [120, 200, 100], rows, headerRowCount: 1 })).toEqual(["activity", "activity"]);
  });
});

describe("continuations", () => {
  const rest = continuationRow({ 3: "สังกัด กองช่าง" });

  it("go on with a row that the page's end cut, header repeated", () => {
    expect(kinds(cut([HEADING, activityRow("๑", "แผน")]), formTable([rest]))).toEqual([
      "policy",
      "activity",
      "continuation wrapped",
    ]);
  });

  it("go on without a header, too, and with a name that was cut", () => {
    const bare: TablePlan = { widths: FORM_WIDTHS, rows: [continuationRow({ 1: "กำลังคน", 3: "ต่อไป" })] };
    expect(kinds(cut([HEADING, activityRow("๑", "แผน")]), bare)).toEqual([
      "policy",
      "activity",
      "continuation wrapped",
    ]);
  });

  it("are split by the author where the page before still had room", () => {
    const filler = Array.from({ length: 4 }, (_, index) => activityRow(`${index + 2}`, "แผน"));
    const pages = [formTable([HEADING, activityRow("๑", "แผน")]), formTable([CONTINUED, rest, ...filler])];
    expect(kinds(...pages).slice(0, 4)).toEqual(["policy", "activity", "policy", "continuation split"]);
    expect(kinds(pages[0]!, formTable([rest, ...filler]))[2]).toBe("continuation split");
  });

  it("are wrapped where the page before was full, although the heading is repeated", () => {
    expect(kinds(formTable([HEADING, activityRow("๑", "แผน")]), formTable([CONTINUED, rest]))).toEqual([
      "policy",
      "activity",
      "policy",
      "continuation wrapped",
    ]);
  });

  it("bear witness that a heading above them, read otherwise, is the one in force", () => {
    const alike = { ...PLAIN_WORDING, similarity: () => 0.6 };
    const pages = [
      formTable([headingRow("๓. นโยบายใหม่ของสำนักงาน"), activityRow("๑", "แผน")]),
      formTable([headingRow("๓. นโยบายใหม่ฃองส่านักงาน"), rest]),
    ];
    const tables = pages.map((plan, index) => ({
      pageNumber: index + 1,
      table: buildTable(plan, index + 1),
    }));
    const rows = classifyRows(findColumns(tables, alike), alike);
    expect(rows.filter(({ heading }) => heading !== null).map(({ heading }) => heading?.isRepeated)).toEqual([
      false,
      true,
    ]);
    expect(rows.at(-1)?.kind).toBe("continuation");
  });

  it("go on under a heading repeated without (ต่อ)", () => {
    const rows = classify(formTable([HEADING, activityRow("๑", "แผน")]), formTable([HEADING, rest]));
    expect(rows.filter(({ heading }) => heading !== null).map(({ heading }) => heading?.isRepeated)).toEqual([
      false,
      true,
    ]);
    expect(rows.at(-1)?.kind).toBe("continuation");
  });

  it("may fill only what the first part left empty", () => {
    const bare = activityRow("๑", "แผน", { 4: "", 5: "", 8: "", 9: "" });
    const settling = continuationRow({ 4: "-", 5: "-", 8: "/", 9: "-" });
    expect(kinds(cut([HEADING, bare]), formTable([settling]))).toEqual([
      "policy",
      "activity",
      "continuation wrapped",
    ]);
  });

  it("show dirt in the number cell without becoming an activity", () => {
    const dirty = continuationRow({ 0: ".", 3: "ต่อไป" });
    expect(kinds(cut([HEADING, activityRow("๑", "แผน")]), formTable([dirty]))).toEqual([
      "policy",
      "activity",
      "continuation wrapped",
    ]);
  });

  it("do not reach over a new policy heading", () => {
    const other = headingRow("๒. นโยบายการพัฒนาบุคลากร");
    expect(kinds(formTable([HEADING, activityRow("๑", "แผน"), other, rest]))).toEqual([
      "policy",
      "activity",
      "policy",
      "activity",
    ]);
  });
});

describe("policy headings", () => {
  const heading = (row: RowPlan) =>
    classify(formTable([row, activityRow("๑", "แผน")])).find(({ kind }) => kind === "policy")?.heading;

  it("stand over all columns, known or not", () => {
    expect(heading(HEADING)).toMatchObject({
      numberText: "๑.",
      title: "นโยบายการวางแผนกำลังคน",
      isContinuation: false,
    });
    expect(heading(headingRow("๓. นโยบายใหม่ของสำนักงาน"))).toMatchObject({
      title: "นโยบายใหม่ของสำนักงาน",
      known: null,
    });
  });

  it("stand in the first columns where the grid shows no wide cell", () => {
    const narrow = continuationRow({ 0: "๓.", 1: "นโยบายใหม่ของสำนักงาน" });
    expect(heading(narrow)).toMatchObject({ numberText: "๓.", title: "นโยบายใหม่ของสำนักงาน" });
  });

  it("are known although columns were drawn through them", () => {
    const pieces = continuationRow({ 0: "๑.", 1: "นโยบายการวาง", 2: "แผนกำลังคน" });
    const joining = {
      ...PLAIN_WORDING,
      matchHeading: (text: string) => PLAIN_WORDING.matchHeading(text.replaceAll(" ", "")),
    };
    const table = buildTable(formTable([pieces, activityRow("๑", "แผน")]));
    const tables = findColumns([{ pageNumber: 1, table }], joining);
    expect(classifyRows(tables, joining).map(({ kind }) => kind)).toEqual([
      "header",
      "header",
      "policy",
      "activity",
    ]);
  });

  it("end before what was read far behind them", () => {
    const words = "๑. นโยบายการวางแผนกำลังคน (ต่อ";
    const table = buildTable(formTable([headingRow(words)]));
    const cell = table.cells.find(({ row }) => row === FORM_HEADER.length)!;
    const line = cell.lines[0]!;
    const right = line.box.left + line.box.width;
    const dirt = Array.from("7ฏม", (text, index) => ({
      text,
      confidence: 0.9,
      left: right + 40 + index * 5,
      right: right + 45 + index * 5,
    }));
    const gap = { text: " ", confidence: 1, left: right, right: right + 40 };
    const dirty = { ...line, text: `${words} 7ฏม`, symbols: [...line.symbols, gap, ...dirt] };
    const cells = table.cells.map((other) => (other === cell ? { ...cell, lines: [dirty] } : other));
    const tables = findColumns([{ pageNumber: 1, table: { ...table, cells } }], PLAIN_WORDING);
    expect(classifyRows(tables, PLAIN_WORDING).at(-1)?.heading).toMatchObject({ text: words, tail: "7ฏม" });
  });
});

describe("rows that are none of these", () => {
  it("are totals", () => {
    const total = continuationRow({ 1: "รวมทั้งสิ้น", 4: "๖๐๕,๘๐๐", 5: "๒๖๕,๖๓๐" });
    expect(kinds(formTable([HEADING, activityRow("๑", "แผน"), total])).at(-1)).toBe("total");
    expect(kinds(formTable([HEADING, activityRow("๑", "รวมพลังคนดี")])).at(-1)).toBe("activity");
  });

  it("are headers once more in the middle of a table", () => {
    const again = FORM_WIDTHS.map((_, index) => ["ลำดับที่", "กิจกรรม", "เป้าหมาย", "ผลการดำเนินงาน"][index] ?? "");
    const rows = classify(formTable([HEADING, activityRow("๑", "แผน"), again, activityRow("๒", "อบรม")]));
    expect(rows.map(({ kind }) => kind).slice(2)).toEqual(["policy", "activity", "header", "activity"]);
  });

  it("are stray rows of dashes and marks below a complete activity", () => {
    const stray = continuationRow({ 4: "-", 5: "-", 8: "/", 9: "-" });
    expect(kinds(formTable([HEADING, activityRow("๑", "แผน"), stray])).at(-1)).toBe("stray");
  });

  it("are empty", () => {
    expect(kinds(formTable([HEADING, activityRow("๑", "แผน"), continuationRow({})])).at(-1)).toBe("empty");
  });
});
