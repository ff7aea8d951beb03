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

/** What JSON keeps of a value (no undefined, no classes, no holes), strings in NFC and numbers rounded by their key. */
export function settleJson(value: unknown): JsonValue {
  return JSON.parse(JSON.stringify(value, settled)) as JsonValue;
}
