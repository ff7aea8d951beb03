import type { PointBox } from "../model/box.ts";
import type { FormRow } from "../model/form.ts";
import type { ReadPage } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";

/** Print of the pages that stands at the height of a table, and in none of its cells. */
export function printOutsideCells(pages: readonly ReadPage[]): readonly PointBox[] {
  return pages.flatMap(({ remarks }) =>
    remarks.flatMap(({ code, box }) => (code === "text-outside-cells" && box !== null ? [box] : [])),
  );
}

/** A warning where such print stands at the height of an activity's rows: a part of their text may be missing. */
export function remarkOutsideCells(rows: readonly FormRow[], outside: readonly PointBox[]): Remark[] {
  if (outside.length === 0) return [];
  const rowsOf = Map.groupBy(rows, (row) => row.pageNumber);
  const isAtRow = (box: PointBox): boolean =>
    (rowsOf.get(box.pageNumber) ?? []).some((row) => {
      const middle = box.top + box.height / 2;
      return middle >= row.box.top && middle < row.box.top + row.box.height;
    });
  const box = outside.find(isAtRow);
  if (box === undefined) return [];
  const message =
    "Print stands at the height of this row in none of its cells: some of its text may be missing.";
  return [remark("text-outside-cells", "warning", message, { box })];
}
