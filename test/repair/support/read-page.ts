import type { PointBox } from "../../../src/model/box.ts";
import type { ReadLine, ReadPage } from "../../../src/model/reading.ts";

/** A line of symbols of one character each, all surely read but those at the places of `doubtful`. */
export function lineOf(text: string, doubtful: ReadonlyMap<number, number>, top = 0): ReadLine {
  const symbols = Array.from(text, (character, index) => ({
    text: character,
    confidence: doubtful.get(index) ?? 0.99,
    left: index,
    right: index + 1,
  }));
  return { box: boxAt(top), text, confidence: 0.99, symbols };
}

/** The box of a line at this height of page 1. */
export function boxAt(top: number): PointBox {
  return { pageNumber: 1, left: 0, top, width: 400, height: 10 };
}

export function pageOf(lines: readonly ReadLine[]): ReadPage {
  return {
    pageNumber: 1,
    widthPt: 842,
    heightPt: 595,
    kind: "text",
    method: "ocr",
    tables: [],
    lines,
    remarks: [],
  };
}
