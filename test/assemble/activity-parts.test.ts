import { expect, test } from "vitest";
import { remarkLeftovers } from "../../src/assemble/activity-parts.ts";
import type { ColumnRole, FormRow } from "../../src/model/form.ts";
import { buildTable } from "../support/build-page.ts";

const emptyCell = buildTable({ widths: [100], rows: [[""]] }).cells[0]!;

function rowWithHidden(role: ColumnRole | null): FormRow {
  const cell = { ...emptyCell, isHidden: true as const };
  return {
    kind: "activity",
    pageNumber: 1,
    box: cell.box,
    cells: [{ role, roles: role === null ? [] : [role], content: "empty", cell }],
    isDivided: false,
    heading: null,
    joint: null,
  };
}

test("an empty cell under a stamp is for a person to look at, by the name of its field", () => {
  expect(remarkLeftovers([rowWithHidden("budgetAllocated")])).toMatchObject([
    { code: "cell-under-stamp", severity: "warning", field: "budgetAllocatedBaht", box: emptyCell.box },
  ]);
});

test("the number column of a row that goes on, and columns that are not understood, hide nothing", () => {
  expect(remarkLeftovers([rowWithHidden("issues"), rowWithHidden("sequence")])).toHaveLength(1);
  expect(remarkLeftovers([rowWithHidden(null)])).toEqual([]);
});
