import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ruledTable } from "../../pipelines/ruled-table.ts";
import { otherDocumentSchema } from "../../src/model/extraction.ts";
import type { ExtractedTable, OtherDocument } from "../../src/model/extraction.ts";
import type { ReadPage } from "../../src/model/reading.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { buildPage } from "../support/build-page.ts";
import type { RowPlan, TablePlan } from "../support/build-page.ts";

const dictionaries = loadDictionaries();

function assemble(...pages: readonly ReadPage[]): OtherDocument[] {
  const context = { sha256: "ab".repeat(32), fileName: "table.pdf", knowsThaiDigits: true, dictionaries };
  return ruledTable.assemble(pages, context).documents.map((document) => otherDocumentSchema.parse(document));
}

function tablesOf(...pages: readonly ReadPage[]): readonly ExtractedTable[] {
  return assemble(...pages).flatMap(({ tables }) => tables);
}

const textsOf = (table: ExtractedTable | undefined): (string | null)[][] =>
  table?.rows.map((row) => row.map((cell) => cell?.text ?? null)) ?? [];

interface HandTranscription {
  readonly title: readonly string[];
  readonly header: readonly (readonly {
    readonly t: string;
    readonly rowspan?: number;
    readonly colspan?: number;
  }[])[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** The real page as a perfect reader would give it: its grid and texts from the transcription, set left. */
function pageOf(name: string): { page: ReadPage; truth: HandTranscription } {
  const path = join(import.meta.dirname, "..", "..", "fixtures", "real", `${name}.expected.json`);
  const truth = JSON.parse(readFileSync(path, "utf8")) as HandTranscription;
  const columnCount = truth.rows[0]?.length ?? 0;
  const taken = truth.header.map(() => Array.from({ length: columnCount }, () => false));
  const header = truth.header.map((cells, rowIndex): RowPlan => {
    const row: (RowPlan[number] | null)[] = Array.from({ length: columnCount }, () => null);
    let column = 0;
    for (const { t, rowspan = 1, colspan = 1 } of cells) {
      while (taken[rowIndex]?.[column] === true) column += 1;
      row[column] = { text: t, rowSpan: rowspan, columnSpan: colspan };
      for (let below = rowIndex; below < rowIndex + rowspan; below += 1)
        taken[below]?.fill(true, column, column + colspan);
    }
    return row;
  });
  const plan: TablePlan = {
    widths: Array.from({ length: columnCount }, () => 160),
    rows: [...header, ...truth.rows],
    headerRowCount: header.length,
  };
  return { page: buildPage(1, { tables: [plan], centeredLines: truth.title }), truth };
}

describe("a real page, its grid given", () => {
  it.each(["rent-allowance", "living-allowance"])("%s comes out cell by cell", (name) => {
    const { page, truth } = pageOf(name);
    const [document] = assemble(page);
    expect(document?.title).toBe(truth.title.join(" "));
    expect(textsOf(document?.tables[0])).toEqual(truth.rows);
  });

  it("has a header path for each column", () => {
    const [rent] = tablesOf(pageOf("rent-allowance").page);
    expect(rent?.columns).toHaveLength(9);
    expect(rent?.columns.slice(0, 3)).toEqual([
      ["ครูผู้ช่วย", "เงินเดือน"],
      ["ครูผู้ช่วย", "เงินเดือน"],
      ["ครูผู้ช่วย", "ค่าเช่าบ้านไม่เกิน\nเดือนละ/บาท"],
    ]);
    const [living] = tablesOf(pageOf("living-allowance").page);
    expect(living?.columns).toHaveLength(12);
    expect(living?.columns[5]).toEqual(["จ่ายจากงบประมาณ\nที่ได้รับอุดหนุนจากส่วนกลาง\n(5)", "(รายละ/เดือน)"]);
    expect(living?.columns[10]).toEqual(["หมายเหตุ"]);
  });
});

describe("a cell", () => {
  it("is empty text where it is empty, keeps its dash, and is null under a span", () => {
    const rows: RowPlan[] = [
      ["ก", "ข", "ค"],
      [{ text: "กองช่าง", columnSpan: 2 }, null, "-"],
      ["", "", null],
    ];
    const [table] = tablesOf(
      buildPage(1, { tables: [{ widths: [100, 100, 100], rows, headerRowCount: 1 }] }),
    );
    expect(textsOf(table)).toEqual([
      ["กองช่าง", null, "-"],
      ["", "", null],
    ]);
    expect(table?.rows[0]?.[0]).toMatchObject({
      rowSpan: 1,
      columnSpan: 2,
      evidence: { observed: "กองช่าง" },
    });
  });
});

describe("tables over pages", () => {
  const header: RowPlan = ["ลำดับที่", "รายการ", "จำนวนเงิน"];
  const widths = [60, 200, 100];
  const page = (pageNumber: number, rows: readonly RowPlan[], plan: Partial<TablePlan> = {}): ReadPage =>
    buildPage(pageNumber, { tables: [{ widths, rows, headerRowCount: 1, ...plan }] });
  const first = page(1, [header, ["1", "โต๊ะ", "500"]]);

  it("are one table, the repeated header left out", () => {
    const tables = tablesOf(
      first,
      page(2, [
        ["ลำดับที", "รายการ", "จํานวนเงิน"],
        ["2", "เก้าอี้", "300"],
      ]),
    );
    expect(tables).toHaveLength(1);
    expect(textsOf(tables[0])).toEqual([
      ["1", "โต๊ะ", "500"],
      ["2", "เก้าอี้", "300"],
    ]);
    expect(tables[0]?.pageNumbers).toEqual([1, 2]);
    expect(tables[0]?.remarks.map(({ code }) => code)).toEqual(["table-continued"]);
  });

  it("are one table if the second goes on without a header", () => {
    const tables = tablesOf(first, page(2, [["2", "เก้าอี้", "300"]], { headerRowCount: 0, left: 43 }));
    expect(textsOf(tables[0])).toHaveLength(2);
  });

  it("are two tables if the header or the columns differ", () => {
    expect(
      tablesOf(
        first,
        page(2, [
          ["ชื่อ", "ตำแหน่ง", "สังกัด"],
          ["ก", "ข", "ค"],
        ]),
      ),
    ).toHaveLength(2);
    expect(
      tablesOf(first, page(2, [header, ["2", "เก้าอี้", "300"]], { widths: [120, 140, 100] })),
    ).toHaveLength(2);
    expect(tablesOf(first, page(3, [header, ["2", "เก้าอี้", "300"]]))).toHaveLength(2);
  });

  it("have a row that the page's end cut joined, and never two numbers", () => {
    const cut = page(1, [header, ["1", "โต๊ะทำงานของสำนักงานปลัดประจำตำบล สำหรับ", "3960"]], {
      closedAtBottom: false,
    });
    const rest = page(2, [header, ["", "ผู้บริหาร", "704"], ["2", "เก้าอี้", "300"]]);
    expect(textsOf(tablesOf(cut, rest)[0])).toEqual([
      ["1", "โต๊ะทำงานของสำนักงานปลัดประจำตำบล สำหรับผู้บริหาร", "3960\n704"],
      ["2", "เก้าอี้", "300"],
    ]);
  });

  it("keep a row apart that begins anew below a cut table", () => {
    const cut = page(1, [header, ["1", "โต๊ะ", "500"]], { closedAtBottom: false });
    expect(textsOf(tablesOf(cut, page(2, [header, ["2", "เก้าอี้", "300"]]))[0])).toHaveLength(2);
  });
});
