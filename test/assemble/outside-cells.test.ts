import { expect, test } from "vitest";
import { printOutsideCells, remarkOutsideCells } from "../../src/assemble/outside-cells.ts";
import type { PointBox } from "../../src/model/box.ts";
import type { FormRow } from "../../src/model/form.ts";
import { remark } from "../../src/model/remark.ts";
import type { ReadPage } from "../../src/model/reading.ts";

const boxAt = (pageNumber: number, top: number, left = 700): PointBox => ({
  pageNumber,
  left,
  top,
  width: 60,
  height: 12,
});
const row = (pageNumber: number, top: number, height: number): FormRow =>
  ({ pageNumber, box: { ...boxAt(pageNumber, top, 40), width: 600, height } }) as FormRow;

test("print at the height of a row, in none of its cells, is a warning of its record", () => {
  const outside = [boxAt(2, 130)];
  expect(remarkOutsideCells([row(2, 100, 50)], outside)).toMatchObject([
    { code: "text-outside-cells", severity: "warning", pageNumber: 2, box: { top: 130 } },
  ]);
  expect(remarkOutsideCells([row(1, 100, 50), row(2, 40, 100)], outside)).toHaveLength(1);
});

test("print of another page, above or below, is not", () => {
  expect(remarkOutsideCells([row(1, 100, 50), row(2, 150, 50), row(2, 60, 70)], [boxAt(2, 130)])).toEqual([]);
  expect(remarkOutsideCells([row(2, 100, 50)], [])).toEqual([]);
});

test("it is known from the remarks of the pages", () => {
  const page = (pageNumber: number): ReadPage => ({
    pageNumber,
    widthPt: 842,
    heightPt: 595,
    kind: "table",
    method: "ocr",
    tables: [],
    lines: [],
    remarks: [
      remark("text-outside-cells", "warning", "Print.", { box: boxAt(pageNumber, 130) }),
      remark("stamp", "info", "A stamp.", { box: boxAt(pageNumber, 90) }),
    ],
  });
  expect(printOutsideCells([page(2), page(3)])).toEqual([boxAt(2, 130), boxAt(3, 130)]);
});
