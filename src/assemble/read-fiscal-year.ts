import { greatest } from "../model/extremes.ts";
import type { ReadLine } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import { parseBuddhistYear } from "../normalize/buddhist-year.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import { hasDigits } from "../normalize/thai-digits.ts";
import { numberConfidence } from "./field-confidence.ts";
import type { FieldReading, ReadingConditions } from "./field-reading.ts";

/** A line that names the year: `ประจำปีงบประมาณ พ.ศ. ๒๕๖๖`. Without marks, since those are misread most. */
const NAMES_A_YEAR = /ปงบประมาณ|ประจาป|พ\.?ศ\.?|^ป/u;

/**
 * The fiscal year, Buddhist Era, from the lines of cover and title that name one. Null with a remark where none can be
 * read, where they differ, or where the model cannot know the digits.
 */
export function readFiscalYear(
  lines: readonly ReadLine[],
  { method, knowsDigits }: ReadingConditions,
): FieldReading<number | null> {
  const naming = lines.filter((line) => NAMES_A_YEAR.test(withoutMarks(line.text)) && hasDigits(line.text));
  const nothing = (code: string, message: string, named: readonly ReadLine[]): FieldReading<null> => ({
    value: null,
    evidence: {
      observed: observedOf(named[0]),
      method,
      confidence: 0,
      boxes: named.map(({ box }) => box),
      repairs: [],
    },
    remarks: [remark(code, "warning", message, { field: "fiscalYearBE", box: named[0]?.box ?? null })],
  });
  if (naming.length === 0) return nothing("year-missing", "Neither cover nor title names a fiscal year.", []);
  if (!knowsDigits) {
    const message = "The recognition model does not know all Thai digits: the year is left empty.";
    return nothing("digits-unreadable", message, naming);
  }
  const readings = naming.flatMap((line) => {
    const year = parseBuddhistYear(normalizeThai(line.text).text).value;
    const digits = line.symbols.filter((symbol) => hasDigits(symbol.text));
    return year === null ? [] : [{ line, year, confidence: numberConfidence(digits) }];
  });
  const [first] = readings;
  const years = [...new Set(readings.map(({ year }) => year))];
  if (first === undefined) return nothing("year-unclear", "The fiscal year could not be read.", naming);
  if (years.length > 1)
    return nothing("year-unclear", `Cover and title name different years: ${years.join(", ")}.`, naming);
  return {
    value: first.year,
    evidence: {
      observed: observedOf(first.line),
      method,
      confidence: greatest(
        readings.map(({ confidence }) => confidence),
        0,
      ),
      boxes: readings.map(({ line }) => line.box),
      repairs: [],
    },
    remarks: [],
  };
}

function observedOf(line: ReadLine | undefined): string | null {
  return line === undefined ? null : normalizeThai(line.text).text || null;
}

function withoutMarks(text: string): string {
  return normalizeThai(text)
    .text.replaceAll("\u0e33", "\u0e32")
    .replace(/[\s\p{Mn}]/gu, "");
}
