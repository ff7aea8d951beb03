import type { ReadPage, ReadTable } from "../model/reading.ts";

/** The tables of pages in reading order: by page, then from top to bottom. */
export function pageTables(
  pages: readonly ReadPage[],
): { readonly pageNumber: number; readonly table: ReadTable }[] {
  return pages
    .toSorted((a, b) => a.pageNumber - b.pageNumber)
    .flatMap(({ pageNumber, tables }) =>
      tables.toSorted((a, b) => a.box.top - b.box.top).map((table) => ({ pageNumber, table })),
    );
}
