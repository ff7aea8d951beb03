import { describe, expect, it } from "vitest";
import { evaluateDocuments } from "../../src/evaluate/evaluate-documents.ts";
import { readJudgedFile } from "../../src/evaluate/read-judged-file.ts";
import type { JudgedDocument, JudgedTable } from "../../src/evaluate/truth.ts";

/** Two header levels: a column over both, one header over two columns, one column alone. */
const transcribed = {
  note: "by hand",
  title: ["บัญชี", "อัตราค่าเช่าบ้าน"],
  header: [
    [
      { t: "ที่", rowspan: 2 },
      { t: "เงินเดือน", colspan: 2 },
      { t: "หมายเหตุ", rowspan: 2 },
    ],
    [{ t: "(ราย)" }, { t: "รวม\nเงิน" }],
  ],
  rows: [
    ["1", "ผู้สูงอายุ", "15,000", ""],
    [{ t: "2" }, "คนพิการ", null, null],
  ],
};

const truth = readJudgedFile(transcribed);
const rightTable = truth[0]!.tables![0]!;

function measure(table: JudgedTable) {
  const found: JudgedDocument = { ...truth[0]!, tables: [table] };
  return evaluateDocuments(truth, [found]).measures;
}

describe("readJudgedFile", () => {
  it("places a transcribed header as HTML does", () => {
    expect(rightTable.columns).toEqual([["ที่"], ["เงินเดือน", "(ราย)"], ["เงินเดือน", "รวม\nเงิน"], ["หมายเหตุ"]]);
    expect(truth[0]!.title).toBe("บัญชี อัตราค่าเช่าบ้าน");
  });
  it("refuses a file that is neither", () => {
    expect(() => readJudgedFile({ rows: [] })).toThrow();
  });
});

describe("table measures", () => {
  it("are all right for the table itself, whatever the line breaks", () => {
    const columns = rightTable.columns.map((texts) => texts.map((text) => text.replace("\n", " ")));
    expect(measure({ ...rightTable, columns })).toMatchObject({
      grids: { count: 1, of: 1 },
      headerCells: { count: 5, of: 5 },
      bodyCells: { count: 6, of: 6 },
      cellErrors: { count: 0 },
    });
  });
  it("keep the grid right while a text is wrong", () => {
    const rows = [
      rightTable.rows[0]!.with(2, { text: "15,006", rowSpan: 1, columnSpan: 1 }),
      rightTable.rows[1]!,
    ];
    expect(measure({ ...rightTable, rows })).toMatchObject({
      grids: { count: 1, of: 1 },
      bodyCells: { count: 5, of: 6 },
      cellErrors: { count: 1 },
    });
  });
  it("see a span, a cell too many, a header split in two, a column and a row too few", () => {
    const [first, second] = rightTable.rows as [JudgedTable["rows"][0], JudgedTable["rows"][0]];
    const cell = { text: "", rowSpan: 1, columnSpan: 1 };
    const spanned = [first.with(0, { ...first[0]!, rowSpan: 2 }), second];
    const filled = [first, second.with(3, cell)];
    const splitHeader = rightTable.columns.with(2, ["", "รวม\nเงิน"]);
    const variants: JudgedTable[] = [
      { ...rightTable, rows: spanned },
      { ...rightTable, rows: filled },
      { ...rightTable, columns: splitHeader },
      { columns: rightTable.columns.slice(1), rows: rightTable.rows.map((row) => row.slice(1)) },
      { ...rightTable, rows: [second] },
    ];
    for (const variant of variants) expect(measure(variant).grids).toEqual({ count: 0, of: 1 });
  });
  it("leave spans alone where the truth says only where cells are", () => {
    const total = [["รวม", null, "๑๐๐", ""]];
    const [document] = readJudgedFile({ ...transcribed, rows: total });
    const cell = { text: "", rowSpan: 1, columnSpan: 1 };
    const row = [{ ...cell, text: "รวม", columnSpan: 2 }, null, { ...cell, text: "๑๐๐" }, cell];
    const gridOf = (found: typeof row) =>
      evaluateDocuments(
        [document!],
        [{ ...document!, tables: [{ ...document!.tables![0]!, rows: [found] }] }],
      ).measures.grids;
    expect(gridOf(row)).toEqual({ count: 1, of: 1 });
    expect(gridOf(row.with(1, cell))).toEqual({ count: 0, of: 1 });
  });
  it("count a lost row as lost, and the row after it as found", () => {
    expect(measure({ ...rightTable, rows: [rightTable.rows[1]!] })).toMatchObject({
      bodyCells: { count: 2, of: 6 },
      cellErrors: { count: 17 },
    });
  });
  it("count a missing table whole", () => {
    const { tables: _tables, ...without } = truth[0]!;
    expect(evaluateDocuments(truth, [without]).measures).toMatchObject({
      grids: { count: 0, of: 1 },
      bodyCells: { count: 0, of: 6 },
    });
  });
});
