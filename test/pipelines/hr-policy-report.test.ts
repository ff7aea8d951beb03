import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hrPolicyReport } from "../../pipelines/hr-policy-report.ts";
import { hrPolicyDocumentSchema } from "../../src/model/extraction.ts";
import type { HrPolicyDocument, HrPolicyRecord } from "../../src/model/extraction.ts";
import type { ReadPage } from "../../src/model/reading.ts";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";
import { loadDictionaries } from "../../src/repair/load-dictionaries.ts";
import { buildPage, loadPages, misreadDigits } from "../support/build-page.ts";
import type { RowPlan } from "../support/build-page.ts";
import { loadExpectedReport } from "../support/expected-report.ts";
import { activityRow, continuationRow, FORM_WIDTHS, formTable, headingRow } from "../support/form-pages.ts";

const dictionaries = loadDictionaries();

function assemble(pages: readonly ReadPage[], knowsThaiDigits = true): HrPolicyDocument[] {
  const context = { sha256: "ab".repeat(32), fileName: "report.pdf", knowsThaiDigits, dictionaries };
  return hrPolicyReport
    .assemble(pages, context)
    .documents.map((document) => hrPolicyDocumentSchema.parse(document));
}

function recordsOf(pages: readonly ReadPage[], knowsThaiDigits = true): readonly HrPolicyRecord[] {
  return assemble(pages, knowsThaiDigits).flatMap(({ records }) => records);
}

const squeeze = (text: string | null): string => (text ?? "").replace(/\s/gu, "");
const COVER = [
  "การดำเนินการตามนโยบายการบริหารทรัพยากรบุคคล",
  "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
  "องค์การบริหารส่วนตำบลไผ่สิงห์",
  "อำเภอชุมแสง จังหวัดนครสวรรค์",
];
const HEADING = headingRow("๑. นโยบายการวางแผนกำลังคน");

describe.each(["phaising-2566", "thalo-2566"] as const)("%s read without an error", (name) => {
  const expected = loadExpectedReport(name);
  const [document, ...others] = assemble(loadPages(name));

  it("is one document with the expected title, office and year", () => {
    expect(others).toEqual([]);
    expect(document).toMatchObject({
      title: expected.title,
      organization: expected.organization,
      fiscalYearBE: expected.fiscalYearBE,
      remarks: [],
    });
  });

  it("has every activity once, in its policy, on its pages", () => {
    const places = ({ policyNumber, policyTitle, activityNumber, pageNumbers }: Partial<HrPolicyRecord>) => ({
      policyNumber,
      policyTitle,
      activityNumber,
      pageNumbers,
    });
    expect(document?.records.map(places)).toEqual(expected.records.map(places));
  });

  it("has the expected amounts, marks and dates", () => {
    const values = (record: Partial<HrPolicyRecord>) => ({
      allocated: record.budgetAllocatedBaht,
      disbursed: record.budgetDisbursedBaht,
      marks: [record.followedPolicy, record.deviatedFromPolicy, record.completed],
      dates: record.dates,
    });
    expect(document?.records.map(values)).toEqual(expected.records.map(values));
  });

  it("has every text to the letter, and nearly every paragraph by itself", () => {
    const fields = ["activityName", "target", "result", "issues"] as const;
    let [found, all] = [0, 0];
    for (const [index, record] of expected.records.entries()) {
      for (const field of fields) {
        const own = document?.records[index]?.[field] ?? null;
        expect(squeeze(own)).toBe(squeeze(record[field]));
        const paragraphs = own?.split("\n").map(squeeze) ?? [];
        for (const paragraph of record[field]?.split("\n") ?? []) {
          all += 1;
          if (paragraphs.includes(squeeze(paragraph))) found += 1;
        }
      }
    }
    // Where a paragraph's last line happens to be full, nothing on the page tells that it ends.
    expect(found / all).toBeGreaterThan(0.92);
  });

  it("shows for every field where it comes from", () => {
    for (const record of document?.records ?? []) {
      expect(Object.keys(record.evidence).toSorted()).toEqual(
        Object.keys(expected.records[0] ?? {})
          .filter((field) => field !== "dates" && field !== "pageNumbers")
          .toSorted(),
      );
      const pages = new Set(
        Object.values(record.evidence).flatMap(({ boxes }) => boxes.map((box) => box.pageNumber)),
      );
      for (const page of record.pageNumbers) expect(pages).toContain(page);
    }
  });
});

describe.each(["phaising-2566", "thalo-2566"] as const)("%s read by a model that lacks digits", (name) => {
  const expected = loadExpectedReport(name);
  const [document] = assemble(misreadDigits(loadPages(name)), false);

  it("finds every activity in its policy, numbered by order", () => {
    const places = (record: Partial<HrPolicyRecord>) => [
      record.policyNumber,
      record.policyTitle,
      record.activityNumber,
    ];
    expect(document?.records.map(places)).toEqual(expected.records.map(places));
    for (const { remarks } of document?.records ?? []) {
      expect(remarks.filter(({ code }) => code === "number-derived")).toHaveLength(2);
    }
  });

  it("fills in no amount, no date and no year", () => {
    expect(document?.fiscalYearBE).toBeNull();
    for (const record of document?.records ?? []) {
      expect([record.budgetAllocatedBaht, record.budgetDisbursedBaht, ...record.dates]).toEqual([null, null]);
    }
  });

  it("sends every record with digits to review and no other", () => {
    for (const record of document?.records ?? []) {
      const texts = [record.activityName, record.target, record.result, record.issues];
      const hasAmount = record.evidence.budgetAllocatedBaht?.observed !== null;
      const hasDigits = texts.some((text) => /[๐-๙]/u.test(text ?? "")) || hasAmount;
      expect(record.status).toBe(hasDigits ? "review" : "clean");
    }
  });

  it("shows derived numbers as repairs of what was read", () => {
    const evidence = document?.records.at(-1)?.evidence.policyNumber;
    expect(applyRepairs(evidence?.observed ?? "", evidence?.repairs ?? [])).toBe("๘");
  });
});

describe("a file", () => {
  const report = (pages: number): ReadPage[] => [
    buildPage(pages, { centeredLines: COVER }),
    buildPage(pages + 1, { tables: [formTable([HEADING, activityRow("๑", "แผนอัตรากำลัง")])] }),
  ];

  it("with a second cover is two documents", () => {
    const documents = assemble([...report(1), ...report(3)]);
    expect(documents.map(({ pageNumbers }) => pageNumbers)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(documents.flatMap(({ records }) => records.map(({ recordId }) => recordId))).toEqual([
      "abababababababab-1-1-1",
      "abababababababab-2-1-1",
    ]);
  });

  it("takes its title from the cover if nothing stands over the table", () => {
    expect(assemble(report(1))[0]?.title).toBe(COVER.join(" "));
  });

  it("gives the same whatever the order of its pages", () => {
    const pages = loadPages("thalo-2566");
    expect(assemble(pages.toReversed())).toEqual(assemble(pages));
  });

  it("has no document where no page has a table, and says so", () => {
    const context = { sha256: "ab".repeat(32), fileName: "report.pdf", knowsThaiDigits: true, dictionaries };
    const { documents, remarks } = hrPolicyReport.assemble([buildPage(1, { centeredLines: COVER })], context);
    expect(documents).toEqual([]);
    expect(remarks.map(({ code }) => code)).toEqual(["no-table"]);
  });

  it("whose tables are of another form says so", () => {
    const other = { widths: [200, 200], rows: [["ผู้รายงาน", "ปลัด"]] };
    const [document] = assemble([buildPage(1, { tables: [other] })]);
    expect(document?.records).toEqual([]);
    expect(document?.remarks.map(({ code }) => code)).toContain("form-not-recognized");
  });

  it("says what a table says that is not the form", () => {
    const other = { widths: [200, 200], rows: [["ผู้รายงาน", "ปลัด"]] };
    const [document] = assemble([...report(1), buildPage(3, { tables: [other] })]);
    expect(document?.remarks.find(({ code }) => code === "table-not-understood")?.message).toContain(
      "ผู้รายงาน ; ปลัด",
    );
  });

  it("tells that an activity beside a failed page may be incomplete, and derives no number behind it", () => {
    const first = formTable([HEADING, activityRow("๑", "แผนอัตรากำลัง")], { closedAtBottom: false });
    const rest = formTable([continuationRow({ 3: "มีผลแล้ว" }), activityRow("'", "แผนพัฒนา")]);
    const records = recordsOf([
      buildPage(1, { tables: [first] }),
      buildPage(2, { kind: "failed" }),
      buildPage(3, { tables: [rest] }),
    ]);
    expect(records.map(({ activityNumber }) => activityNumber)).toEqual([1, null]);
    expect(records[0]?.remarks.map(({ code }) => code)).toContain("page-missing");
    expect(records[1]?.remarks.map(({ code }) => code)).toContain("number-unreadable");
  });
});

describe("a form", () => {
  it("without mark columns has null for the marks", () => {
    const widths = FORM_WIDTHS.filter((_, index) => index < 6 || index > 8);
    const rows: RowPlan[] = [
      ["ที่", "รายการ", "ตัวชี้วัด", "ผลการดำเนินการ", "งบประมาณที่ตั้งไว้", "เบิกจ่ายจริง", "ข้อเสนอแนะ"],
      [{ text: "1. นโยบายการพัฒนาบุคลากร", columnSpan: 7 }, ...Array.from({ length: 6 }, () => null)],
      ["1", "แผนพัฒนา", "๑ ครั้ง", "เสร็จ", "1,500.50", "-", "-"],
    ];
    const [record] = recordsOf([buildPage(1, { tables: [{ widths, rows, headerRowCount: 1 }] })]);
    expect(record).toMatchObject({
      policyTitle: "นโยบายการพัฒนาบุคลากร",
      activityName: "แผนพัฒนา",
      target: "๑ ครั้ง",
      budgetAllocatedBaht: 1500.5,
      budgetDisbursedBaht: null,
      followedPolicy: null,
      deviatedFromPolicy: null,
      completed: null,
      issues: null,
    });
  });

  it("may have problems and advice in two columns, also over a page's end", () => {
    const widths = [40, 120, 160, 160, 120, 120];
    const header: RowPlan = ["ที่", "กิจกรรม", "เป้าหมาย", "ผลการดำเนินงาน", "ปัญหา/อุปสรรค", "ข้อเสนอแนะ"];
    const heading: RowPlan = [
      { text: "๑. นโยบายการพัฒนาบุคลากร", columnSpan: 6 },
      null,
      null,
      null,
      null,
      null,
    ];
    const first: RowPlan = ["๑", "แผนพัฒนา", "-", "เสร็จ", "งบประมาณมีจำกัดไม่เพียงพอต่อ", "ควรตั้งงบประมาณ"];
    const rest: RowPlan = ["", "", "", "", "การดำเนินการ", ""];
    const plan = { widths, headerRowCount: 1 };
    const [record] = recordsOf([
      buildPage(1, { tables: [{ ...plan, rows: [header, heading, first], closedAtBottom: false }] }),
      buildPage(2, { tables: [{ ...plan, rows: [rest], headerRowCount: 0 }] }),
    ]);
    expect(record?.issues).toBe("งบประมาณมีจำกัดไม่เพียงพอต่อการดำเนินการ\nควรตั้งงบประมาณ");
  });

  it("may change its wording from page to page", () => {
    const renamed = formTable([activityRow("๒", "แผนพัฒนา", { 4: "๕๐๐" })]);
    const rows = renamed.rows.map((row, index) =>
      index === 1 ? row.map((cell) => (cell === "ข้อบัญญัติ" ? "ตาม แผน" : cell)) : row,
    );
    const records = recordsOf([
      buildPage(1, { tables: [formTable([HEADING, activityRow("๑", "แผนอัตรากำลัง", { 4: "๗๐๐" })])] }),
      buildPage(2, { tables: [{ ...renamed, rows }] }),
    ]);
    expect(records.map(({ budgetAllocatedBaht }) => budgetAllocatedBaht)).toEqual([700, 500]);
  });

  it("tells when more was disbursed than allocated", () => {
    const [record] = recordsOf([
      buildPage(1, { tables: [formTable([HEADING, activityRow("๑", "แผน", { 4: "๕๐๐", 5: "๗๐๐" })])] }),
    ]);
    expect(record).toMatchObject({ status: "review", budgetDisbursedBaht: 700 });
    expect(record?.remarks.map(({ code }) => code)).toContain("disbursed-above-allocated");
  });

  it("keeps a policy heading that is only known by guess as repairs", () => {
    const [record] = recordsOf([
      buildPage(1, { tables: [formTable([headingRow("๔. นโยบายการพัฒนาบคลากร"), activityRow("๑", "แผน")])] }),
    ]);
    expect(record?.policyTitle).toBe("นโยบายการพัฒนาบุคลากร");
    const evidence = record?.evidence.policyTitle;
    expect(evidence?.observed).toBe("นโยบายการพัฒนาบคลากร");
    expect(applyRepairs(evidence?.observed ?? "", evidence?.repairs ?? [])).toBe(record?.policyTitle);
  });

  it("without a policy heading says so", () => {
    const [record] = recordsOf([buildPage(1, { tables: [formTable([activityRow("๑", "แผน")])] })]);
    expect(record?.policyTitle).toBeNull();
    expect(record?.remarks.map(({ code }) => code)).toContain("policy-missing");
  });
});

it("loses nothing: every filled cell of a row stands in a record or a remark", () => {
  let count = 0;
  const word = fc.constantFrom("กองช่าง", "สำนักปลัด", "อบรม", "ประกาศ").map((text) => `${text}${(count += 1)}`);
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constant("-") },
    { weight: 3, arbitrary: word },
  );
  const row = fc.oneof(
    { weight: 1, arbitrary: word.map((text) => headingRow(`นโยบาย${text}`)) },
    {
      weight: 4,
      arbitrary: fc.array(cell, { minLength: FORM_WIDTHS.length, maxLength: FORM_WIDTHS.length }),
    },
  );
  const page = fc.tuple(fc.array(row, { minLength: 1, maxLength: 6 }), fc.boolean());
  fc.assert(
    fc.property(fc.array(page, { minLength: 1, maxLength: 3 }), (plans) => {
      const pages = plans.map(([rows, closedAtBottom], index) =>
        buildPage(index + 1, { tables: [formTable(rows, { closedAtBottom })] }),
      );
      const output = squeeze(JSON.stringify(assemble(pages)));
      const texts = plans.flatMap(([rows]) =>
        rows.flatMap((cells) => cells.map((own) => (typeof own === "string" ? own : (own?.text ?? "")))),
      );
      for (const text of texts.filter((own) => own.length > 1)) expect(output).toContain(squeeze(text));
    }),
    { numRuns: 30 },
  );
});
