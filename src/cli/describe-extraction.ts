import { isHrPolicyDocument } from "../model/extraction.ts";
import type { Extraction } from "../model/extraction.ts";
import { formatDuration } from "./render-progress.ts";
import type { FileReport } from "./reporter.ts";

type Description = Omit<FileReport, "filePath">;

/**
 * What an extraction holds, in one line: how many records and tables, which pages could not be read, and what to do
 * where there is nothing. `destination` is where it was written, `null` for standard output.
 */
export function describeExtraction(
  extraction: Extraction,
  pipelineName: string,
  destination: string | null,
  wallMs: number,
): Description {
  const records = extraction.documents.flatMap((document) => document.records);
  const review = extraction.documents
    .filter(isHrPolicyDocument)
    .flatMap((document) => document.records)
    .filter((record) => record.status === "review");
  const tables = extraction.documents.flatMap((document) => document.tables);
  const failed = extraction.pages.filter((page) => page.kind === "failed").map((page) => page.pageNumber);
  const counts = [
    ...(records.length > 0 ? [`${plural(records.length, "record")} (${review.length} to review)`] : []),
    ...(tables.length > 0 ? [plural(tables.length, "table")] : []),
  ];
  const written = `${destination === null ? "" : `, written to ${destination}`} (${formatDuration(wallMs)})`;
  const lost = failed.length === 0 ? "" : `; ${pagesFailed(extraction, failed)}`;
  if (counts.length === 0) {
    const pages = destination === null ? "" : `. What its pages are stands in ${destination}`;
    if (failed.length === extraction.pages.length) {
      return { level: "error", code: "no-page-read", message: `${pagesFailed(extraction, failed)}${pages}` };
    }
    return {
      level: "error",
      code: "nothing-found",
      message: `${nothingFound(extraction, pipelineName)}${lost}${pages}`,
    };
  }
  const message = `${counts.join(", ")}${lost}${written}`;
  if (failed.length > 0) return { level: "warn", code: "pages-failed", message };
  return { level: "info", code: null, message };
}

function nothingFound({ pages }: Extraction, pipelineName: string): string {
  if (pages.every((page) => page.method === "transcript")) {
    const advice =
      "Between the cells of a row have to be tabs, bars (Markdown) or HTML tags; or try another --pipeline";
    return `found no table in this text that the recipe ${pipelineName} reads. ${advice}`;
  }
  return (
    `found no table that the recipe ${pipelineName} reads. ` +
    "Look at what was found with --overlay, or try another --pipeline"
  );
}

/** The first failed page's reason stands for all; each has its own in the output. */
function pagesFailed(extraction: Extraction, failed: readonly number[]): string {
  const reason = extraction.pages
    .find((page) => page.pageNumber === failed[0])
    ?.remarks.find((remark) => remark.severity === "error")?.message;
  const pages = `page${failed.length === 1 ? "" : "s"} ${describeRanges(failed)}`;
  return `${pages} could not be read${reason === undefined ? "" : `: ${reason.replace(/\.$/u, "")}`}`;
}

/** `[2, 3, 4, 7]`: `2-4, 7`. */
function describeRanges(sorted: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of sorted) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === number - 1) range[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(", ");
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
