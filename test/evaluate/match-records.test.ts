import { describe, expect, it } from "vitest";
import { matchRecords } from "../../src/evaluate/match-records.ts";
import { POLICIES, sampleRecord } from "./sample-records.ts";

const [first, second, third] = POLICIES as [(typeof POLICIES)[0], (typeof POLICIES)[0], (typeof POLICIES)[0]];

describe("matchRecords", () => {
  it("takes one misread number for what it is", () => {
    const match = matchRecords(POLICIES, [first, { ...second, policyNumber: 3 }, third]);
    expect(match).toMatchObject({ missing: [], doubled: [], extra: [] });
    expect(match.pairs).toHaveLength(3);
  });
  it("matches by text where every number is unreadable", () => {
    const found = POLICIES.map((record) => ({ ...record, policyNumber: null, activityNumber: null }));
    expect(matchRecords(POLICIES, found).missing).toEqual([]);
  });
  it("matches by numbers where the text is lost", () => {
    const empty = { policyTitle: null, activityName: null, target: null, result: null, issues: null };
    expect(matchRecords(POLICIES, [first, { ...second, ...empty }, third]).missing).toEqual([]);
  });
  it("names the missing record, not the one after it", () => {
    const match = matchRecords(POLICIES, [first, third]);
    expect(match.missing).toEqual([1]);
    expect(match.pairs).toEqual([
      { expected: 0, found: 0 },
      { expected: 2, found: 1 },
    ]);
  });
  it("tells a doubled activity from one that the report does not have", () => {
    const stranger = sampleRecord({
      policyNumber: 9,
      activityNumber: 7,
      policyTitle: null,
      activityName: "รวมทั้งสิ้น",
      target: null,
      result: null,
    });
    const match = matchRecords(POLICIES, [first, first, second, stranger, third]);
    expect(match).toMatchObject({ missing: [], doubled: [1], extra: [3] });
  });
  it("does not pair a record with another one because one number is equal", () => {
    const match = matchRecords([second], [{ ...first, activityNumber: second.activityNumber }]);
    expect(match).toMatchObject({ missing: [0], extra: [0] });
  });
});
