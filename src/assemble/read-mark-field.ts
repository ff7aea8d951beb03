import { remark } from "../model/remark.ts";
import { readMark } from "../normalize/read-mark.ts";
import type { MarkReading } from "../normalize/read-mark.ts";
import { INK_CONFIDENCE, readingConfidence } from "./field-confidence.ts";
import { inkBox, symbolsOf } from "./field-reading.ts";
import type { FieldPart, FieldReading, ReadingConditions } from "./field-reading.ts";

/**
 * A field of a mark column: true where any part is marked, false where all are empty or a dash; null with a remark
 * where there is other ink, or where one cell covers several columns so that a mark could belong to any of them.
 * A form without the column gives null by not asking.
 */
export function readMarkField(
  name: string,
  parts: readonly FieldPart[],
  { method }: ReadingConditions,
): FieldReading<boolean | null> {
  const readings = parts.map((part) => readPart(part));
  const isMarked = readings.includes("mark");
  const unclear = parts.filter((_, index) => readings[index] === "other");
  const inked = parts.filter((_, index) => readings[index] === "mark" || readings[index] === "other");
  const boxes = (inked.length > 0 ? inked : parts).map(({ cell }) => inkBox(cell.cell));
  const observed = inked
    .map(({ cell }) => cell.cell.lines.map((line) => line.text.trim()).join(" "))
    .join(" ")
    .trim();
  const byText = inked.filter(({ cell }) => cell.content === "text");
  const textConfidence = readingConfidence(symbolsOf(byText.flatMap(({ cell }) => cell.cell.lines)), true);
  const evidence = {
    observed: observed === "" ? null : observed,
    method,
    confidence:
      unclear.length > 0 ? 0 : byText.length > 0 ? Math.min(INK_CONFIDENCE, textConfidence) : INK_CONFIDENCE,
    boxes,
    repairs: [],
  };
  if (unclear.length === 0) return { value: isMarked, evidence, remarks: [] };
  const message = `There is ink in the mark column that is no clear mark, read as ${JSON.stringify(observed)}.`;
  return {
    value: null,
    evidence,
    remarks: [remark("mark-unclear", "warning", message, { field: name, box: boxes[0] ?? null })],
  };
}

function readPart({ cell }: FieldPart): MarkReading {
  if (cell.content === "empty" || cell.content === "dash") return cell.content;
  if (cell.roles.length > 1 || cell.content === "unread") return "other";
  if (cell.content === "mark") return "mark";
  return readMark(cell.cell.lines.map((line) => line.text).join(""));
}
