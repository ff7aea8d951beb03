import type { ConfusionCounts } from "./count-confusions.ts";
import { type EditCosts, encodeText, exchangeKey } from "./edit-costs.ts";

/** A confusion that was seen, with what it costs by how often. */
export interface MeasuredConfusion {
  readonly truth: string;
  readonly observed: string;
  readonly count: number;
  readonly cost: number;
}

/**
 * A cost c stands for the rate RATE × e^(-STEEPNESS × c): a lost tone mark at 0.35 happens once in 200, one
 * consonant read for another at 1 once in 2,700. With it costs written by hand and rates that were counted are the
 * same thing.
 */
const RATE = 0.02;
export const STEEPNESS = 4;

/** As many printed characters the costs written by hand are worth beside those that were counted. */
const PRIOR_CHARACTERS = 1500;

/** Seen once it may be an error of the alignment. */
const FEWEST = 2;

const LEAST_COST = 0.1;

/** Made documents lack much of what real scans have: seldom seen in them may be frequent elsewhere. */
const MOST_ADDED = 0.1;

/** What the confusions that were seen cost, the most frequent first; `costs` are those written by hand. */
export function confusionCosts(counts: ConfusionCounts, costs: EditCosts): MeasuredConfusion[] {
  return [...counts.confusions]
    .filter(([, count]) => count >= FEWEST)
    .map(([key, count]) => {
      const [truth, observed] = key.split("\t") as [string, string];
      const written = priorCost(truth, observed, costs);
      const prior = RATE * Math.exp(-STEEPNESS * written);
      // What is read where nothing was printed may come anywhere; of several characters the rarest decides.
      const printed =
        truth === ""
          ? counts.characters
          : Math.min(...Array.from(truth, (character) => counts.printed.get(character) ?? 0));
      const rate = (count + PRIOR_CHARACTERS * prior) / (printed + PRIOR_CHARACTERS);
      const seen = Math.log(RATE / rate) / STEEPNESS;
      const cost = Math.min(written + MOST_ADDED, Math.max(LEAST_COST, seen));
      return { truth, observed, count, cost: Math.round(cost * 100) / 100 };
    })
    .toSorted((a, b) => b.count - a.count || (a.truth + a.observed < b.truth + b.observed ? -1 : 1));
}

function priorCost(truth: string, observed: string, costs: EditCosts): number {
  const [printed, read] = [encodeText(truth), encodeText(observed)];
  if (printed.length === 0) return sum(read, (code) => costs.extra[code]!);
  if (read.length === 0) return sum(printed, (code) => costs.missing[code]!);
  if (printed.length === 1 && read.length === 1) return costs.exchange[exchangeKey(read[0]!, printed[0]!)]!;
  // Letter by letter, what is over on one side lost or invented.
  const common = Math.min(printed.length, read.length);
  let cost = 0;
  for (let index = 0; index < common; index++) {
    cost += costs.exchange[exchangeKey(read[index]!, printed[index]!)]!;
  }
  return (
    cost +
    sum(printed.subarray(common), (code) => costs.missing[code]!) +
    sum(read.subarray(common), (code) => costs.extra[code]!)
  );
}

function sum(codes: Uint8Array, costOf: (code: number) => number): number {
  return codes.reduce((total, code) => total + costOf(code), 0);
}
