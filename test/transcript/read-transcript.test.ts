import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { ruledTable } from "../../pipelines/ruled-table.ts";
import type { ExtractionDocument, HrPolicyRecord } from "../../src/model/extraction.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import type { Dictionaries } from "../../src/repair/load-dictionaries.ts";
import { readTranscript } from "../../src/transcript/read-transcript.ts";
import { loadExpectedReport } from "../support/expected-report.ts";
import {
  HEADER,
  OTHER_HEADER,
  asHtml,
  asMarkdown,
  asTabs,
  coverAndTitle,
  recordRow,
  reportRows,
} from "../support/write-transcript.ts";
import type { WrittenRow } from "../support/write-transcript.ts";

let dictionaries: Dictionaries;
beforeAll(() => {
  dictionaries = loadDictionaries();
});

function extract(text: string, recipe = hrPolicyReport): ExtractionDocument {
  const context = { sha256: "0".repeat(64), fileName: "a.txt", knowsThaiDigits: true, dictionaries };
  const [document] = recipe.assemble(readTranscript(text).pages, context).documents;
  if (document === undefined) throw new Error("no document");
  return document;
}

function recordsOf(text: string): readonly HrPolicyRecord[] {
  return extract(text).records as readonly HrPolicyRecord[];
}

const VALUES = [
  "policyNumber",
  "policyTitle",
  "activityNumber",
  "budgetAllocatedBaht",
  "budgetDisbursedBaht",
  "followedPolicy",
  "deviatedFromPolicy",
  "completed",
  "dates",
] as const;
const PROSE = ["activityName", "target", "result", "issues"] as const;

function valuesOf(record: Partial<HrPolicyRecord>): unknown[] {
  const letters = PROSE.map((field) => record[field]?.replaceAll(/\s/gu, "") ?? null);
  return [...VALUES.map((field) => record[field]), ...letters];
}

function inPages(rows: readonly WrittenRow[], rowsOnPage: number): WrittenRow[][] {
  const pages: WrittenRow[][] = [];
  for (let start = 0; start < rows.length; start += rowsOnPage)
    pages.push(rows.slice(start, start + rowsOnPage));
  return pages;
}

describe("reports written down in three ways", () => {
  const cases = (["phaising-2566", "thalo-2566"] as const).flatMap((name) =>
    ([asTabs, asMarkdown, asHtml] as const).map((write) => [name, write.name, write] as const),
  );
  it.each(cases)(
    "%s comes out of %s as it went in, with headers that change from page to page",
    (name, _, write) => {
      const report = loadExpectedReport(name);
      const { cover, title } = coverAndTitle(report);
      const pages = write(inPages(reportRows(report), 6), [HEADER, OTHER_HEADER]);
      const document = extract(`${cover.join("\n\n")}\n\n**${title.join("\n")}**\n\n${pages}\n`);
      expect(document.records.map((record) => valuesOf(record))).toEqual(report.records.map(valuesOf));
      expect(document.organization).toEqual(report.organization);
      expect(document.title).toBe(title.join(" "));
      expect(document.fiscalYearBE).toBe(report.fiscalYearBE);
    },
  );

  it("keeps the paragraphs that <br> and <p> part", () => {
    const report = loadExpectedReport("phaising-2566");
    const paragraphs = (records: readonly Partial<HrPolicyRecord>[]): unknown[] =>
      records.map((record) => [record.target, record.result]);
    for (const write of [asMarkdown, asHtml]) {
      expect(paragraphs(recordsOf(write([reportRows(report)])))).toEqual(paragraphs(report.records));
    }
  });
});

const ONE_LEVEL = [
  "ลำดับ|กิจกรรม|เป้าหมาย|ผลการดำเนินงาน|งบประมาณตั้งไว้|งบประมาณเบิกจ่าย|ตามนโยบาย|ไม่เป็นไปตามนโยบาย|แล้วเสร็จ|ปัญหา".split(
    "|",
  ),
];

describe("an activity that goes on at the head of the next page", () => {
  const report = loadExpectedReport("phaising-2566");
  const [first, second] = report.records;
  const goesOn = ["", "", "", "ประกาศใช้แล้วทุกส่วนราชการ", "", "", "", "", "", ""];
  const pages = [
    [{ heading: `๑. ${first!.policyTitle}` }, recordRow(first!)],
    [goesOn, recordRow(second!)],
  ];
  it.each([
    ["two rows", asTabs, HEADER],
    ["one row", asTabs, ONE_LEVEL],
    ["one row of Markdown", asMarkdown, ONE_LEVEL],
    ["two rows of HTML", asHtml, HEADER],
  ] as const)("is not taken for the header's last row, of %s", (_, write, header) => {
    const records = recordsOf(write(pages, [header]));
    expect(records.map((record) => record.activityName?.slice(0, 20))).toEqual(
      [first, second].map((record) => record!.activityName!.slice(0, 20)),
    );
    expect(records[0]?.result).toContain(goesOn[3]);
    expect(records[1]?.result).not.toContain(goesOn[3]);
  });
});

describe("rows that are one column off", () => {
  const report = loadExpectedReport("phaising-2566");
  const paid = report.records.find((record) => record.budgetAllocatedBaht === 465_800)!;
  const issues = { ...paid, activityNumber: 4, issues: "ขาดบุคลากรในการปฏิบัติงาน" };
  const others = report.records.slice(0, 3).map(recordRow);
  const read = (cells: readonly string[]): HrPolicyRecord =>
    recordsOf(asTabs([[{ heading: `๑. ${paid.policyTitle}` }, ...others, cells]])).at(-1)!;

  it.each([
    ["a cell too many before the amounts", [4, 0, "-"]],
    ["a mark written twice", [7, 0, "/"]],
    ["the number's cell left out", [0, 1]],
    ["an empty cell in front of the row", [0, 0, ""]],
  ] as const)("are put right by what they hold: %s", (_, [start, deleted, ...added]) => {
    const record = read(recordRow(issues).toSpliced(start, deleted, ...added));
    expect(record).toMatchObject({
      activityName: paid.activityName,
      budgetAllocatedBaht: 465_800,
      budgetDisbursedBaht: 243_170,
      followedPolicy: true,
      completed: false,
      issues: issues.issues,
      status: "review",
    });
    expect(record.remarks.map((remark) => remark.code)).toContain("cells-divided");
  });

  it("are left alone where nothing contradicts the columns", () => {
    const record = read(recordRow(issues));
    expect(record).toMatchObject({ issues: issues.issues, status: "clean", remarks: [] });
  });
});

describe("the transcript of phaising-2566", () => {
  let document: ExtractionDocument;
  beforeAll(() => {
    document = extract(text);
  });

  const folder = join(import.meta.dirname, "../../fixtures/phaising-2566");
  const text = readFileSync(join(folder, "transcript.txt"), "utf8");
  const { records: expected, organization } = loadExpectedReport("phaising-2566");

  it("gives all activities with amounts, marks, numbers and policy titles exact", () => {
    const exact = (record: Partial<HrPolicyRecord>): unknown[] => [
      ...VALUES.filter((field) => field !== "dates").map((field) => record[field]),
      record.pageNumbers,
      record.activityName?.replaceAll(/\s/gu, ""),
    ];
    expect(document.records.map((record) => exact(record))).toEqual(expected.map(exact));
    expect(document.organization).toEqual(organization);
    expect(document.fiscalYearBE).toBe(2566);
  });

  it("remarks the stray row of dashes and the row with a mark too many", () => {
    const records = document.records as readonly HrPolicyRecord[];
    expect(document.remarks.map(({ code, pageNumber }) => [code, pageNumber])).toEqual([["stray-row", 9]]);
    expect(records[3]?.issues).toMatch(/^ตำแหน่งที่ร้องขอให้/u);
    expect(records[3]?.remarks.map((remark) => remark.code)).toContain("column-unknown");
  });

  it("is the same with Windows line ends", () => {
    expect(extract(text.replaceAll("\n", "\r\n"))).toEqual(document);
  });
});

describe("other tables", () => {
  it("go through the recipe for any table, with spans as HTML writes them", () => {
    const html =
      "<table><tr><th rowspan=2>ที่</th><th colspan=2>ค่าเช่า</th></tr><tr><th>เดือน</th><th>บาท</th></tr>" +
      "<tr><td>๑</td><td rowspan=2>มกราคม</td><td>๑,๒๐๐</td></tr><tr><td>๒</td><td>๙๐๐</td></tr></table>";
    const [table] = extract(html, ruledTable).tables;
    expect(table?.columns).toEqual([["ที่"], ["ค่าเช่า", "เดือน"], ["ค่าเช่า", "บาท"]]);
    expect(table?.rows.map((row) => row.map((cell) => cell?.text ?? null))).toEqual([
      ["๑", "มกราคม", "๑,๒๐๐"],
      ["๒", null, "๙๐๐"],
    ]);
  });
});

describe("marks of pages", () => {
  const text = (mark: string): string => `ข้อความ ${mark}`;
  const pagesOf = (transcript: string): unknown[] =>
    readTranscript(transcript).pages.map(({ pageNumber, kind, lines, remarks }) => [
      pageNumber,
      kind,
      lines.map((line) => line.text).join(),
      ...remarks.map(({ code }) => code),
    ]);
  const both = [
    [1, "text", text("ก")],
    [2, "blank", ""],
    [3, "text", text("ค")],
  ];

  it.each([
    ["above them", `--- หน้า ๑ ---\n${text("ก")}\n\n--- หน้า ๒ ---\n\n--- หน้า ๓ ---\n${text("ค")}\n`],
    ["below them", `${text("ก")}\n<!-- page 1 -->\n\n<!-- page 2 -->\n${text("ค")}\n<!-- page 3 -->\n`],
    ["counted from 0", `{0}------\n\n${text("ก")}\n\n{1}------\n\n{2}------\n\n${text("ค")}\n`],
  ])("keep a blank page's place, %s", (_, transcript) => {
    expect(pagesOf(transcript)).toEqual(both);
  });

  it("tell which page a transcript has left out", () => {
    const transcript = `--- page 1 ---\n${text("ก")}\n\n--- page 3 ---\n${text("ค")}\n`;
    expect(pagesOf(transcript)).toEqual([both[0], [2, "blank", "", "page-left-out"], both[2]]);
  });

  it("are not believed where they contradict one another", () => {
    const transcript = `## หน้า 2\n${text("ก")}\n\n## หน้า 2\n${text("ข")}\n`;
    expect(pagesOf(transcript)).toEqual([
      [1, "text", text("ก")],
      [2, "text", text("ข")],
    ]);
  });
});

describe("a Markdown table without bars at its ends", () => {
  it("is read as one with them", () => {
    const report = loadExpectedReport("phaising-2566");
    const closed = asMarkdown([reportRows(report)], [ONE_LEVEL]);
    const open = closed.replaceAll(/^\|\s?|\s?\|$/gmu, "");
    expect(open).not.toBe(closed);
    expect(recordsOf(open).map(valuesOf)).toEqual(recordsOf(closed).map(valuesOf));
  });
});
