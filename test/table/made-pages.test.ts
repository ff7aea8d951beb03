import { expect, test } from "vitest";
import { makeReport } from "../../maker/make-report.ts";
import { writePdf } from "../../maker/write-pdf.ts";
import { cleanPage } from "../../src/clean/clean-page.ts";
import { layOutPage } from "../../src/run/lay-out-page.ts";
import { withSource } from "../support/made-page.ts";

/** Rows and columns of the tables of a made report's pages: as printed, and as found. */
async function sizesOf(
  seed: string,
  pageNumbers: readonly number[],
): Promise<{ printed: string[]; found: string[] }> {
  const { images, profile, grids } = makeReport({ seed, profile: "random", content: { policyCount: 3 } });
  const size = ({
    rowEdges,
    columnEdges,
  }: Readonly<Record<"rowEdges" | "columnEdges", readonly unknown[]>>) =>
    `${rowEdges.length - 1}×${columnEdges.length - 1}`;
  const found = await withSource(await writePdf(images, profile.dpi, profile.storage), async (source) => {
    const sizes: string[] = [];
    for (const pageNumber of pageNumbers) {
      const { tables } = layOutPage(cleanPage(await source.readPage(pageNumber)));
      sizes.push(...tables.map(({ grid }) => size(grid)));
    }
    return sizes;
  });
  return { printed: pageNumbers.flatMap((page) => grids[page - 1]!.tables.map(size)), found };
}

test("a heading that interrupts all inner borders parts no table, though the frame is broken beside it", async () => {
  const { printed, found } = await sizesOf("held-13-2", [3, 4]);
  expect(found).toEqual(printed);
});

test("upright rules make the table where a fax lost all level ones, not the strokes of its lines of print", async () => {
  const { printed, found } = await sizesOf("held-13-9", [2]);
  expect(found).toEqual(printed);
});

test("upright rules beside a grid are its table's, whose level rules a scan left as dots at their ends", async () => {
  const { printed, found } = await sizesOf("fresh-2026-11-11", [2]);
  expect(found).toEqual(printed);
});
