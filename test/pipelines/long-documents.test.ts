import { describe, expect, it } from "vitest";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { ruledTable } from "../../pipelines/ruled-table.ts";
import type { ExtractionDocument } from "../../src/model/extraction.ts";
import type { ReadPage, ReadTable } from "../../src/model/reading.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import type { Pipeline } from "../../src/run/pipeline.ts";
import { type LongCell, longPage, longTable } from "../support/long-pages.ts";

/** Generous, since what these tests keep away takes many minutes or the stack; each of them takes a few seconds. */
const TIMEOUT_MS = 120_000;

const dictionaries = loadDictionaries();
const TITLE = [
  "รายงานผลการดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
  "องค์การบริหารส่วนตำบลไผ่สิงห์ อำเภอชุมแสง จังหวัดนครสวรรค์",
];
const HEADER = [
  "กิจกรรม",
  "เป้าหมาย",
  "ผลการดำเนินการ",
  "งบประมาณที่ได้รับการจัดสรร",
  "งบประมาณที่ใช้ไป",
  "ปัญหา/อุปสรรค",
];
const activity = (index: number): LongCell[] => [
  `${(index % 5) + 1}. จัดทำแผนพัฒนาบุคลากร ครั้งที่ ${index + 1}`,
  "บุคลากรร้อยละ ๘๐",
  "ดำเนินการแล้วเสร็จตามแผนงาน",
  "๑๔๐,๐๐๐",
  "๑๒,๐๐๐",
  "-",
];
const heading = (text: string): LongCell[] => [{ text, columnSpan: 6 }, null, null, null, null, null];
const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

function assemble(pipeline: Pipeline, pages: readonly ReadPage[]): readonly ExtractionDocument[] {
  const context = { sha256: "ab".repeat(32), fileName: "long.txt", knowsThaiDigits: true, dictionaries };
  return pipeline.assemble(pages, context).documents;
}

/** The pages with a count of how often a cell is taken from their tables. */
function counted(pages: readonly ReadPage[]): { pages: ReadPage[]; lookCount: () => number } {
  let count = 0;
  const countLooks = (cells: ReadTable["cells"]): ReadTable["cells"] =>
    new Proxy(cells, {
      get(target, key, receiver) {
        if (typeof key === "string" && /^\d+$/u.test(key)) count += 1;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
  const watched = pages.map((page) => ({
    ...page,
    tables: page.tables.map((table) => ({ ...table, cells: countLooks(table.cells) })),
  }));
  return { pages: watched, lookCount: () => count };
}

const list = (rowCount: number): ReadPage[] => [
  longPage([
    longTable([
      ["ลำดับ", "รายการ", "จำนวนเงิน"],
      ...times(rowCount, (index) => [`${index + 1}`, "จัดซื้อวัสดุสำนักงาน", "๓๕,๑๔๓"]),
    ]),
  ]),
];
const listOverPages = (rowCount: number): ReadPage[] =>
  times(rowCount / 10, (page) => {
    const rows = times(10, (index) => [`${page * 10 + index + 1}`, "จัดซื้อวัสดุสำนักงาน", "๓๕,๑๔๓"]);
    const pageNumber = page + 1;
    const table = longTable([["ลำดับ", "รายการ", "จำนวนเงิน"], ...rows], { pageNumber });
    return longPage([table], { pageNumber, method: "ocr" });
  });
const activities = (rowCount: number): ReadPage[] => {
  const rows = times(rowCount, (index) => [
    ...(index % 5 === 0 ? [heading(`${index / 5 + 1}. นโยบายการสรรหา`)] : []),
    activity(index),
  ]).flat();
  return [longPage([longTable([HEADER, ...rows])], { lines: TITLE })];
};
const wideRows = (columnCount: number): ReadPage[] => [
  longPage([
    longTable([
      times(columnCount, (index) => HEADER[index] ?? `หัวข้อ ${index}`),
      times(columnCount, (index) => activity(0)[index] ?? "ข้อมูล"),
      times(columnCount, () => "-"),
    ]),
  ]),
];

describe("a cell is looked at as often in a long document as in a short one", { timeout: TIMEOUT_MS }, () => {
  it.each([
    ["of a list", ruledTable, list],
    ["of a list over many pages", ruledTable, listOverPages],
    ["of activities as any table", ruledTable, activities],
    ["of a wide row", ruledTable, wideRows],
    ["of activities", hrPolicyReport, activities],
    ["of another form over many pages", hrPolicyReport, listOverPages],
    ["of a wide row of the form", hrPolicyReport, wideRows],
  ] as const)("%s", (_, pipeline, make) => {
    const [short, long] = [100, 400].map((size) => {
      const { pages, lookCount } = counted(make(size));
      assemble(pipeline, pages);
      return lookCount();
    });
    expect(short).toBeGreaterThan(0);
    // Four times the rows: four times the work, where rows are found by an index; sixteen times, where not.
    expect(long! / short!).toBeLessThan(5);
  });
});

describe("a long document", { timeout: TIMEOUT_MS }, () => {
  it("of one activity that goes on for ever is one record", () => {
    const rows = times(130_000, () => ["", "", "ต่อ", "", "", ""]);
    const [document] = assemble(hrPolicyReport, [
      longPage([longTable([HEADER, activity(0), ...rows])], { lines: TITLE }),
    ]);
    expect(document?.records).toHaveLength(1);
  });
});

describe("a text longer than any cell", { timeout: TIMEOUT_MS }, () => {
  const long = "ดำเนินกาณ ตามแผน ".repeat(8_000);

  it.each(["transcript", "ocr"] as const)("is left as it was read, with a remark (%s)", (method) => {
    const rows = [HEADER, ["1. จัดทำแผน", "บุคลากร", long, "-", "-", "-"]];
    const [document] = assemble(hrPolicyReport, [longPage([longTable(rows)], { lines: TITLE, method })]);
    const [record] = document!.records;
    expect(record).toMatchObject({ result: long.trim(), evidence: { result: { repairs: [] } } });
    expect(record?.remarks).toContainEqual(
      expect.objectContaining({ code: "text-too-long-for-repair", severity: "info", field: "result" }),
    );
  });

  it.each([
    ["as a title", [HEADER, activity(0)], [long]],
    ["as headings", [HEADER, heading(`1. ${long}`), activity(0), heading(`2. ${long}`), activity(1)], TITLE],
    ["as a column's heading", [[`${HEADER[0]}${long}`, ...HEADER.slice(1)], activity(0)], TITLE],
    ["as an amount", [HEADER, [...activity(0).slice(0, 3), "๑".repeat(150_000), "-", "-"]], TITLE],
    ["as many lines", [HEADER, ["1. จัดทำแผน", "-", "(ข้อ\n๑) ก\n".repeat(8_000), "-", "-", "-"]], TITLE],
  ] as const)("hinders nothing %s", (_, rows, lines) => {
    const table = longTable(rows);
    const pages = [longPage([table], { lines, method: "ocr" })];
    expect(assemble(hrPolicyReport, pages)).toHaveLength(1);
    expect(assemble(ruledTable, pages)).toHaveLength(1);
  });
});
