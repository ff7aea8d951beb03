import { remark } from "../model/remark.ts";
import { hasDigits } from "../normalize/thai-digits.ts";
import type { ColumnMeasure } from "./column-measure.ts";
import { INK_CONFIDENCE, readingConfidence } from "./field-confidence.ts";
import { inkBox, symbolsOf } from "./field-reading.ts";
import type { FieldPart, FieldReading, ReadingConditions } from "./field-reading.ts";
import { joinLines } from "./join-lines.ts";

/**
 * A field of prose: the text of its parts joined, null where they hold only dashes or nothing. Ink that gave no text
 * is remarked; it makes the field null where there is nothing else.
 */
export function readTextField(
  name: string,
  parts: readonly FieldPart[],
  measure: ColumnMeasure,
  { method, knowsDigits }: ReadingConditions,
): FieldReading<string | null> {
  const unread = parts.filter(({ cell }) => cell.content === "unread");
  const remarks = unread.map(({ cell }) =>
    remark(
      "text-unreadable",
      "warning",
      "There is ink in the cell, but no text could be read; look at the page.",
      {
        field: name,
        box: cell.cell.box,
      },
    ),
  );
  const read = parts.filter(({ cell }) => cell.content === "text" || cell.content === "mark");
  const text = joinLines(
    read.map(({ cell, joint }) => ({ box: cell.cell.box, lines: cell.cell.lines, joint })),
    method === "transcript" ? null : measure,
  );
  if (text === "") {
    const boxes = parts.map(({ cell }) => cell.cell.box);
    const confidence = unread.length > 0 ? 0 : INK_CONFIDENCE;
    return { value: null, evidence: { observed: null, method, confidence, boxes, repairs: [] }, remarks };
  }
  const boxes = [...read, ...unread].map(({ cell }) => inkBox(cell.cell));
  const isDigitDoubtful = !knowsDigits && hasDigits(text);
  if (isDigitDoubtful) {
    const message = "The recognition model does not know all Thai digits: check every number in this text.";
    remarks.push(remark("digits-unreadable", "warning", message, { field: name, box: boxes[0] ?? null }));
  }
  const symbols = symbolsOf(read.flatMap(({ cell }) => cell.cell.lines));
  const confidence = unread.length > 0 ? 0 : readingConfidence(symbols, knowsDigits);
  return { value: text, evidence: { observed: text, method, confidence, boxes, repairs: [] }, remarks };
}
