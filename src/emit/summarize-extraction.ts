import { isHrPolicyDocument } from "../model/extraction.ts";
import type { Extraction, ExtractionPage } from "../model/extraction.ts";

/** What an extraction holds, in numbers. */
export interface ExtractionSummary {
  readonly recordCount: number;
  readonly reviewCount: number;
  readonly tableCount: number;
  readonly pages: readonly (Pick<ExtractionPage, "pageNumber" | "kind" | "method"> & {
    readonly errorMessage: string | null;
  })[];
}

export function summarizeExtraction({ documents, pages }: Extraction): ExtractionSummary {
  const records = documents.filter(isHrPolicyDocument).flatMap((document) => document.records);
  return {
    recordCount: documents.reduce((sum, document) => sum + document.records.length, 0),
    reviewCount: records.filter((record) => record.status === "review").length,
    tableCount: documents.reduce((sum, document) => sum + document.tables.length, 0),
    pages: pages.map(({ pageNumber, kind, method, remarks }) => ({
      pageNumber,
      kind,
      method,
      errorMessage: remarks.find((remark) => remark.severity === "error")?.message ?? null,
    })),
  };
}
