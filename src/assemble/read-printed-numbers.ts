import type { Evidence } from "../model/evidence.ts";
import type { FormRow } from "../model/form.ts";
import type { ReadSymbol } from "../model/reading.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import { parseItemNumber } from "../normalize/parse-item-number.ts";
import { hasDigits } from "../normalize/thai-digits.ts";
import { numberConfidence } from "./field-confidence.ts";
import { inkBox, symbolsOf } from "./field-reading.ts";
import type { ReadingConditions } from "./field-reading.ts";

/** A number as printed, before its series is resolved. */
export interface PrintedNumber {
  readonly number: number | null;
  readonly evidence: Evidence;
}

/** The number in the sequence column of the row that an activity begins in. */
export function readSequenceNumber(row: FormRow | undefined, conditions: ReadingConditions): PrintedNumber {
  const cell = row?.cells.find((candidate) => candidate.role === "sequence");
  const lines = cell?.cell.lines ?? [];
  const text = normalizeThai(lines.map((line) => line.text).join(" ")).text;
  const isPrinted = cell !== undefined && cell.content !== "empty" && cell.content !== "dash";
  return toPrintedNumber(
    isPrinted && text !== "" ? text : null,
    symbolsOf(lines),
    cell === undefined ? [] : [inkBox(cell.cell)],
    conditions,
  );
}

/** The number before a policy's title: of the first of its headings that shows one. */
export function readPolicyNumber(headings: readonly FormRow[], conditions: ReadingConditions): PrintedNumber {
  const readings = headings.map((row) => {
    const cells = row.cells.filter((cell) => cell.content === "text");
    const symbols = symbolsOf(cells.flatMap(({ cell }) => cell.lines));
    const numberText = row.heading?.numberText ?? null;
    return toPrintedNumber(
      numberText,
      leadingSymbols(symbols, numberText ?? ""),
      cells.slice(0, 1).map(({ cell }) => inkBox(cell)),
      conditions,
    );
  });
  return (
    readings.find((reading) => reading.number !== null) ??
    readings[0] ?? {
      number: null,
      evidence: { observed: null, method: conditions.method, confidence: 0, boxes: [], repairs: [] },
    }
  );
}

function toPrintedNumber(
  observed: string | null,
  symbols: readonly ReadSymbol[],
  boxes: Evidence["boxes"],
  { method, knowsDigits }: ReadingConditions,
): PrintedNumber {
  const digits = symbols.filter((symbol) => hasDigits(symbol.text));
  const number = knowsDigits && observed !== null ? (parseItemNumber(observed)?.number ?? null) : null;
  const confidence = number === null ? 0 : numberConfidence(digits);
  return { number, evidence: { observed, method, confidence, boxes, repairs: [] } };
}

function leadingSymbols(symbols: readonly ReadSymbol[], text: string): ReadSymbol[] {
  return symbols.filter((symbol) => symbol.text.trim() !== "").slice(0, text.replace(/\s/gu, "").length);
}
