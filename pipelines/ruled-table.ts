import { buildDocumentHeading } from "../src/assemble/build-document-heading.ts";
import { buildTable } from "../src/assemble/build-table.ts";
import { joinTables } from "../src/assemble/join-tables.ts";
import { pageConditions } from "../src/assemble/page-conditions.ts";
import { findTitleLines } from "../src/form/find-title.ts";
import { pageTables } from "../src/form/page-tables.ts";
import { splitTabledDocuments } from "../src/form/split-documents.ts";
import type { DocumentPages } from "../src/form/split-documents.ts";
import type { OtherDocument } from "../src/model/extraction.ts";
import { resolveOrganization } from "../src/repair/resolve-organization.ts";
import { thaiDistance } from "../src/repair/thai-distance.ts";
import type { Pipeline, PipelineContext } from "../src/run/pipeline.ts";

/** Any ruled table, as header paths and rows; tables that run over pages are joined. */
export const ruledTable: Pipeline = {
  name: "ruled-table",
  description: "any ruled table: its header paths and rows, joined over pages",
  assemble(pages, context) {
    const { value: documents, remarks } = splitTabledDocuments(pages);
    return { documents: documents.map((document) => buildTables(document, context)), remarks };
  },
};

function buildTables(document: DocumentPages, context: PipelineContext): OtherDocument {
  const { dictionaries, knowsThaiDigits } = context;
  const conditionsOf = pageConditions(document.pages, knowsThaiDigits);
  const tables = joinTables(
    pageTables(document.pages).map(({ table }) => table),
    (a, b) => 1 - thaiDistance(a, b, { costs: dictionaries.costs }),
  );
  const titleLines = findTitleLines(document);
  const heading = buildDocumentHeading(
    { coverLines: document.cover?.lines ?? [], titleLines, mentions: [] },
    conditionsOf(document.cover?.pageNumber ?? titleLines[0]?.box.pageNumber ?? 1),
    (evidence) => resolveOrganization(evidence, dictionaries),
  );
  return {
    ...heading,
    pageNumbers: document.pages.map(({ pageNumber }) => pageNumber),
    reportKind: "ruled-table",
    records: [],
    tables: tables.map((table) => buildTable(table, conditionsOf)),
  };
}
