import { describe, expect, it } from "vitest";
import { evaluateDocuments } from "../../src/evaluate/evaluate-documents.ts";
import { renderMarkdown, renderTerminal } from "../../src/evaluate/render-report.ts";
import { reportConfusions } from "../../src/evaluate/report-confusions.ts";
import { reportDifferences } from "../../src/evaluate/report-differences.ts";
import { reportTables } from "../../src/evaluate/report-tables.ts";
import { POLICIES, sampleDocument, sampleRecord } from "./sample-records.ts";

const truth = [sampleDocument(POLICIES)];
const worse = sampleRecord({ target: "ยุบเลิกตำแหนง", activityName: "ปรับปรุงแผนอัตรากำลัง ๗ ปี" });
const evaluation = evaluateDocuments(truth, [sampleDocument([worse, ...POLICIES.slice(1)])]);
const two = [
  { name: "ที่ดี", evaluation: evaluateDocuments(truth, truth) },
  { name: "worse", evaluation },
];

describe("reportTables", () => {
  it("has a row for each extraction and one for all, and no table of what no truth states", () => {
    const tables = reportTables(two);
    const headings = tables.map((table) => table.heading);
    expect(headings).toEqual(["Activities", "Values", "Text", "Cover and title", "Text fields"]);
    expect(tables[0]!.rows.map((row) => row.slice(0, 2))).toEqual([
      ["ที่ดี", "3/3"],
      ["worse", "3/3"],
      ["all", "6/6"],
    ]);
  });
  it("says of errors how many in a hundred, and nothing of what was not measured", () => {
    const tables = reportTables(two);
    const text = tables.find((table) => table.heading === "Text")!;
    const { count, of } = evaluation.measures.characterErrors;
    expect(count).toBe(2);
    expect(text.rows[1]![1]).toBe(`${((100 * count) / of).toFixed(2)} %`);
    const values = tables.find((table) => table.heading === "Values")!;
    expect(values.rows[0]!.slice(3)).toEqual(["0", "1/1", "0"]);
  });
  it("shows a dash where there was nothing to measure", () => {
    const bare = evaluateDocuments(truth, [sampleDocument([sampleRecord({ budgetAllocatedBaht: null })])]);
    const nothing = evaluateDocuments([sampleDocument([])], [sampleDocument([])]);
    const [, values] = reportTables([
      { name: "bare", evaluation: bare },
      { name: "nothing", evaluation: nothing },
    ]);
    expect(values!.rows.map((row) => row[0])).toEqual(["bare", "all"]);
    const unread = { ...sampleRecord({ budgetAllocatedBaht: null, budgetDisbursedBaht: null }) };
    const noAmounts = evaluateDocuments(truth, [sampleDocument([unread])]);
    expect(reportTables([{ name: "unread", evaluation: noAmounts }])[1]!.rows[0]![3]).toBe("-");
  });
});

describe("renderTerminal", () => {
  it("aligns Thai by what it shows, not by its code points", () => {
    const rows = [
      ["ที่ดี", "1"],
      ["น้ำ", "22"],
      ["abcd", "3"],
    ];
    const table = { heading: "H", columns: ["", "n"], rows };
    expect(renderTerminal([table])).toBe("H\n       n\nที่ดี     1\nน้ำ    22\nabcd   3");
  });
});

describe("renderMarkdown", () => {
  it("keeps a bar in a name from opening a column", () => {
    const table = { heading: "H", columns: ["", "n"], rows: [["a|b", "1"]] };
    expect(renderMarkdown([table], 2)).toBe("## H\n\n|  | n |\n| --- | ---: |\n| a\\|b | 1 |");
  });
});

describe("reportConfusions", () => {
  it("names what was misread and what was lost", () => {
    expect(reportConfusions(evaluation, 5).rows).toEqual([
      ["◌่ read as nothing", "1"],
      ["๓ read as ๗", "1"],
    ]);
  });
});

describe("reportDifferences", () => {
  it("shows expected above found", () => {
    expect(reportDifferences(two)).toContain(
      "worse 1.1 target\n  expected ยุบเลิกตำแหน่ง\n  found    ยุบเลิกตำแหนง",
    );
  });
});
