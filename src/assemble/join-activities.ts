import type { FormRow } from "../model/form.ts";
import { remark } from "../model/remark.ts";
import type { Remark, Remarked } from "../model/remark.ts";
import { rowText } from "./row-text.ts";

/** The rows of one activity: the one it begins in and its continuations. */
export interface ActivityRows {
  readonly rows: readonly FormRow[];
  /** Whether pages are missing between this activity and the one before it, so that the order tells no number. */
  readonly isAfterGap: boolean;
  /** Whether a page is missing beside one of its rows, so that something of it may be lost. */
  readonly isBesideGap: boolean;
}

/** A policy with its activities, in reading order. */
export interface PolicyRows {
  /** The heading and its repetitions; empty where activities stand under none. */
  readonly headings: readonly FormRow[];
  readonly activities: readonly ActivityRows[];
  readonly isAfterGap: boolean;
}

type Open<T> = { -readonly [Key in keyof T]: T[Key] };
interface OpenPolicy {
  readonly headings: FormRow[];
  readonly activities: (Open<ActivityRows> & { readonly rows: FormRow[] })[];
  readonly isAfterGap: boolean;
}

/**
 * Joins classified rows, in reading order, into policies and their activities, each activity once.
 *
 * Nothing of a row gets lost: what belongs to no activity (totals, stray rows, headings without an activity) is
 * remarked with its text. `missingPages` are the numbers of pages that could not be read.
 */
export function joinActivities(
  rows: readonly FormRow[],
  missingPages: readonly number[],
): Remarked<PolicyRows[]> {
  const policies: OpenPolicy[] = [];
  const remarks: Remark[] = [];
  const missing = missingPages.toSorted((a, b) => a - b);
  let previousPage = 0;
  let isAfterGap = false;
  for (const row of rows) {
    const policy = policies.at(-1);
    const activity = policy?.activities.at(-1);
    // Rows go on within a page nearly always: only where they do not, the pages in between are looked for.
    if (row.pageNumber > previousPage && isAnyBetween(missing, previousPage, row.pageNumber)) {
      isAfterGap = true;
      if (activity !== undefined) activity.isBesideGap = true;
    }
    previousPage = row.pageNumber;
    switch (row.kind) {
      case "policy":
        if (row.heading !== null && row.heading.tail !== "") {
          const message = `Left out of the policy's title, far behind it: ${row.heading.tail}`;
          remarks.push(remark("heading-tail", "info", message, { box: row.box }));
        }
        if (row.heading?.isRepeated === true && policy !== undefined) {
          remarks.push(...remarkOtherWording(row, policy.headings[0]));
          policy.headings.push(row);
        } else {
          policies.push({ headings: [row], activities: [], isAfterGap });
          isAfterGap = false;
        }
        break;
      case "activity":
        if (policy === undefined) policies.push({ headings: [], activities: [], isAfterGap });
        policies.at(-1)?.activities.push({ rows: [row], isAfterGap, isBesideGap: false });
        isAfterGap = false;
        break;
      case "continuation":
        activity?.rows.push(row);
        break;
      case "total":
        remarks.push(remark("total-row", "info", `A total, no activity: ${rowText(row)}`, { box: row.box }));
        break;
      case "stray":
        remarks.push(
          remark("stray-row", "warning", `A row that belongs to no activity: ${rowText(row)}`, {
            box: row.box,
          }),
        );
        break;
      case "header":
      case "empty":
        break;
    }
  }
  for (const { headings, activities } of policies) {
    const [heading] = headings;
    if (activities.length > 0 || heading === undefined) continue;
    const message = `No activity stands under this heading: ${heading.heading?.text ?? ""}`;
    remarks.push(remark("policy-without-activity", "warning", message, { box: heading.box }));
  }
  return { value: policies.filter((policy) => policy.activities.length > 0), remarks };
}

/** Whether one of numbers, given in their order, lies between two others. */
function isAnyBetween(ordered: readonly number[], above: number, below: number): boolean {
  let [low, high] = [0, ordered.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ordered[middle]! <= above) low = middle + 1;
    else high = middle;
  }
  return low < ordered.length && ordered[low]! < below;
}

/** A repeated heading that reads otherwise: nobody knows which reading is right, so both are kept. */
function remarkOtherWording(row: FormRow, first: FormRow | undefined): Remark[] {
  const [heading, inForce] = [row.heading, first?.heading];
  if (heading === null || heading.known !== null || heading.title === inForce?.title) return [];
  const message = `Taken for the heading ${JSON.stringify(inForce?.title ?? "")}, repeated: ${heading.title}`;
  return [remark("heading-reads-otherwise", "info", message, { box: row.box })];
}
