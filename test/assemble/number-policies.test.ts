import { describe, expect, it } from "vitest";
import { joinActivities } from "../../src/assemble/join-activities.ts";
import { numberPolicies } from "../../src/assemble/number-policies.ts";
import { classifyRows } from "../../src/form/classify-rows.ts";
import { findColumns } from "../../src/form/find-columns.ts";
import { buildTable } from "../support/build-page.ts";
import { activityRow, formTable, headingRow } from "../support/form-pages.ts";
import { PLAIN_WORDING } from "../support/form-wording.ts";

/** Policy number and activity numbers for policies whose activities show these texts in the number column. */
function numbersOf(
  knowsDigits: boolean,
  ...policies: readonly (readonly string[])[]
): [number | null, (number | null)[]][] {
  const rows = policies.flatMap((texts, index) => [
    headingRow(`${index + 1}. นโยบายของสำนักงานเรื่องที่${"กขคงจ"[index] ?? ""}`),
    ...texts.map((text) => activityRow(text, "แผน")),
  ]);
  const tables = findColumns([{ pageNumber: 1, table: buildTable(formTable(rows)) }], PLAIN_WORDING);
  const joined = joinActivities(classifyRows(tables, PLAIN_WORDING), []).value;
  return numberPolicies(joined, () => ({ method: "ocr", knowsDigits })).map(
    ({ policyNumber, activityNumbers }) => [policyNumber.value, activityNumbers.map(({ value }) => value)],
  );
}

describe("numberPolicies", () => {
  it("takes the printed numbers", () => {
    expect(numbersOf(true, ["๑", "๒"], ["๑"])).toEqual([
      [1, [1, 2]],
      [2, [1]],
    ]);
    expect(numbersOf(true, ["๑", "๒"], ["๓", "'"])).toEqual([
      [1, [1, 2]],
      [2, [3, 4]],
    ]);
  });

  it("begins anew under each policy where first numbers look like a 1", () => {
    expect(numbersOf(false, ["@๑", "๒"], ["'"], ["@๑", "ฒ"])).toEqual([
      [1, [1, 2]],
      [2, [1]],
      [3, [1, 2]],
    ]);
  });

  it("counts on through the report where first numbers look like anything else", () => {
    expect(numbersOf(false, ["๑", "๒", "๓"], ["๕"], ["๕", "'"])).toEqual([
      [1, [1, 2, 3]],
      [2, [4]],
      [3, [5, 6]],
    ]);
  });
});
