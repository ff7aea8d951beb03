import { buildDocumentHeading } from "../src/assemble/build-document-heading.ts";
import { buildRecords } from "../src/assemble/build-records.ts";
import { joinActivities } from "../src/assemble/join-activities.ts";
import { printOutsideCells } from "../src/assemble/outside-cells.ts";
import { pageConditions } from "../src/assemble/page-conditions.ts";
import { recordMentions } from "../src/assemble/record-mentions.ts";
import { recordId } from "../src/emit/record-id.ts";
import { classifyRows } from "../src/form/classify-rows.ts";
import { findColumns } from "../src/form/find-columns.ts";
import { findTitleLines } from "../src/form/find-title.ts";
import { keepFormTables } from "../src/form/form-tables.ts";
import type { FormWording } from "../src/form/form-wording.ts";
import { pageTables } from "../src/form/page-tables.ts";
import { splitTabledDocuments } from "../src/form/split-documents.ts";
import type { DocumentPages } from "../src/form/split-documents.ts";
import type { HrPolicyDocument } from "../src/model/extraction.ts";
import { assignColumnRoles } from "../src/repair/assign-column-roles.ts";
import { diffToRepairs } from "../src/repair/diff-to-repairs.ts";
import type { Dictionaries } from "../src/repair/load-dictionaries.ts";
import { mayHaveRole, MIN_COLUMN_SCORE, scoreColumnRoles } from "../src/repair/match-column-heading.ts";
import { matchPolicyHeading } from "../src/repair/match-policy-heading.ts";
import { rememberResults } from "../src/repair/remember-results.ts";
import { repairReport } from "../src/repair/repair-report.ts";
import { resolveOrganization } from "../src/repair/resolve-organization.ts";
import { splitPolicyHeading } from "../src/repair/split-policy-heading.ts";
import { thaiDistance } from "../src/repair/thai-distance.ts";
import type { Pipeline, PipelineContext } from "../src/run/pipeline.ts";

/**
 * A field less sure than this makes its record one for review. A record's long texts are seldom sure as a whole; at
 * this value most records that are right altogether pass, and few that are not.
 */
const REVIEW_BELOW = 0.45;

/**
 * The yearly report of a local office on its HR policy: a cover, then one table over many pages, its rows under policy
 * headings. One record for each activity.
 */
export const hrPolicyReport: Pipeline = {
  name: "hr-policy-report",
  description: "yearly report of a local office on its human-resources policy: one record for each activity",
  assemble(pages, context) {
    const { value: documents, remarks } = splitTabledDocuments(pages);
    return {
      documents: documents.map((document, index) => buildReport(document, index + 1, context)),
      remarks,
    };
  },
};

function buildReport(
  document: DocumentPages,
  documentIndex: number,
  context: PipelineContext,
): HrPolicyDocument {
  const wording = wordingOf(context.dictionaries);
  const conditionsOf = pageConditions(document.pages, context.knowsThaiDigits);
  const missingPages = document.pages
    .filter(({ kind }) => kind === "failed")
    .map(({ pageNumber }) => pageNumber);

  const tables = keepFormTables(findColumns(pageTables(document.pages), wording));
  const policies = joinActivities(classifyRows(tables.value, wording), missingPages);
  const records = buildRecords(policies.value, {
    recordIdOf: (policy, activity) => recordId(context.sha256, documentIndex, policy, activity),
    conditionsOf,
    findRepairs: diffToRepairs,
    outsideCells: printOutsideCells(document.pages),
    reviewBelow: REVIEW_BELOW,
  });
  const titleLines = findTitleLines(document);
  // A cover too spoilt to tell a new report by its words still names the office.
  const cover = document.cover ?? document.pages.find(({ kind }) => kind === "cover");
  const heading = buildDocumentHeading(
    { coverLines: cover?.lines ?? [], titleLines, mentions: recordMentions(records) },
    conditionsOf(cover?.pageNumber ?? titleLines[0]?.box.pageNumber ?? 1),
    (evidence) => resolveOrganization(evidence, context.dictionaries),
  );
  const repaired = repairReport(
    {
      title: heading.title,
      titleEvidence: heading.evidence["title"] ?? null,
      records,
      organization: heading.organization,
      remarks: heading.remarks,
      pages: document.pages,
    },
    context.dictionaries,
  );
  return {
    ...heading,
    title: repaired.title,
    evidence:
      repaired.titleEvidence === null
        ? heading.evidence
        : { ...heading.evidence, title: repaired.titleEvidence },
    pageNumbers: document.pages.map(({ pageNumber }) => pageNumber),
    reportKind: "hr-policy-report",
    records: repaired.records,
    tables: [],
    remarks: [...heading.remarks, ...tables.remarks, ...policies.remarks, ...repaired.remarks],
  };
}

function wordingOf({ columnHeadings, policyHeadings, costs }: Dictionaries): FormWording {
  return {
    recognizeColumns: rememberResults((paths) => assignColumnRoles(paths, columnHeadings), JSON.stringify),
    mayHaveRole: rememberResults(
      (path, role) => mayHaveRole(path, role, columnHeadings),
      (path, role) => JSON.stringify([role, path]),
    ),
    isForeignHeading: rememberResults(
      (path) => (scoreColumnRoles(path, columnHeadings).at(-1)?.score ?? 0) >= MIN_COLUMN_SCORE,
      JSON.stringify,
    ),
    splitHeading: splitPolicyHeading,
    matchHeading: rememberResults(
      (text) => matchPolicyHeading(text, policyHeadings),
      // The number before a title takes no part.
      (text) => {
        const { title, isContinuation } = splitPolicyHeading(text);
        return `${isContinuation} ${title}`;
      },
    ),
    similarity: (a, b) => 1 - thaiDistance(a, b, { costs }),
  };
}
