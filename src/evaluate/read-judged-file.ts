import { placeHeader } from "./place-header.ts";
import { judgedFile } from "./truth.ts";
import type { JudgedDocument, JudgedTable, TranscribedTable } from "./truth.ts";

/**
 * The documents of an extraction, of a file of expected values, or of a table transcribed by hand; the
 * last becomes one `ruled-table` document with one table.
 *
 * @throws a `ZodError` that names the first values of the wrong form.
 */
export function readJudgedFile(json: unknown): readonly JudgedDocument[] {
  const file = judgedFile.parse(json);
  return "documents" in file ? file.documents : [asDocument(file)];
}

function asDocument(transcribed: TranscribedTable): JudgedDocument {
  const places = transcribed.rows.flat();
  // Places without a cell, and no cell that covers them: this truth says where cells are, not how far they reach.
  const statesSpans =
    !places.includes(null) || places.some((place) => place !== null && typeof place === "object");
  const span = statesSpans ? 1 : undefined;
  const rows = transcribed.rows.map((row) =>
    row.map((place): JudgedTable["rows"][number][number] => {
      if (place === null) return null;
      if (typeof place === "string") return { text: place, rowSpan: span, columnSpan: span };
      return { text: place.t, rowSpan: place.rowspan, columnSpan: place.colspan };
    }),
  );
  return {
    reportKind: "ruled-table",
    title: transcribed.title.join(" "),
    records: [],
    tables: [{ columns: placeHeader(transcribed.header), rows }],
  };
}
