import type { ReadPage, ReadTable } from "../model/reading.ts";

/** A table and the page that it stands on. */
export interface PageTable {
  readonly pageNumber: number;
  readonly table: ReadTable;
  /** Whether its cells stand where print has them; those of a transcript stand where someone wrote them down. */
  readonly hasGeometry: boolean;
}

/** The tables of pages in reading order: by page, then from top to bottom. */
export function pageTables(pages: readonly ReadPage[]): PageTable[] {
  return pages
    .toSorted((a, b) => a.pageNumber - b.pageNumber)
    .flatMap(({ pageNumber, tables, method }) =>
      tables
        .toSorted((a, b) => a.box.top - b.box.top)
        .map((table) => ({ pageNumber, table, hasGeometry: method !== "transcript" })),
    );
}
