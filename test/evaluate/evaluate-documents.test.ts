import { describe, expect, it } from "vitest";
import { evaluateDocuments } from "../../src/evaluate/evaluate-documents.ts";
import { MEASURES } from "../../src/evaluate/evaluation.ts";
import type { Tally } from "../../src/evaluate/tally.ts";
import type { JudgedRecord } from "../../src/evaluate/truth.ts";
import { POLICIES, sampleDocument, sampleRecord } from "./sample-records.ts";

const truth = [sampleDocument(POLICIES)];

function measuresOf(records: readonly JudgedRecord[]): Record<string, Tally> {
  return evaluateDocuments(truth, [sampleDocument(records)]).measures;
}

function withFirst(overrides: Partial<JudgedRecord>): readonly JudgedRecord[] {
  return [sampleRecord(overrides), ...POLICIES.slice(1)];
}

describe("evaluateDocuments", () => {
  it("finds a truth right in every measure against itself", () => {
    const measures = evaluateDocuments(truth, truth).measures;
    for (const name of MEASURES) {
      const { count, of } = measures[name];
      const countsFaults = [
        "characterErrors",
        "titleErrors",
        "doubled",
        "extra",
        "extraDates",
        "silentErrors",
      ];
      expect({ name, count }).toEqual({ name, count: countsFaults.includes(name) ? 0 : of });
    }
    expect(measures.activities.of).toBe(3);
    expect(measures.marks.of).toBe(9);
    expect(measures.money.of).toBe(6);
    expect(measures.codes.of).toBe(5);
  });

  it("adds up character errors over the expected characters of all five fields", () => {
    const result = "ประกาศปรับปรุงแผน เมื่อวันที ๒๘ พ.ย.๖๕\nสำนักปลัด";
    const perfect = measuresOf(POLICIES)["characterErrors"]!;
    expect(measuresOf(withFirst({ result }))["characterErrors"]).toEqual({ count: 1, of: perfect.of });
    expect(measuresOf(withFirst({ result }))["exactFields"]).toEqual({ count: 14, of: 15 });
  });

  it("counts a missing record with all its characters and values", () => {
    const measures = measuresOf(POLICIES.slice(0, 2));
    expect(measures["activities"]).toEqual({ count: 2, of: 3 });
    expect(measures["marks"]).toEqual({ count: 6, of: 9 });
    expect(measures["exactFields"]).toEqual({ count: 10, of: 15 });
    const text = `${POLICIES[2]!.policyTitle}${POLICIES[2]!.activityName}${POLICIES[2]!.result}`;
    expect(measures["characterErrors"]!.count).toBe(Array.from(text).length);
  });

  it("calls a wrong amount silent only where the record is clean", () => {
    const wrong = { budgetDisbursedBaht: 22460 };
    expect(measuresOf(withFirst({ ...wrong, status: "clean" }))["silentErrors"]).toEqual({ count: 1, of: 6 });
    expect(measuresOf(withFirst({ ...wrong, status: "review" }))["silentErrors"]!.count).toBe(0);
    expect(measuresOf(withFirst({ ...wrong, status: "review" }))["money"]).toEqual({ count: 5, of: 6 });
    const unread = { budgetDisbursedBaht: null, status: "clean" as const };
    expect(measuresOf(withFirst(unread))["silentErrors"]).toEqual({ count: 0, of: 5 });
  });

  it("calls the amounts of a clean record too many silent errors as well", () => {
    const doubled = [POLICIES[0]!, sampleRecord({ status: "clean" }), ...POLICIES.slice(1)];
    const measures = measuresOf(doubled);
    expect(measures["silentErrors"]!.count).toBe(2);
    expect(measures["doubled"]!.count).toBe(1);
  });

  it("judges dates by field, both days and wording", () => {
    const dates = [
      { field: "result", text: "๒๘ พ.ย. ๖๕", iso: "2022-11-28", isoEnd: null },
      { field: "target", text: "๑ ธ.ค.๖๕", iso: "2022-12-01", isoEnd: null },
    ];
    const measures = measuresOf(withFirst({ dates }));
    expect(measures["dates"]).toEqual({ count: 1, of: 1 });
    expect(measures["extraDates"]!.count).toBe(1);
    const shifted = [{ ...dates[0]!, iso: "2023-11-28" }];
    expect(measuresOf(withFirst({ dates: shifted }))["dates"]!.count).toBe(0);
  });

  it("does not measure what the truth does not state", () => {
    const { issues: _issues, followedPolicy: _followed, dates: _dates, ...partial } = sampleRecord();
    const measures = evaluateDocuments(
      [sampleDocument([partial])],
      [sampleDocument([sampleRecord()])],
    ).measures;
    expect(measures.exactFields.of).toBe(4);
    expect(measures.marks.of).toBe(2);
    expect(measures.dates.of + measures.extraDates.of).toBe(0);
    expect(measures.rightRecords).toEqual({ count: 1, of: 1 });
  });

  it("measures what a confidence is worth", () => {
    const evidence = {
      target: { confidence: 0.95 },
      result: { confidence: 0.95 },
      activityName: { confidence: 0.5 },
      unknownField: { confidence: 1 },
    };
    const first = sampleRecord({ result: "อื่น", evidence, status: "review" });
    const measures = measuresOf([
      first,
      { ...POLICIES[1]!, status: "clean" },
      { ...POLICIES[2]!, status: "review" },
    ]);
    expect(measures["sureExact"]).toEqual({ count: 1, of: 2 });
    expect(measures["exactSure"]).toEqual({ count: 1, of: 2 });
    expect(measures["rightClean"]).toEqual({ count: 1, of: 2 });
    expect(measures["rightRecords"]).toEqual({ count: 2, of: 3 });
  });

  it("judges office, district, province and year of the document that holds the records", () => {
    const other = { ...sampleDocument([]), fiscalYearBE: 2560 };
    const found = { ...sampleDocument(POLICIES), fiscalYearBE: null };
    const measures = evaluateDocuments(truth, [other, found]).measures;
    expect(measures.years).toEqual({ count: 0, of: 1 });
    expect(measures.offices).toEqual({ count: 1, of: 1 });
  });

  it("lists what differs by place", () => {
    const { differences } = evaluateDocuments(truth, [sampleDocument(withFirst({ completed: true }))]);
    expect(differences).toEqual([{ place: "1.1 completed", expected: "false", found: "true" }]);
  });
});
