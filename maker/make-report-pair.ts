import type { ExpectedDocument } from "./expect-report.ts";
import { chooseProfile, makeReport, type MadeFixture, type ReportRequest } from "./make-report.ts";

function shiftPages(document: ExpectedDocument, by: number): ExpectedDocument {
  const records = document.records.map((record) => ({
    ...record,
    pageNumbers: record.pageNumbers.map((page) => page + by),
  }));
  return { ...document, records };
}

/** Two reports in one file, as when an office scans a pile in one go: a second cover begins a second document. */
export function makeReportPair(request: ReportRequest): MadeFixture<{ documents: ExpectedDocument[] }> {
  const profile = chooseProfile(request);
  const [first, second] = ["a", "b"].map((part) =>
    makeReport({ ...request, profile, seed: `${request.seed}/${part}` }),
  ) as [ReturnType<typeof makeReport>, ReturnType<typeof makeReport>];
  const by = first.images.length;
  return {
    profile,
    images: [...first.images, ...second.images],
    grids: [...first.grids, ...second.grids.map((grid) => ({ ...grid, pageNumber: grid.pageNumber + by }))],
    expected: {
      documents: [
        ...first.expected.documents,
        ...second.expected.documents.map((document) => shiftPages(document, by)),
      ],
    },
    choices: { first: first.choices, second: second.choices },
  };
}
