import type { Evidence } from "../model/evidence.ts";
import type { ExtractionDocument, HrPolicyRecord } from "../model/extraction.ts";
import type { Remark } from "../model/remark.ts";
import { applyRepairs } from "../repair/apply-repairs.ts";
import { explainRule } from "./explain-rule.ts";
import { showChange } from "./show-change.ts";

/** Other wordings that a field's reading was compared with, best first; empty where there were none. */
export type Considered = (
  field: string,
  evidence: Evidence,
) => readonly { readonly text: string; readonly score: number }[];

/** A record's fields that are asked for, with their evidence; null for all. */
export function explainRecord(
  record: HrPolicyRecord,
  onlyField: string | null,
  considered: Considered,
): string[] {
  const fields = Object.keys(record.evidence).filter((field) => onlyField === null || field === onlyField);
  const values: Readonly<Record<string, unknown>> = { ...record };
  const head = [
    `Record ${record.recordId}: policy ${record.policyNumber ?? "?"}, activity ${record.activityNumber ?? "?"}, ` +
      `page${record.pageNumbers.length === 1 ? "" : "s"} ${record.pageNumbers.join(", ")}, ${record.status} ` +
      `(confidence ${percent(record.confidence)})`,
  ];
  const others = record.remarks.filter((remark) => remark.field === null || !fields.includes(remark.field));
  return [
    ...head,
    ...fields.flatMap((field) => [
      "",
      ...explainField(field, values[field], record.evidence[field]!, record.remarks, considered),
    ]),
    ...(onlyField === null && others.length > 0
      ? ["", "The record as a whole", ...others.map(showRemark)]
      : []),
  ];
}

/** What cover, title and text say of the office and the year, and how they were understood. */
export function explainOffice(
  document: ExtractionDocument,
  onlyField: string | null,
  considered: Considered,
): string[] {
  const { organization, evidence } = document;
  const valueOf: Readonly<Record<string, unknown>> = {
    title: document.title,
    fiscalYearBE: document.fiscalYearBE,
    ...Object.fromEntries(
      Object.entries(organization).map(([name, value]) => [`organization.${name}`, value]),
    ),
  };
  const fields = Object.keys(evidence).filter(
    (field) => onlyField === null || field === onlyField || field === `organization.${onlyField}`,
  );
  const others = document.remarks.filter((remark) => remark.field === null || !fields.includes(remark.field));
  return [
    `Document on pages ${document.pageNumbers.join(", ")} (${document.reportKind})`,
    `  codes: sub-district ${organization.subdistrictCode ?? "-"}, district ${organization.districtCode ?? "-"}, ` +
      `province ${organization.provinceCode ?? "-"}`,
    ...fields.flatMap((field) => [
      "",
      ...explainField(field, valueOf[field], evidence[field]!, document.remarks, considered),
    ]),
    ...(onlyField === null && others.length > 0
      ? ["", "The document as a whole", ...others.map(showRemark)]
      : []),
  ];
}

/** One line for each record that anything was changed, suggested or remarked in. */
export function listRepairs(document: ExtractionDocument): string[] {
  const lines = (document.records as readonly HrPolicyRecord[]).flatMap((record) => {
    const repairs = Object.values(record.evidence).flatMap((evidence) => evidence.repairs);
    const applied = repairs.filter((repair) => repair.applied).length;
    const counts = [
      count(applied, "repair"),
      count(repairs.length - applied, "suggestion"),
      count(record.remarks.length, "remark"),
    ].filter((text) => text !== "");
    const id = record.recordId.split("-").slice(1).join("-");
    return counts.length === 0 ? [] : [`  ${id.padEnd(9)} ${record.status.padEnd(7)} ${counts.join(", ")}`];
  });
  const none = document.records.length - lines.length;
  return [
    ...lines,
    ...(none > 0
      ? [`  ${none} of ${document.records.length} records stand as they were read, without remarks`]
      : []),
  ];
}

function explainField(
  field: string,
  value: unknown,
  evidence: Evidence,
  remarks: readonly Remark[],
  considered: Considered,
): string[] {
  const { observed, repairs } = evidence;
  const text = shown(value);
  const own = remarks.filter((remark) => remark.field === field);
  const isChanged = observed !== null && observed !== text;
  return [
    `${field} (confidence ${percent(evidence.confidence)}, by ${evidence.method}, ${placesOf(evidence)})`,
    ...paragraphLines("is", text),
    ...(isChanged ? paragraphLines("as read", observed) : []),
    ...(observed === null && value !== null
      ? ["  as read     nothing: it follows from the other evidence"]
      : []),
    ...showRepairs(observed ?? "", repairs),
    ...considered(field, evidence).map(
      ({ text: other, score }, index) =>
        `  ${(index === 0 ? "considered" : "").padEnd(11)} ${percent(score)} ${other}`,
    ),
    ...own.map(showRemark),
  ];
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return "nothing";
  return typeof value === "string" ? value : JSON.stringify(value);
}

function showRepairs(observed: string, repairs: Evidence["repairs"]): string[] {
  return repairs.flatMap((repair, index) => {
    const before = textBefore(observed, repairs.slice(0, index));
    const label = (repair.applied ? "repaired" : "suggested").padEnd(11);
    return [
      `  ${label} ${showChange(before, repair)}`,
      `  ${"".padEnd(11)} ${repair.rule}, ${percent(repair.score)} sure: ${explainRule(repair.rule)}`,
    ];
  });
}

/** A list of repairs that belongs to another text shows the change without its surroundings. */
function textBefore(observed: string, earlier: Evidence["repairs"]): string {
  try {
    return applyRepairs(observed, earlier);
  } catch (error) {
    if (error instanceof RangeError) return observed;
    throw error;
  }
}

function paragraphLines(label: string, text: string): string[] {
  return text.split("\n").map((line, index) => `  ${(index === 0 ? label : "").padEnd(11)} ${line}`);
}

function showRemark({ code, severity, message }: Remark): string {
  return `  ${(severity === "info" ? "remark" : severity).padEnd(11)} ${message} [${code}]`;
}

function placesOf(evidence: Evidence & { readonly transcriptLines?: unknown }): string {
  const lines = asLines(evidence.transcriptLines);
  if (lines.length > 0) return `line${lines.length === 1 ? "" : "s"} ${lines.join(", ")} of the transcript`;
  if (evidence.boxes.length === 0) return "no place";
  return evidence.boxes
    .map(
      ({ pageNumber, left, top, width, height }) =>
        `page ${pageNumber} at ${Math.round(left)},${Math.round(top)} (${Math.round(width)} × ${Math.round(height)} pt)`,
    )
    .join("; ");
}

function asLines(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly { first: number; last: number }[]).map(({ first, last }) =>
    first === last ? `${first}` : `${first}-${last}`,
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share > 0.99 && share < 1 ? 1 : 0)} %`;
}

function count(number: number, noun: string): string {
  return number === 0 ? "" : `${number} ${noun}${number === 1 ? "" : "s"}`;
}
