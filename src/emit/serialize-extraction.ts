import { extractionSchema } from "../model/extraction.ts";
import type { Extraction } from "../model/extraction.ts";
import { orderKeys } from "./order-keys.ts";
import type { JsonValue } from "./order-keys.ts";

/**
 * Decimals that mean something, by key: a hundredth of a point is far below one pixel, and a confidence is not
 * known to a thousandth. Beyond them the last bits of a sum differ between machines, and output must not.
 */
const DECIMALS: Readonly<Record<string, number>> = {
  left: 2,
  top: 2,
  width: 2,
  height: 2,
  confidence: 3,
  score: 3,
};

function settled(key: string, value: unknown): unknown {
  if (typeof value === "string") return value.normalize("NFC");
  const decimals = DECIMALS[key];
  if (typeof value !== "number" || decimals === undefined) return value;
  const scale = 10 ** decimals;
  return Math.round(value * scale) / scale;
}

/**
 * The output document as it is written: JSON with an indent of two spaces and a final newline, keys in the contract's
 * order, strings in NFC, boxes rounded to 2 decimals, confidences and scores to 3. Equal documents give equal bytes
 * whatever the order in which their properties were set. Throws zod's error if the document breaks the contract.
 */
export function serializeExtraction(extraction: Extraction): string {
  const valid = extractionSchema.parse(extraction);
  // Through JSON first, so that ordering and rounding see what JSON keeps: no undefined, no classes, no holes.
  const settledValue = JSON.parse(JSON.stringify(valid, settled)) as JsonValue;
  return `${JSON.stringify(orderKeys(settledValue, extractionSchema), null, 2)}\n`;
}

/** The same in pieces. */
export function extractionPieces(extraction: Extraction): Iterable<string> {
  return [serializeExtraction(extraction)];
}
