import { normalizeThai } from "../normalize/normalize-thai.ts";
import { type EditCosts, encodeText } from "./edit-costs.ts";
import { foldForComparison } from "./compact-text.ts";
import { encodedDistance } from "./thai-distance.ts";

/** Names that stand more than once, white space aside; each once, in order. */
export function findDuplicates(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const name of names) {
    const folded = foldForComparison(name);
    if (seen.has(folded)) twice.add(name);
    seen.add(folded);
  }
  return [...twice];
}

/** Names that are not in canonical form: NFC, marks in Thai order, SARA AM in one piece, no spaces too many. */
export function findUncanonical(names: readonly string[]): string[] {
  return names.filter((name) => normalizeThai(name).text !== name || name.trim() !== name);
}

/** Two names that a recognizer could take for one another. */
export interface NearTwins {
  readonly first: string;
  readonly second: string;
  /** Weighted distance in the cheaper direction, 0..1. */
  readonly distance: number;
}

/** All pairs of names within `maxDistance`, nearest first: what fuzzy matching has to be careful with. */
export function findNearTwins(names: readonly string[], maxDistance: number, costs: EditCosts): NearTwins[] {
  const encoded = names.map((name) => encodeText(foldForComparison(name)));
  const twins: NearTwins[] = [];
  for (let i = 0; i < names.length; i++) {
    for (let j = i + 1; j < names.length; j++) {
      const distance = Math.min(
        encodedDistance(encoded[i]!, encoded[j]!, costs),
        encodedDistance(encoded[j]!, encoded[i]!, costs),
      );
      if (distance <= maxDistance) twins.push({ first: names[i]!, second: names[j]!, distance });
    }
  }
  return twins.toSorted((a, b) => a.distance - b.distance);
}
