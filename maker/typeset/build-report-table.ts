import type { ColumnRole, HeaderNode } from "../content/column-plan.ts";
import type { Report, ReportActivity } from "../content/draw-report.ts";
import { toThaiDigits } from "../content/thai-numerals.ts";
import type { TableDesign } from "./table-design.ts";
import type { TableCell, TableModel, TableRow } from "./table-model.ts";

interface Leaf {
  readonly role: ColumnRole;
  readonly widthShare: number;
}

/** The columns under headings, from left to right. */
export function listLeaves(nodes: readonly HeaderNode[]): Leaf[] {
  return nodes.flatMap((node) => ("role" in node ? [node] : listLeaves(node.children)));
}

function depthOf(nodes: readonly HeaderNode[]): number {
  return Math.max(...nodes.map((node) => ("role" in node ? 1 : 1 + depthOf(node.children))));
}

/** Heading cells level by level: a heading without children reaches down to the last level. */
export function buildHeaderRows(nodes: readonly HeaderNode[], bold: boolean): TableCell[][] {
  const depth = depthOf(nodes);
  const rows: TableCell[][] = Array.from({ length: depth }, () => []);
  function put(level: number, column: number, siblings: readonly HeaderNode[]): number {
    let next = column;
    for (const node of siblings) {
      const isLeaf = "role" in node;
      const columnSpan = isLeaf ? 1 : listLeaves([node]).length;
      rows[level]!.push({
        column: next,
        columnSpan,
        rowSpan: isLeaf ? depth - level : 1,
        text: node.text,
        align: "center",
        bold,
        underline: false,
        verticalAlign: "middle",
      });
      if (!isLeaf) put(level + 1, next, node.children);
      next += columnSpan;
    }
    return next;
  }
  put(0, 0, nodes);
  return rows;
}

/** What is printed in the column of a role. */
function printCell(role: ColumnRole, activity: ReportActivity, report: Report): string {
  const digits = report.digits === "thai" ? toThaiDigits : (text: string): string => text;
  const mark = (isSet: boolean): string => (isSet ? report.markCharacter : "");
  switch (role) {
    case "number":
      return digits(String(activity.number));
    case "activity":
      return activity.name.text;
    case "target":
      return activity.target?.text ?? report.nothing;
    case "result":
      return activity.result.text;
    case "allocated":
      return digits(activity.allocated.print);
    case "disbursed":
      return digits(activity.disbursed.print);
    case "followed":
      return mark(activity.followed);
    case "deviated":
      return mark(activity.deviated);
    case "completed":
      return mark(activity.completed);
    case "issues":
      return activity.issues?.text ?? report.nothing;
    case "advice":
      return activity.advice?.text ?? report.nothing;
    case "other":
      return activity.other;
    default:
      throw new Error(`No column role of this name: ${String(role satisfies never)}`);
  }
}

function alignOf(role: ColumnRole, design: TableDesign): TableCell["align"] {
  if (role === "allocated" || role === "disbursed") return design.moneyAlign;
  return ["number", "followed", "deviated", "completed"].includes(role) ? "center" : "left";
}

const plain = { columnSpan: 1, rowSpan: 1, bold: false, underline: false, verticalAlign: "top" } as const;

function buildTotalRow(report: Report, leaves: readonly Leaf[], design: TableDesign): TableRow[] {
  const total = report.total;
  if (total === null) return [];
  const digits = report.digits === "thai" ? toThaiDigits : (text: string): string => text;
  const first = leaves.findIndex((leaf) => leaf.role === "allocated");
  const label: TableCell = {
    ...plain,
    column: 0,
    columnSpan: first,
    text: total.text,
    align: "center",
    bold: true,
  };
  const rest = leaves.slice(first).map((leaf, index): TableCell => {
    const sums = { allocated: total.allocated.print, disbursed: total.disbursed.print };
    const text = leaf.role === "allocated" || leaf.role === "disbursed" ? digits(sums[leaf.role]) : "";
    const align = alignOf(leaf.role, design);
    return {
      column: first + index,
      columnSpan: 1,
      rowSpan: 1,
      text,
      align,
      bold: true,
      underline: false,
      verticalAlign: "top",
    };
  });
  return [{ kind: "total", index: -1, cells: [label, ...rest] }];
}

/** The report as one long table: heading rows over all columns, a row for each activity, perhaps a row of sums. */
export function buildReportTable(report: Report, design: TableDesign, widthPt: number): TableModel {
  const leaves = listLeaves(report.header);
  const shares = leaves.reduce((sum, leaf) => sum + leaf.widthShare, 0);
  let recordIndex = 0;
  const rows = report.policies.flatMap((policy, policyIndex): TableRow[] => {
    const number = report.digits === "thai" ? toThaiDigits(String(policy.number)) : String(policy.number);
    const heading: TableCell = {
      ...plain,
      column: 0,
      columnSpan: leaves.length,
      text: report.policyPrefix.replace("#", number) + policy.title,
      align: "left",
      bold: design.headingIsBold,
      underline: design.headingIsUnderlined,
    };
    return [
      { kind: "heading", index: policyIndex, cells: [heading] },
      ...policy.activities.map((activity): TableRow => {
        const index = recordIndex;
        recordIndex += 1;
        const cells = leaves.map((leaf, column): TableCell => {
          const text = printCell(leaf.role, activity, report);
          const align = alignOf(leaf.role, design);
          return {
            column,
            columnSpan: 1,
            rowSpan: 1,
            text,
            align,
            bold: false,
            underline: false,
            verticalAlign: "top",
          };
        });
        return { kind: "body", index, cells };
      }),
    ];
  });
  return {
    columnWidths: leaves.map((leaf) => (leaf.widthShare / shares) * widthPt),
    headerRows: buildHeaderRows(report.header, design.headerIsBold),
    rows: [...rows, ...buildTotalRow(report, leaves, design)],
  };
}
