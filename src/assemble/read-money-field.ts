import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import { normalizeThai } from "../normalize/normalize-thai.ts";
import { parseBaht } from "../normalize/parse-baht.ts";
import { INK_CONFIDENCE, numberConfidence } from "./field-confidence.ts";
import { inkBox, symbolsOf } from "./field-reading.ts";
import type { FieldPart, FieldReading, ReadingConditions } from "./field-reading.ts";

/** An amount with a symbol less sure than this is left out: a wrong amount is worse than none. */
export const LOWEST_BELIEVED = 0.5;
/**
 * Below this a person has to look. Of 27,000 drawn amounts that passed at 0.955 nine in a thousand were below 0.965, and three
 * of the ten wrong ones; from there to 0.975 it is two and a half in a hundred, and one wrong one more (docs/model.md).
 */
export const SURELY_READ = 0.965;

/**
 * A field of money in baht. Null without a remark where the cells hold only dashes or nothing; null with a remark
 * where there is something that is not one clear amount, or where the model cannot know the digits.
 *
 * Amounts in several parts of one activity are never added or joined: the same amount printed again counts once,
 * different ones are for a person to look at. Only a cell that the page's end cut may continue an amount.
 */
export function readMoneyField(
  name: string,
  parts: readonly FieldPart[],
  { method, knowsDigits }: ReadingConditions,
): FieldReading<number | null> {
  const filled = parts.filter(({ cell }) => ["text", "mark", "unread"].includes(cell.content));
  if (filled.length === 0) {
    const boxes = parts.map(({ cell }) => cell.cell.box);
    const evidence = { observed: null, method, confidence: INK_CONFIDENCE, boxes, repairs: [] };
    return { value: null, evidence, remarks: [] };
  }
  const boxes = filled.map(({ cell }) => inkBox(cell.cell));
  const place = { field: name, box: boxes[0] ?? null };
  const texts = filled.map(
    ({ cell }) => normalizeThai(cell.cell.lines.map((line) => line.text).join("\n")).text,
  );
  const observed = texts.join("\n").replaceAll(/\n+/gu, " ").trim() || null;
  const reading = (
    value: number | null,
    confidence: number,
    remarks: readonly Remark[],
  ): FieldReading<number | null> => ({
    value,
    evidence: { observed, method, confidence, boxes, repairs: [] },
    remarks,
  });
  if (!knowsDigits) {
    const message = "The recognition model does not know all Thai digits: the amount is left empty.";
    return reading(null, 0, [remark("digits-unreadable", "warning", message, place)]);
  }
  if (filled.some(({ cell }, index) => cell.content === "unread" || texts[index] === "")) {
    const message = "There is ink in the cell, but no amount could be read: it is left empty.";
    return reading(null, 0, [remark("text-unreadable", "warning", message, place)]);
  }
  const { value, remarks } = oneAmount(filled, texts);
  const placed = remarks.map(({ code, severity, message }) => remark(code, severity, message, place));
  const confidence = numberConfidence(symbolsOf(filled.flatMap(({ cell }) => cell.cell.lines)));
  if (value === null) return reading(null, 0, placed);
  if (confidence < LOWEST_BELIEVED) {
    const message = `Read as ${value} baht with little certainty: left empty.`;
    return reading(null, confidence, [...placed, remark("amount-uncertain", "warning", message, place)]);
  }
  if (confidence >= SURELY_READ) return reading(value, confidence, placed);
  const message = `Read as ${value} baht, one digit with some doubt: check it.`;
  return reading(value, confidence, [...placed, remark("amount-uncertain", "warning", message, place)]);
}

function oneAmount(
  parts: readonly FieldPart[],
  texts: readonly string[],
): { value: number | null; remarks: readonly Remark[] } {
  const [first] = texts;
  if (texts.length === 1 && first !== undefined) return parseBaht(first);
  const amounts = new Set(texts.map((text) => parseBaht(text).value));
  const [amount] = amounts;
  if (amounts.size === 1 && amount !== undefined && amount !== null) return { value: amount, remarks: [] };
  if (parts.slice(1).every((part) => part.joint === "wrapped")) return parseBaht(texts.join("\n"));
  const message = `Several amounts in one activity, ${JSON.stringify(texts.join(" and "))}: left empty.`;
  return { value: null, remarks: [remark("amount-unclear", "warning", message)] };
}
