import type { Evidence } from "../model/evidence.ts";
import { greatest, least } from "../model/extremes.ts";
import { isHrPolicyDocument } from "../model/extraction.ts";
import type {
  ExtractedTable,
  ExtractionDocument,
  HrPolicyRecord,
  Organization,
} from "../model/extraction.ts";
import { remark } from "../model/remark.ts";

/** What the fields of a record that hold text are called; its numbers come from no dictionary. */
const TEXT_FIELDS = ["policyTitle", "activityName", "target", "result", "issues"] as const;
/** Says of a place that it was not read; without repair it is not there either. */
const DERIVED = /^(?:district|province)-derived$/u;

type TextField = (typeof TEXT_FIELDS)[number];

const MESSAGE =
  "Extracted without repair: texts stand as they were read, and the office has codes only where its name was read exactly.";

/**
 * Documents as they would be without any dictionary: every text is what was observed, and no repair is listed.
 *
 * Which column and which policy a text belongs to is still decided with dictionaries, since without that there would be
 * no records; numbers that follow from the order stay, as no dictionary has a part in them. The office's name, district and
 * province are as read, null where they only followed from one another, and have a code where the exact name has
 * one. A field that would have been repaired is as sure as its repair was unsure, and its record is for review.
 */
export function undoRepairs(documents: readonly ExtractionDocument[]): ExtractionDocument[] {
  return documents.map((document): ExtractionDocument => {
    const { title } = document.evidence;
    const shared = {
      title: title === undefined ? document.title : title.observed,
      organization: observedOrganization(document),
      evidence: withoutRepairs(document.evidence),
      tables: document.tables.map(observedTable),
      remarks: [
        remark("repair-off", "info", MESSAGE),
        ...document.remarks.filter(({ code }) => !DERIVED.test(code)),
      ],
    };
    return isHrPolicyDocument(document)
      ? { ...document, ...shared, records: document.records.map(observedRecord) }
      : { ...document, ...shared };
  });
}

function observedRecord(record: HrPolicyRecord): HrPolicyRecord {
  const evidence = Object.fromEntries(
    Object.entries(record.evidence).map(([name, value]) => [
      name,
      isTextField(name) ? withoutRepair(value) : value,
    ]),
  );
  const texts = Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, (record.evidence[field]?.observed ?? null) || null]),
  ) as Record<TextField, string | null>;
  const isChanged = TEXT_FIELDS.some((field) => texts[field] !== record[field]);
  return {
    ...record,
    ...texts,
    evidence,
    confidence: least(
      Object.values(evidence).map(({ confidence }) => confidence),
      record.confidence,
    ),
    status: isChanged ? "review" : record.status,
  };
}

function isTextField(name: string): name is TextField {
  return (TEXT_FIELDS as readonly string[]).includes(name);
}

function observedTable(table: ExtractedTable): ExtractedTable {
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell) =>
        cell === null
          ? null
          : { ...cell, text: cell.evidence.observed ?? "", evidence: withoutRepair(cell.evidence) },
      ),
    ),
  };
}

function observedOrganization({ organization, evidence }: ExtractionDocument): Organization {
  const observed = (field: "name" | "district" | "province"): string | null =>
    evidence[`organization.${field}`]?.observed ?? null;
  const isExact = (field: "name" | "district" | "province"): boolean =>
    observed(field) !== null && observed(field) === organization[field];
  return {
    ...organization,
    name: observed("name"),
    subdistrict: isExact("name") ? organization.subdistrict : null,
    subdistrictCode: isExact("name") ? organization.subdistrictCode : null,
    district: observed("district"),
    districtCode: isExact("district") ? organization.districtCode : null,
    province: observed("province"),
    provinceCode: isExact("province") ? organization.provinceCode : null,
  };
}

function withoutRepairs(evidence: Readonly<Record<string, Evidence>>): Record<string, Evidence> {
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, withoutRepair(value)]));
}

/** As probable as the repair was wrong is the text right that it would have replaced; spaces are no errors. */
function withoutRepair(evidence: Evidence): Evidence {
  const scores = evidence.repairs
    .filter(({ applied, from, to }) => applied && `${from}${to}`.trim() !== "")
    .map((repair) => repair.score);
  // Without a repair nothing is taken: 1 - 0.
  const confidence = 1 - greatest(scores, 0);
  return { ...evidence, confidence: Math.min(evidence.confidence, confidence), repairs: [] };
}
