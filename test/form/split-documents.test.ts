import { describe, expect, it } from "vitest";
import { findTitleLines } from "../../src/form/find-title.ts";
import { isReportCover, splitDocuments } from "../../src/form/split-documents.ts";
import { buildLine, buildPage } from "../support/build-page.ts";
import type { TablePlan } from "../support/build-page.ts";

const TABLE: TablePlan = { widths: [100, 100], rows: [["ก", "ข"]], top: 140 };
const COVER = ["รายงานผลการดำเนินงาน", "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖", "ของ", "เทศบาลตำบลชุมแสง"];
const cover = (pageNumber: number) => buildPage(pageNumber, { centeredLines: COVER });
const table = (pageNumber: number) => buildPage(pageNumber, { tables: [TABLE] });

describe("isReportCover", () => {
  it("is a page of few centred lines about a report, marks lost or not", () => {
    expect(isReportCover(cover(1))).toBe(true);
    expect(isReportCover(buildPage(1, { centeredLines: ["รายงานผลการดาเนนงาน", "ประจาปงบประมาณ"] }))).toBe(
      true,
    );
  });

  it("is one with a stamp beside the print that is read as many lines of signs", () => {
    const stamp = ["–๖NAด.", '๔-"อ', "-- • #", "– %• 4", "Z ๑แ๕ตร ๘", "ซ $% -", "/. * 3 –", ", ๖", "908ง๖"];
    const page = cover(1);
    const stamped = stamp.map((text, row) => buildLine(text, { left: 50, top: 300 + 10 * row }));
    expect(isReportCover({ ...page, lines: [...page.lines, ...stamped] })).toBe(true);
  });

  it("is no divider, no page of text and no page with a table", () => {
    expect(isReportCover(buildPage(1, { centeredLines: ["ภาคผนวก", "ก"] }))).toBe(false);
    expect(isReportCover(buildPage(1, { centeredLines: Array.from({ length: 20 }, () => COVER[1]!) }))).toBe(
      false,
    );
    expect(isReportCover(buildPage(1, { centeredLines: COVER, tables: [TABLE] }))).toBe(false);
    const leftAligned = { ...cover(1), lines: COVER.map((text) => buildLine(text, { left: 60 })) };
    expect(isReportCover(leftAligned)).toBe(false);
  });
});

describe("splitDocuments", () => {
  const split = (...pages: Parameters<typeof splitDocuments>[0]) =>
    splitDocuments(pages).map((document) => document.pages.map(({ pageNumber }) => pageNumber));

  it("begins a report at a cover behind tables, and only there", () => {
    expect(split(cover(1), table(2), table(3), cover(4), table(5))).toEqual([
      [1, 2, 3],
      [4, 5],
    ]);
    expect(split(cover(1), cover(2), table(3), buildPage(4))).toEqual([[1, 2, 3, 4]]);
    expect(split(table(1), table(2))).toEqual([[1, 2]]);
  });

  it("knows the cover that comes behind other pages", () => {
    expect(splitDocuments([buildPage(1), cover(2), table(3)])[0]?.cover?.pageNumber).toBe(2);
  });
});

describe("findTitleLines", () => {
  const title = (...pages: Parameters<typeof splitDocuments>[0]) =>
    splitDocuments(pages).flatMap((document) => findTitleLines(document).map(({ text }) => text));
  const headed = buildPage(2, {
    tables: [TABLE],
    centeredLines: ["- ๒ -", "รายงานผลการดำเนินงาน", "ประจำปีงบประมาณ"],
  });

  it("is the heading over the first table, without page numbers", () => {
    expect(title(cover(1), headed, buildPage(3, { tables: [TABLE], centeredLines: ["อื่น ๆ"] }))).toEqual([
      "รายงานผลการดำเนินงาน",
      "ประจำปีงบประมาณ",
    ]);
  });

  it("is the cover's lines if nothing stands over the table", () => {
    expect(title(cover(1), table(2))).toEqual(COVER);
    expect(title(table(1))).toEqual([]);
  });

  it("is the centred block right above the table if a letter stands there, too", () => {
    const page = buildPage(1, {
      tables: [{ ...TABLE, left: 321, top: 300 }],
      centeredLines: ["ก้าวหน้า", "รายงานผล"],
    });
    const letter = Array.from({ length: 6 }, (_, index) =>
      buildLine("เรียน นายอำเภอ", { left: 60, top: 40 + index * 20 }),
    );
    const below = page.lines.map((line, index) => ({ ...line, box: { ...line.box, top: 200 + index * 20 } }));
    expect(title({ ...page, lines: [...letter, ...below] })).toEqual(["ก้าวหน้า", "รายงานผล"]);
  });
});
