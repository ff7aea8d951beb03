import { alignTexts } from "./align-texts.ts";
import type { CharacterConfidences } from "./character-confidences.ts";
import { compactText } from "./compact-text.ts";
import { type EditCosts, encodeText } from "./edit-costs.ts";
import { encodedDistance } from "./thai-distance.ts";

/** How the characters of one confidence, in whole percent, were read. */
export interface ConfidenceRow {
  readonly percent: number;
  /** Characters read. */
  characters: number;
  /** Of them those that were printed otherwise, or not at all. */
  changed: number;
  /** Places between two characters of which this is the less sure. */
  gaps: number;
  /** Of them those where something is printed that was not read. */
  missing: number;
}

export type ConfidenceCounts = Map<number, ConfidenceRow>;

export function noConfidences(): ConfidenceCounts {
  return new Map();
}

/** The rows, the least sure first. */
export function confidenceRows(counts: ConfidenceCounts): ConfidenceRow[] {
  return [...counts.values()].toSorted((a, b) => a.percent - b.percent);
}

/** In whole percent, as engines give them. */
export function toPercent(confidence: number): number {
  return Math.round(100 * Math.min(1, Math.max(0, confidence)));
}

/** Texts farther apart are not two readings of one print: a line went to another row. */
const MAX_DISTANCE = 0.12;

/** Aligns what was read with what was printed and adds up, by confidence, what is right and what is not. */
export function countConfidences(
  observed: string,
  confidences: CharacterConfidences,
  truth: string,
  costs: EditCosts,
  counts: ConfidenceCounts,
): void {
  const read = compactText(observed);
  const [readCodes, printedCodes] = [encodeText(read.text), encodeText(compactText(truth).text)];
  if (encodedDistance(readCodes, printedCodes, costs) > MAX_DISTANCE) return;
  const sure = Array.from(read.text, (_, index) => confidences[read.offsets[index]!]!);
  const rowOf = (confidence: number): ConfidenceRow => {
    const percent = toPercent(confidence);
    const row = counts.get(percent) ?? { percent, characters: 0, changed: 0, gaps: 0, missing: 0 };
    counts.set(percent, row);
    return row;
  };
  const gapAt = (index: number): ConfidenceRow => rowOf(Math.min(sure[index - 1] ?? 1, sure[index] ?? 1));

  for (let index = 0; index < sure.length; index++) {
    rowOf(sure[index]!).characters += 1;
    gapAt(index).gaps += 1;
  }
  for (const { observedStart, observedEnd, cost } of alignTexts(readCodes, printedCodes, costs)) {
    if (cost === 0) continue;
    if (observedStart === observedEnd) gapAt(observedStart).missing += 1;
    else rowOf(Math.min(...sure.slice(observedStart, observedEnd))).changed += 1;
  }
}
