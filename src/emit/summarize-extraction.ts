import type { Extraction, ExtractionPage } from "../model/extraction.ts";

/** What a line about an extraction says of it; plain data, so that the extraction itself need not be kept. */
export interface ExtractionSummary {
  readonly recordCount: number;
  /** Records that a person should look at. */
  readonly reviewCount: number;
  readonly tableCount: number;
  readonly pages: readonly PageSummary[];
}

export interface PageSummary extends Pick<ExtractionPage, "pageNumber" | "kind" | "method"> {
  /** The first error that was remarked on the page. */
  readonly errorMessage: string | null;
}

export function summarizeExtraction({ documents, pages }: Extraction): ExtractionSummary {
  let [recordCount, reviewCount, tableCount] = [0, 0, 0];
  for (const { records, tables } of documents) {
    recordCount += records.length;
    tableCount += tables.length;
    for (const record of records) if (isForReview(record)) reviewCount += 1;
  }
  return { recordCount, reviewCount, tableCount, pages: pages.map(summarizePage) };
}

/** Records of other forms than the HR report's may have a status as well. */
function isForReview(record: object): boolean {
  return "status" in record && record.status === "review";
}

function summarizePage({ pageNumber, kind, method, remarks }: ExtractionPage): PageSummary {
  const error = remarks.find(({ severity }) => severity === "error");
  return { pageNumber, kind, method, errorMessage: error?.message ?? null };
}
