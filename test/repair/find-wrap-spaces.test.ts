import { describe, expect, test } from "vitest";
import type { HrPolicyRecord } from "../../src/model/extraction.ts";
import { applyRepairs } from "../../src/repair/apply-repairs.ts";
import { repairReport } from "../../src/repair/repair-report.ts";
import { loadExpectedReport } from "../support/expected-report.ts";
import { dictionaries } from "./support/dictionaries.ts";
import { reportOf } from "./support/report-texts.ts";

/** A report's prose as another engine would have written it down. */
function asTranscript(texts: readonly Partial<Record<"target" | "result", string | null>>[]) {
  const report = reportOf(texts);
  return {
    ...report,
    records: report.records.map((record) => ({
      ...record,
      evidence: Object.fromEntries(
        Object.entries(record.evidence).map(([name, value]) => [
          name,
          { ...value, method: "transcript" as const },
        ]),
      ),
    })),
  };
}

const repaired = (...results: readonly string[]): readonly HrPolicyRecord[] =>
  repairReport(asTranscript(results.map((result) => ({ result }))), dictionaries).records;

describe("in a transcript a space that stands for a wrapped line is taken out", () => {
  test.each([
    ["behind a word that ends no phrase", "เป็นแนวทางในการ ประพฤติตน", "เป็นแนวทางในการประพฤติตน"],
    ["inside a set phrase", "แผนประจำปี งบประมาณ", "แผนประจำปีงบประมาณ"],
  ])("%s", (_, read, printed) => {
    const [record] = repaired(read);
    expect(record?.result).toBe(printed);
    const { observed, repairs } = record!.evidence["result"]!;
    expect(observed).toBe(read);
    expect(applyRepairs(observed!, repairs)).toBe(printed);
  });

  test("between words that the document mostly writes without one", () => {
    const [spaced, joined] = ["ซ่อมบำรุง เครื่องจักรกล", "ซ่อมบำรุงเครื่องจักรกล"];
    expect(repaired(spaced, joined, joined)[0]?.result).toBe(joined);
    expect(repaired(spaced, joined)[0]?.result).toBe(spaced);
  });
});

test.each([
  ["before a number of a letter", "แจ้งเวียนตามหนังสือ ที่ มท ๐๘๐๙.๒/ว ๑๘๓"],
  ["behind words that print sets one behind", "ของ องค์การบริหารส่วนตำบล ณ โรงแรม และ บุคลากร"],
  ["at a paragraph's end", "เป็นแนวทางในการ\nประพฤติตน"],
])("a space stays %s", (_, text) => {
  expect(repaired(text)[0]?.result).toBe(text);
});

test("on a scan every space was printed", () => {
  const text = "เป็นแนวทางในการ ประพฤติตน";
  expect(repairReport(reportOf([{ result: text }]), dictionaries).records[0]?.result).toBe(text);
});

test.each(["phaising-2566", "thalo-2566"] as const)("no printed space of %s goes", (name) => {
  const texts = loadExpectedReport(name).records.map(({ target, result }) => ({ target, result }));
  const { records } = repairReport(asTranscript(texts), dictionaries);
  const rules = records.flatMap(({ evidence }) => Object.values(evidence).flatMap(({ repairs }) => repairs));
  expect(rules.filter(({ rule }) => rule === "join:wrap")).toEqual([]);
});
