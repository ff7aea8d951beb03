import { describe, expect, it } from "vitest";
import { remarkOddDates } from "../../src/assemble/remark-odd-dates.ts";
import { findDates } from "../../src/normalize/find-dates.ts";
import { loadExpectedReport } from "../support/expected-report.ts";

function codesFor(text: string): string[] {
  const mentions = findDates(text).value.map((date) => ({ ...date, field: "result" }));
  return remarkOddDates("result", text, mentions).map(({ code }) => code);
}

describe("remarkOddDates", () => {
  it("remarks a year with a digit too many and periods that overlap", () => {
    expect(codesFor("ประจำปีงบประมาณ ๒๕๖๔- ๒๕๖๖๒ จัดส่งบุคลากร")).toEqual(["year-unlikely"]);
    expect(codesFor("รอบที่ ๑ (๑ ต.ค. ๖๕ - ๓๑ มี.ค. ๖๖) รอบที่ ๒ (๑ มี.ค.๖๖-๓๐ ก.ย.๖๖)")).toEqual([
      "periods-overlap",
    ]);
  });

  it("remarks nothing in the texts of reports that are right, nor amounts and numbers of five digits", () => {
    for (const name of ["phaising-2566", "thalo-2566"] as const) {
      for (const record of loadExpectedReport(name).records) {
        for (const field of ["target", "result", "issues"] as const) {
          expect(codesFor(record[field] ?? "")).toEqual([]);
        }
      }
    }
    expect(codesFor("จำนวน ๒๕,๖๖๒ บาท เลขที่ นว ๗๓๙๐๑/๒๕๖๖ รหัส 250600 ระหว่างปี ๒๕๖๔-๒๕๖๖")).toEqual([]);
  });
});
