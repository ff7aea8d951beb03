import type { ReadLine } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import { hasDigits } from "../normalize/thai-digits.ts";
import { readingConfidence } from "./field-confidence.ts";
import { symbolsOf } from "./field-reading.ts";
import type { FieldReading, ReadingConditions } from "./field-reading.ts";

/** A report's title: its lines, from top to bottom, joined with one space. Null where there are none. */
export function readTitle(
  lines: readonly ReadLine[],
  { method, knowsDigits }: ReadingConditions,
): FieldReading<string | null> {
  const texts = lines.map((line) => normalizeThai(line.text).text);
  const title = texts.filter((text) => text !== "").join(" ");
  const boxes = lines.map((line) => line.box);
  if (title === "") {
    const message = "There is neither a heading over the first table nor a cover.";
    const evidence = { observed: null, method, confidence: 0, boxes: [], repairs: [] };
    return {
      value: null,
      evidence,
      remarks: [remark("title-missing", "warning", message, { field: "title" })],
    };
  }
  const confidence = readingConfidence(symbolsOf(lines), knowsDigits);
  const evidence = { observed: title, method, confidence, boxes, repairs: [] };
  if (knowsDigits || !hasDigits(title)) return { value: title, evidence, remarks: [] };
  const message = "The recognition model does not know all Thai digits: check every number in the title.";
  return {
    value: title,
    evidence,
    remarks: [remark("digits-unreadable", "warning", message, { field: "title", box: boxes[0] ?? null })],
  };
}
