import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import { formatDuration } from "./render-progress.ts";
import type { FileReport } from "./reporter.ts";

type Description = Omit<FileReport, "filePath">;

/**
 * What an extraction holds, in one line: how many records and tables, which pages could not be read, and what to do
 * where there is nothing. `destination` is where it was written, `null` for standard output.
 */
export function describeExtraction(
  summary: ExtractionSummary,
  pipelineName: string,
  destination: string | null,
  wallMs: number,
): Description {
  const { recordCount, reviewCount, tableCount, pages } = summary;
  const failed = pages.filter((page) => page.kind === "failed").map((page) => page.pageNumber);
  const counts = [
    ...(recordCount > 0 ? [`${plural(recordCount, "record")} (${reviewCount} to review)`] : []),
    ...(tableCount > 0 ? [plural(tableCount, "table")] : []),
  ];
  const written = `${destination === null ? "" : `, written to ${destination}`} (${formatDuration(wallMs)})`;
  const lost = failed.length === 0 ? "" : `; ${pagesFailed(summary, failed)}`;
  if (counts.length === 0) {
    const rest = destination === null ? "" : `. What its pages are stands in ${destination}`;
    if (failed.length === pages.length) {
      return { level: "error", code: "no-page-read", message: `${pagesFailed(summary, failed)}${rest}` };
    }
    return {
      level: "error",
      code: "nothing-found",
      message: `${nothingFound(summary, pipelineName)}${lost}${rest}`,
    };
  }
  const message = `${counts.join(", ")}${lost}${written}`;
  if (failed.length > 0) return { level: "warn", code: "pages-failed", message };
  return { level: "info", code: null, message };
}

function nothingFound({ pages }: ExtractionSummary, pipelineName: string): string {
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
function pagesFailed(summary: ExtractionSummary, failed: readonly number[]): string {
  const reason = summary.pages.find((page) => page.pageNumber === failed[0])?.errorMessage ?? undefined;
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
