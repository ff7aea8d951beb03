import type { CompactText } from "./compact-text.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { editRow } from "./edit-row.ts";

/** Where a pattern stands in a compact text; a half-open range of characters. */
export interface FoundPattern {
  readonly start: number;
  readonly end: number;
  /** 0 for the exact pattern, 1 for nothing of it. */
  readonly distance: number;
}

/**
 * The places where `pattern` stands in `text` within `maxDistance`, from the left, none overlapping another:
 * of overlapping ones the nearest counts.
 */
export function findApproximate(
  text: CompactText,
  pattern: string,
  maxDistance: number,
  costs: EditCosts,
): FoundPattern[] {
  const codes = encodeText(pattern);
  return findEncoded(
    encodeText(text.text),
    { codes, weight: weightOf(codes, costs.missing) },
    maxDistance,
    costs,
  );
}

/** The same for a text and a pattern that are encoded already. */
export function findEncoded(
  observed: Uint8Array,
  { codes: truth, weight }: { readonly codes: Uint8Array; readonly weight: number },
  maxDistance: number,
  costs: EditCosts,
): FoundPattern[] {
  const endCosts = editRow(observed, truth, costs, true);
  const found: FoundPattern[] = [];
  for (let end = 1; end < endCosts.length; end++) {
    const distance = endCosts[end]! / weight;
    if (distance > maxDistance) continue;
    const start = startOf(observed, truth, end, costs);
    const last = found.at(-1);
    if (last === undefined || last.end <= start) found.push({ start, end, distance });
    else if (distance < last.distance) found[found.length - 1] = { start, end, distance };
  }
  return found;
}

/** Where a pattern that ends at `end` begins: the search once more, from the right. */
export function startOf(observed: Uint8Array, truth: Uint8Array, end: number, costs: EditCosts): number {
  const from = Math.max(0, end - 2 * truth.length);
  const backwards = editRow(observed.slice(from, end).toReversed(), truth.toReversed(), costs);
  let size = 0;
  for (let length = 1; length < backwards.length; length++) {
    // A longer match of the same cost would take in characters of the text before.
    if (backwards[length]! < backwards[size]!) size = length;
  }
  return end - size;
}
