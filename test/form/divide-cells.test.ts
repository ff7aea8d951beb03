import { describe, expect, it } from "vitest";
import { divideCells } from "../../src/form/divide-cells.ts";
import type { ReadCell } from "../../src/model/reading.ts";
import { ADVANCE, PADDING, buildLine, buildTable } from "../support/build-page.ts";
import type { RowPlan } from "../support/build-page.ts";

const WIDTH = 100;
/** Where the text of the nth column begins, in characters from the beginning of the first one's. */
const columnStart = (column: number): number => (column * WIDTH) / ADVANCE;

/** A table of four columns whose second row is one cell over the first two, with lines as given. */
function tableWith(lines: readonly string[]): ReturnType<typeof buildTable> {
  const rows: RowPlan[] = [
    ["ก", "ข", "ค", "ง"],
    [{ text: lines.join("\n"), columnSpan: 2 }, null, "-", ""],
  ];
  return buildTable({ widths: [WIDTH, WIDTH, WIDTH, WIDTH], rows });
}

/** Two texts on one line, the second where the second column's text begins. */
const across = (first: string, second: string): string =>
  first + " ".repeat(columnStart(1) - [...first.matchAll(/\P{Mn}/gu)].length) + second;

const secondRow = (cells: readonly ReadCell[]): (string | number)[][] =>
  cells
    .filter(({ row }) => row === 1)
    .map(({ column, columnSpan, ink, lines }) => [
      column,
      columnSpan,
      ink,
      lines.map(({ text }) => text).join("|"),
    ]);

describe("divideCells", () => {
  it("divides a cell whose lines all leave a gap at the columns' border", () => {
    const { table, dividedRows } = divideCells(
      tableWith([across("การอบรม", "ผู้บริหาร"), "พนักงาน", across("", "ทุกคน")]),
    );
    expect(secondRow(table.cells)).toEqual([
      [0, 1, "text", "การอบรม|พนักงาน"],
      [1, 1, "text", "ผู้บริหาร|ทุกคน"],
      [2, 1, "dash", "-"],
      [3, 1, "empty", ""],
    ]);
    expect([...dividedRows]).toEqual([1]);
  });

  it("leaves a cell alone whose text runs over the border", () => {
    const joined = tableWith(["การดำเนินการสรรหาและคัดเลือกพนักงาน", "ตามกรอบ"]);
    expect(divideCells(joined)).toEqual({ table: joined, dividedRows: new Set() });
  });

  it("gives a mark to the column that it stands in", () => {
    const rows: RowPlan[] = [
      ["ก", "ข", "ค", "ง"],
      [{ text: "/", columnSpan: 2 }, null, "", ""],
    ];
    const built = buildTable({ widths: [WIDTH, WIDTH, WIDTH, WIDTH], rows });
    const cells = built.cells.map((cell) =>
      cell.row === 1 && cell.column === 0
        ? { ...cell, lines: [buildLine("/", { left: cell.box.left + WIDTH + PADDING })] }
        : cell,
    );
    expect(secondRow(divideCells({ ...built, cells }).table.cells)).toEqual([
      [0, 1, "empty", ""],
      [1, 1, "mark", "/"],
      [2, 1, "empty", ""],
      [3, 1, "empty", ""],
    ]);
  });

  it("leaves headings alone, even with a space at a border", () => {
    const rows: RowPlan[] = [
      ["ก", "ข", "ค"],
      [{ text: across("๑. นโยบาย", "อื่น"), columnSpan: 3 }, null, null],
    ];
    const built = buildTable({ widths: [WIDTH, WIDTH, WIDTH], rows });
    expect(divideCells(built).table).toBe(built);
  });
});
