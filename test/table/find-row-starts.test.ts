import { describe, expect, test } from "vitest";
import type { TextLine } from "../../src/model/line.ts";
import { findRowStarts } from "../../src/table/find-row-starts.ts";
import { tableLine } from "../support/table-line.ts";

const BODY_PX = 20;

const line = (left: number, width: number, baseline: number): TextLine =>
  tableLine(left, width, baseline, BODY_PX);

/** A text of 200 pixels with a shorter last line, 50 pixels from line to line. */
function text(left: number, baseline: number, lineCount: number): TextLine[] {
  return Array.from({ length: lineCount }, (_, index) =>
    line(left, index === lineCount - 1 ? 120 : 200, baseline + index * 50),
  );
}

describe("rows without rules and numbers", () => {
  test("begin where several columns begin anew after more paper than between lines", () => {
    const columns = [
      [...text(0, 100, 2), ...text(0, 230, 1), ...text(0, 310, 2)],
      [line(300, 60, 100), line(300, 60, 230), line(300, 60, 310)],
    ];
    const [second, third, ...others] = findRowStarts(columns, BODY_PX);
    expect(others).toEqual([]);
    expect(second).toBeGreaterThan(150);
    expect(second).toBeLessThan(210);
    expect(third).toBeGreaterThan(230);
    expect(third).toBeLessThan(290);
  });

  test("are none in two wrapped texts side by side", () => {
    expect(findRowStarts([text(0, 100, 6), text(300, 100, 6)], BODY_PX)).toEqual([]);
  });

  test("are single lines where several columns hold values at all heights", () => {
    const heights = [100, 160, 220, 280];
    const columns = [
      heights.map((y, index) => line(0, 180 - index * 30, y)),
      heights.map((y) => line(300, 60, y)),
      heights.map((y) => line(450, 60, y)),
    ];
    expect(findRowStarts(columns, BODY_PX)).toHaveLength(3);
  });

  test("are none where a stamp makes one narrow gap and the text is wrapped", () => {
    const stamp = [line(600, 40, 100), line(600, 40, 137)];
    expect(findRowStarts([text(0, 100, 6), text(300, 100, 6), stamp], BODY_PX)).toEqual([]);
  });

  test("do not begin where a column in the middle of several rows has its line", () => {
    const rows = [100, 230, 310, 440];
    const columns = [
      [line(0, 80, 170), line(0, 80, 375)],
      [...text(200, 100, 2), ...text(200, 230, 1), ...text(200, 310, 2), ...text(200, 440, 1)],
      rows.map((y) => line(500, 60, y)),
    ];
    expect(findRowStarts(columns, BODY_PX)).toHaveLength(3);
  });
});
