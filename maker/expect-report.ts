import type { ColumnRole, HeaderNode } from "./content/column-plan.ts";
import type { Organization } from "./content/draw-office.ts";
import type { Report, ReportActivity } from "./content/draw-report.ts";
import type { Phrase } from "./content/phrase.ts";

/** What must come out of a made report: the contract's document with its values, without evidence and confidence. */
export interface ExpectedDocument {
  readonly reportKind: "hr-policy-report";
  readonly title: string;
  readonly organization: Organization;
  readonly fiscalYearBE: number;
  readonly records: readonly ExpectedRecord[];
}

export interface ExpectedRecord {
  readonly policyNumber: number;
  readonly policyTitle: string;
  readonly activityNumber: number;
  readonly activityName: string;
  readonly target: string | null;
  readonly result: string | null;
  readonly issues: string | null;
  readonly budgetAllocatedBaht: number | null;
  readonly budgetDisbursedBaht: number | null;
  readonly followedPolicy: boolean | null;
  readonly deviatedFromPolicy: boolean | null;
  readonly completed: boolean | null;
  readonly dates: readonly { field: string; text: string; iso: string; isoEnd: string | null }[];
  readonly pageNumbers: readonly number[];
}

function listRoles(nodes: readonly HeaderNode[]): ColumnRole[] {
  return nodes.flatMap((node) => ("role" in node ? [node.role] : listRoles(node.children)));
}

/** Problems and the advice of a column beside them are one field, a paragraph each. */
function joinIssues(activity: ReportActivity): string | null {
  const parts = [activity.issues, activity.advice].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.map((part) => part.text).join("\n");
}

function listDates(activity: ReportActivity): ExpectedRecord["dates"] {
  const fields: readonly (readonly [string, Phrase | null])[] = [
    ["activityName", activity.name],
    ["target", activity.target],
    ["result", activity.result],
    ["issues", activity.issues],
    ["issues", activity.advice],
  ];
  return fields.flatMap(([field, phrase]) =>
    (phrase?.dates ?? []).map(({ text, iso, isoEnd }) => ({ field, text, iso, isoEnd })),
  );
}

/** The expected document of a report; `recordPages` as laid out, `firstPage` where its cover is not page 1 of the file. */
export function expectReport(
  report: Report,
  recordPages: readonly (readonly number[])[],
  firstPage = 1,
): ExpectedDocument {
  const hasMarks = listRoles(report.header).includes("followed");
  let recordIndex = 0;
  const records = report.policies.flatMap((policy) =>
    policy.activities.map((activity): ExpectedRecord => {
      const pages = recordPages[recordIndex] ?? [];
      recordIndex += 1;
      return {
        policyNumber: policy.number,
        policyTitle: policy.title,
        activityNumber: activity.number,
        activityName: activity.name.text,
        target: activity.target?.text ?? null,
        result: activity.result.text,
        issues: joinIssues(activity),
        budgetAllocatedBaht: activity.allocated.baht,
        budgetDisbursedBaht: activity.disbursed.baht,
        followedPolicy: hasMarks ? activity.followed : null,
        deviatedFromPolicy: hasMarks ? activity.deviated : null,
        completed: hasMarks ? activity.completed : null,
        dates: listDates(activity),
        pageNumbers: pages.map((page) => page + firstPage - 1),
      };
    }),
  );
  return {
    reportKind: "hr-policy-report",
    title: report.titleLines.join(" "),
    organization: report.office.organization,
    fiscalYearBE: report.fiscalYearBE,
    records,
  };
}
