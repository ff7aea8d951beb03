import { describe, expect, it } from "vitest";
import type { Edge } from "../../src/table/cluster-positions.ts";
import { findSpanningRows } from "../../src/table/find-spanning-rows.ts";

const BODY_PX = 20;

/** Four column borders of a table 1,000 pixels high; the inner two are interrupted between `start` and `end`. */
function bordersInterrupted(start: number, end: number): Edge[] {
  const edge = (position: number, spans: Edge["spans"]): Edge => ({
    position,
    thicknessPx: 2,
    spans,
    rulings: [],
  });
  const whole = [{ start: 0, end: 1000 }];
  const broken = [
    { start: 0, end: start },
    { start: end, end: 1000 },
  ];
  return [edge(0, whole), edge(100, broken), edge(200, broken), edge(300, whole)];
}

describe("findSpanningRows", () => {
  it("finds a heading where the inner borders stop together", () => {
    expect(findSpanningRows(bordersInterrupted(400, 460), 0, 1000, BODY_PX)).toEqual([
      { start: 400, end: 460 },
    ]);
  });
  it("takes no heading from worn borders that are interrupted side by side over less than a line", () => {
    expect(findSpanningRows(bordersInterrupted(400, 427), 0, 1000, BODY_PX)).toEqual([]);
  });
});
