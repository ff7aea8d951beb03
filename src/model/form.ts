import type { PointBox } from "./box.ts";
import type { ReadCell } from "./reading.ts";

/** What a column of the HR policy report can hold, in the order in which all offices print them. */
export const COLUMN_ROLES = [
  "sequence",
  "activity",
  "target",
  "result",
  "budgetAllocated",
  "budgetDisbursed",
  "followedPolicy",
  "deviatedFromPolicy",
  "completed",
  "issues",
] as const;

export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** A column of one table on one page; `left` and `right` in points. */
export interface FormColumn {
  readonly index: number;
  /** Null where neither the heading nor the place tells what the column holds. */
  readonly role: ColumnRole | null;
  /** Whether the role follows from the order of the columns, its heading being unknown. */
  readonly isByOrder: boolean;
  /** Heading texts from the top level down; empty where the page prints none. */
  readonly headings: readonly string[];
  readonly left: number;
  readonly right: number;
}

/** What a cell holds for someone who looks at it: `unread` is ink that gave no text. */
export type CellContent = "empty" | "dash" | "mark" | "text" | "unread";

/** A cell and what the columns that it covers hold. */
export interface FormCell {
  /** The role of the first covered column that has one. */
  readonly role: ColumnRole | null;
  /** All covered roles, from left to right; several where a rule is missing or a cell spans columns. */
  readonly roles: readonly ColumnRole[];
  readonly content: CellContent;
  readonly cell: ReadCell;
}

export type RowKind = "header" | "policy" | "activity" | "continuation" | "total" | "stray" | "empty";

/** A wording of the dictionary that a heading was recognized as. */
export interface KnownHeading {
  readonly title: string;
  /** The policy that the wording is one of. */
  readonly id: string;
  readonly score: number;
}

/** A policy heading taken apart. */
export interface PolicyHeading {
  /** As read: number, title, `(ต่อ)`. */
  readonly text: string;
  /** The number as printed at its beginning, null where none was read. */
  readonly numberText: string | null;
  /** Without number and `(ต่อ)`, as read. */
  readonly title: string;
  /** Whether it ends in `(ต่อ)`. */
  readonly isContinuation: boolean;
  readonly known: KnownHeading | null;
  /** What was read far behind the title: most likely dirt. */
  readonly tail: string;
  /** Whether it only repeats the heading in force, with `(ต่อ)` or without. */
  readonly isRepeated: boolean;
}

/** One row of a table of the form, classified. */
export interface FormRow {
  readonly kind: RowKind;
  readonly pageNumber: number;
  readonly box: PointBox;
  readonly cells: readonly FormCell[];
  /** Whether one of its cells was divided at a border whose rule had not been found. */
  readonly isDivided: boolean;
  /** For a policy row. */
  readonly heading: PolicyHeading | null;
  /**
   * For a continuation: how it hangs on to the row before. `wrapped` where the page's end cut the row, so that text
   * may go on in the middle of a line; `split` where a heading or a rule stands between, set by the author.
   */
  readonly joint: "wrapped" | "split" | null;
}
