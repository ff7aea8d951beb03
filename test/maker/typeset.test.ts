import { describe, expect, it } from "vitest";
import { drawReport } from "../../maker/content/draw-report.ts";
import { findFace } from "../../maker/fonts.ts";
import { makeRandom } from "../../maker/random.ts";
import { breakClusters, breakWords } from "../../maker/typeset/break-words.ts";
import { buildReportTable } from "../../maker/typeset/build-report-table.ts";
import { drawPage } from "../../maker/typeset/draw-page.ts";
import { layOutReport } from "../../maker/typeset/lay-out-report.ts";
import { drawDesign, type PageBreakStyle, RULE_DESIGNS } from "../../maker/typeset/table-design.ts";
import { wrapText } from "../../maker/typeset/wrap-text.ts";

const bodiless = (text: string): string => text.replaceAll(/\s/gu, "");

describe("breakWords", () => {
  const join = (text: string): string =>
    breakWords(text)
      .map((word) => (word.spaceBefore ? ` ${word.text}` : word.text))
      .join("|");

  it.each([
    ["ประกาศ (ปก./ชก.) ๑ อัตรา", "ประกาศ| (ปก./|ชก.)| ๑| อัตรา"],
    ["๒๘ พ.ย.๖๕", "๒๘| พ.ย.๖๕"],
    ["ครั้งที่ ๑๑/๒๕๖๕", "ครั้ง|ที่| ๑๑/๒๕๖๕"],
    ["-ค่าเช่าบ้าน", "-ค่า|เช่า|บ้าน"],
    ["ต่าง ๆ", "ต่าง ๆ"],
    ["(e-GP)", "(e-|GP)"],
  ])("%s", (text, expected) => {
    expect(join(text)).toBe(expected);
  });

  it("keeps a leading vowel with its consonant when a word is cut", () => {
    expect(breakClusters("นโยบาย")).toEqual(["น", "โย", "บ", "า", "ย"]);
    expect(breakClusters("น้ำที่")).toEqual(["น้ำ", "ที่"]);
  });
});

describe("wrapText", () => {
  const measure = (text: string): number => text.length;

  it("fills each line as far as the next word allows and loses nothing", () => {
    const text = "องค์การบริหารส่วนตำบล ได้ประกาศปรับปรุงแผนอัตรากำลัง ๓ ปี\n-ยุบเลิกตำแหน่งพนักงานจ้างทั่วไป";
    const lines = wrapText(text, 20, measure);
    expect(bodiless(lines.map((line) => line.text).join(""))).toBe(bodiless(text));
    expect(lines.filter((line) => line.endsParagraph)).toHaveLength(2);
    for (const line of lines) expect(line.text.length).toBeLessThanOrEqual(20);
    lines.slice(0, -1).forEach((line, index) => {
      const first = breakWords(lines[index + 1]!.text)[0]!.text;
      if (!line.endsParagraph) expect(line.text.length + first.length).toBeGreaterThan(19);
    });
  });

  it("cuts an amount that is wider than its column", () => {
    expect(wrapText("๔๖๕,๘๐๐", 6, measure).map((line) => line.text)).toEqual(["๔๖๕,๘๐", "๐"]);
  });
});

describe("layOutReport", () => {
  const styles: PageBreakStyle[] = ["cut-open", "cut-closed", "repeat-heading", "keep-rows"];

  it.each(styles)(
    "%s: every line stands once, within the page, and records know their pages",
    (pageBreak) => {
      for (const seed of ["a", "b", "c"]) {
        const random = makeRandom(`layout-${seed}`);
        const report = drawReport(random.fork("report"));
        const design = drawDesign(random.fork("design"), { pageBreak, ruleName: "all" });
        const { pages, recordPages } = layOutReport(report, design);
        const activities = report.policies.flatMap((policy) => policy.activities);
        expect(recordPages).toHaveLength(activities.length);
        for (const list of recordPages) {
          list.slice(1).forEach((page, index) => expect(page).toBe(list[index]! + 1));
          if (pageBreak === "keep-rows" && list.length > 1) expect(list.length).toBe(2);
        }
        const columns = buildReportTable(report, design, 700).columnWidths.length;
        const resultColumn = 3;
        const printed = pages
          .flatMap((page) => page.tables)
          .flatMap((table) => table.cells.filter((cell) => cell.row >= table.headerRowCount))
          .filter((cell) => cell.column === resultColumn && cell.columnSpan === 1)
          .map((cell) => cell.text)
          .join("");
        expect(bodiless(printed)).toBe(bodiless(activities.map((activity) => activity.result.text).join("")));
        expect(pages[1]!.tables[0]!.columnEdges).toHaveLength(columns + 1);
        for (const page of pages) {
          for (const table of page.tables) expect(table.rowEdges.at(-1)).toBeLessThan(page.heightPt - 20);
        }
        const isOpen = pages.some((page) => page.tables.some((table) => !table.closedAtBottom));
        if (pageBreak !== "cut-open") expect(isOpen).toBe(false);
      }
    },
  );

  it("repeats a heading with (ต่อ) only when a policy goes on", () => {
    const random = makeRandom("repeat");
    const report = drawReport(random.fork("report"), { policyCount: 8, maxActivities: 4 });
    const design = drawDesign(random.fork("design"), { pageBreak: "repeat-heading", sizePt: 16 });
    const headings = layOutReport(report, design)
      .pages.flatMap((page) => page.tables.flatMap((table) => table.cells))
      .filter((cell) => cell.column === 0 && cell.columnSpan > 3)
      .map((cell) => cell.text);
    const repeated = headings.filter((text) => text.endsWith("(ต่อ)"));
    expect(repeated.length).toBeGreaterThan(0);
    for (const text of repeated) expect(headings).toContain(text.replace(/\s\(ต่อ\)$/u, ""));
  });
});

describe("rules", () => {
  function countRules(ruleName: string): { level: number; upright: number; open: boolean } {
    const random = makeRandom("rules");
    const report = drawReport(random.fork("report"));
    const design = drawDesign(random.fork("design"), {
      ruleName,
      pageBreak: "cut-open",
      familyName: "Sarabun",
    });
    const rules = layOutReport(report, design).pages[1]!.items.filter((item) => item.kind === "rule");
    const level = rules.filter((rule) => rule.y1 === rule.y2).length;
    return { level, upright: rules.length - level, open: rules.some((rule) => rule.dash.length > 0) };
  }

  it("each design has its own", () => {
    const all = countRules("all");
    expect(countRules("none")).toEqual({ level: 0, upright: 0, open: false });
    expect(countRules("no-verticals").upright).toBe(0);
    expect(countRules("no-verticals").level).toBeGreaterThan(5);
    expect(countRules("no-body-horizontals").level).toBeLessThan(all.level);
    expect(countRules("double-frame").level).toBeGreaterThan(all.level);
    expect(countRules("broken").open).toBe(true);
    expect(RULE_DESIGNS.size).toBeGreaterThanOrEqual(10);
  });

  it("are drawn where the truth about the grid has its edges", () => {
    const random = makeRandom("truth");
    const report = drawReport(random.fork("report"));
    const design = drawDesign(random.fork("design"), { ruleName: "all", familyName: "Sarabun" });
    const page = layOutReport(report, design).pages[1]!;
    const image = drawPage(page, 100);
    const table = page.tables[0]!;
    const darkest = (x: number, y: number): number => {
      const at = (dx: number, dy: number): number =>
        image.data[(Math.round((y * 100) / 72) + dy) * image.widthPx + Math.round((x * 100) / 72) + dx]!;
      return Math.min(...[-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => at(dx, dy))));
    };
    const [left, right] = [table.columnEdges[0]!, table.columnEdges.at(-1)!];
    for (const y of table.rowEdges.slice(0, -1)) {
      expect(darkest(left, y)).toBe(0);
      expect(darkest(right, y)).toBe(0);
    }
    expect(table.columnEdges.every((x) => darkest(x, table.rowEdges[0]!) === 0)).toBe(true);
  });
});

it("draws marks that no font has", () => {
  const mark = { kind: "mark", mark: "✓", centerX: 20, centerY: 20, size: 10 } as const;
  const image = drawPage({ widthPt: 40, heightPt: 40, items: [mark], tables: [] }, 144);
  const ink = image.data.filter((value) => value < 128).length;
  expect(ink).toBeGreaterThan(20);
  expect(findFace("Sarabun").style).toBe("regular");
});
