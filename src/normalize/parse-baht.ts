import { remark } from "../model/remark.ts";
import type { Remarked } from "../model/remark.ts";
import { isNothing } from "./is-nothing.ts";
import { thaiDigitCount, toWesternDigits } from "./thai-digits.ts";

/** Longer than any printed amount with its unit; a longer cell is prose, and is not worth a pattern's time. */
const MAX_AMOUNT_CHARACTERS = 60;

const CURRENCY_BEFORE = /^\s*฿/;
// Each unit once: a second one is what is left of a second amount.
const CURRENCY_BEHIND = /(?:\s*[.,]\s?[-\u2013\u2014])?(?:\s*(?:บาทถ้วน|บาท|฿))?\s*$/;

/** Grouped by threes or not at all, no leading zero, at most two decimals; 15 digits stay exact in a double. */
const AMOUNT = /^(?=(?:\D*\d){1,15}\D*$)(0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.(\d{1,2}))?$/;

const DOTTED_AMOUNT = /^(?=(?:\D*\d){1,15}\D*$)([1-9]\d{0,2}(?:[.,]\d{3})+)(?:\.(\d{2}))?$/;

/**
 * An amount with dots where only commas can be: three digits stand behind each, and satang have two. Null where the last
 * sign is a dot after commas (`1,234.567`): then a digit may be one too many as well.
 */
function readDotted(amount: string): number | null {
  const [, baht, satang] = DOTTED_AMOUNT.exec(amount) ?? [];
  if (baht === undefined) return null;
  if (satang === undefined && baht.includes(",") && baht.at(-4) === ".") return null;
  return Number(`${baht.replaceAll(/[.,]/g, "")}.${satang ?? "00"}`);
}

function unclear(text: string, why: string): Remarked<null> {
  return {
    value: null,
    remarks: [remark("amount-unclear", "warning", `${why} in ${JSON.stringify(text)}: left empty.`)],
  };
}

/** An amount as print has it by itself: satang have two digits. */
function isWholeAmount(piece: string): boolean {
  const match = AMOUNT.exec(piece);
  return match !== null && match[2]?.length !== 1;
}

/**
 * Whether pieces that a space or line break parts can only be one amount. A narrow column breaks an amount
 * anywhere (`๑๔๐,๐` and `๐๐`), so the pieces are joined where at least one of them is no amount by itself.
 * A break inside the whole baht needs the commas as a witness: `๑๔๐ ๐๐๐` may have lost more than its comma.
 */
function isOneAmount(pieces: readonly string[], wholeBaht: string): boolean {
  if (pieces.length === 1) return true;
  if (pieces.every(isWholeAmount)) return false;
  return wholeBaht.includes(",") || (pieces[0] ?? "").length >= wholeBaht.length;
}

/**
 * Reads a money cell in baht: Thai or Western digits, thousands separators, satang, wrapped over lines, with or
 * without ฿, บาท, `.-` or `,-`. A cell that says nothing (empty, dashes) is null without a remark.
 *
 * A silent wrong amount is the worst error of all, so everything else is null with the remark `amount-unclear`:
 * letters, bad grouping (`1,23,456`), two amounts in one cell, both digit sets mixed. Two forms are read with a
 * warning, so that a person looks: one decimal (`amount-one-decimal`), since print has two or none, and dots between
 * thousands (`amount-dotted`), what a worn comma leaves.
 */
export function parseBaht(text: string): Remarked<number | null> {
  if (isNothing(text)) return { value: null, remarks: [] };
  if (text.length > MAX_AMOUNT_CHARACTERS) return unclear(text, "More than an amount");
  if (thaiDigitCount(text) > 0 && /[0-9]/.test(text)) return unclear(text, "Thai and Western digits mixed");
  const bare = toWesternDigits(text).replace(CURRENCY_BEFORE, "").replace(CURRENCY_BEHIND, "").trim();
  const pieces = bare.split(/\s+/);
  const joined = pieces.join("");
  const match = AMOUNT.exec(joined);
  const dotted = match === null && pieces.length === 1 ? readDotted(joined) : null;
  if (dotted !== null) {
    const message = `A dot between thousands in ${JSON.stringify(text)}: read as ${dotted} baht, a comma may have worn away.`;
    return { value: dotted, remarks: [remark("amount-dotted", "warning", message)] };
  }
  if (match === null) {
    return unclear(
      text,
      pieces.length > 1 && pieces.every(isWholeAmount) ? "Several amounts" : "No clear amount",
    );
  }
  const [, wholeBaht = "", satang = ""] = match;
  if (!isOneAmount(pieces, wholeBaht)) return unclear(text, "One amount or several");
  const value = Number(joined.replaceAll(",", ""));
  if (satang.length !== 1) return { value, remarks: [] };
  const message = `One decimal in ${JSON.stringify(text)}: read as ${value} baht, a digit may be lost.`;
  return { value, remarks: [remark("amount-one-decimal", "warning", message)] };
}
