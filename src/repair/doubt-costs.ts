import type { AlignedStep } from "./align-texts.ts";
import { type CharacterConfidences } from "./character-confidences.ts";
import { STEEPNESS } from "./confusion-costs.ts";
import { type ConfidenceRow, toPercent } from "./count-confidences.ts";

/** By whole percent of confidence what a change there costs more (or less, below 0) than elsewhere, in consonants. */
export interface DoubtCosts {
  readonly changed: Float64Array;
  readonly missing: Float64Array;
  /** 1 where symbols are wrong so often that words around them are no proof. */
  readonly doubtful: Uint8Array;
}

/** As many characters of the usual rate are mixed in: a confidence seen ten times tells little. */
const PRIOR_CHARACTERS = 20;

/**
 * What the least and the most sure symbols can take from or add to a cost. Taking 0.6 let far wordings in where a whole
 * word was doubtful (ต for ผล); adding 0.3 lost one right repair in fifty for one wrong one in a thousand.
 */
const MOST_TAKEN = 0.3;
const MOST_ADDED = 0.1;

/** No change is as likely as none, however doubtful. */
const LEAST_SHARE = 0.6;

/** Symbols of which one in twenty and more is wrong are doubtful. */
const DOUBTFUL_RATE = 0.05;

const PERCENTS = 101;

/**
 * What was counted, as costs: where symbols of a confidence are wrong `r` times as often as symbols are altogether, a
 * change costs as much less as one that is `r` times as frequent (see `confusionCosts`). Less sure is never dearer.
 */
export function compileDoubtCosts(rows: readonly ConfidenceRow[]): DoubtCosts | null {
  if (rows.length === 0) return null;
  const changed = ratesByPercent(rows.map((row) => ({ ...row, of: row.characters, count: row.changed })));
  const missing = ratesByPercent(rows.map((row) => ({ ...row, of: row.gaps, count: row.missing })));
  return {
    changed: addedCosts(changed),
    missing: addedCosts(missing),
    doubtful: Uint8Array.from(changed.rates, (rate) => Number(rate >= DOUBTFUL_RATE)),
  };
}

interface CountedPercent {
  readonly percent: number;
  readonly of: number;
  readonly count: number;
}

interface RatesByPercent {
  readonly rates: Float64Array;
  /** Of all characters together. */
  readonly usual: number;
}

function ratesByPercent(counted: readonly CountedPercent[]): RatesByPercent {
  const sum = (key: "of" | "count"): number => counted.reduce((total, row) => total + row[key], 0);
  const usual = sum("count") / Math.max(1, sum("of"));
  const pools = poolToOrder(counted.toSorted((a, b) => a.percent - b.percent));
  const rates = Float64Array.from({ length: PERCENTS }, (_, percent) => {
    const pool = pools.findLast(({ from }) => from <= percent) ?? pools[0]!;
    return (pool.count + PRIOR_CHARACTERS * usual) / (pool.of + PRIOR_CHARACTERS);
  });
  return { rates, usual };
}

function addedCosts({ rates, usual }: RatesByPercent): Float64Array {
  return rates.map((rate) =>
    usual === 0 ? 0 : Math.min(MOST_ADDED, Math.max(-MOST_TAKEN, -Math.log(rate / usual) / STEEPNESS)),
  );
}

interface Pool {
  from: number;
  of: number;
  count: number;
}

/** Neighbours thrown together until rates fall as confidence rises (pool adjacent violators, Ayer and others 1955). */
function poolToOrder(counted: readonly CountedPercent[]): Pool[] {
  const pools: Pool[] = [];
  for (const { percent, of, count } of counted) {
    pools.push({ from: percent, of, count });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (before === undefined || last === undefined) break;
      if (before.count * last.of >= last.count * before.of) break;
      pools.splice(-2, 2, { from: before.from, of: before.of + last.of, count: before.count + last.count });
    }
  }
  return pools;
}

/** What a change costs at each character of a compact text, and in front of it, beside what it costs by its letters. */
export interface TextDoubt {
  readonly changed: Float64Array;
  /** One longer than the text. */
  readonly missing: Float64Array;
  readonly doubtful: Uint8Array;
}

/** @param offsets for each character of the compact text where it stands in the text that the confidences are of */
export function textDoubt(
  costs: DoubtCosts,
  confidences: CharacterConfidences,
  offsets: readonly number[],
  length: number,
): TextDoubt {
  const percents = Array.from({ length }, (_, index) => toPercent(confidences[offsets[index]!] ?? 1));
  return {
    changed: Float64Array.from(percents, (percent) => costs.changed[percent]!),
    doubtful: Uint8Array.from(percents, (percent) => costs.doubtful[percent]!),
    missing: Float64Array.from(
      { length: length + 1 },
      (_, index) => costs.missing[Math.min(percents[index - 1] ?? 100, percents[index] ?? 100)]!,
    ),
  };
}

/**
 * What the steps of an alignment cost together: by their letters, and by how sure the engine was of what it read there.
 *
 * @param start where in the compact text the aligned part begins
 */
export function stepsCost(steps: readonly AlignedStep[], start: number, doubt: TextDoubt | null): number {
  let sum = 0;
  for (const { cost, observedStart, observedEnd } of steps) {
    if (cost === 0) continue;
    const [from, to] = [start + observedStart, start + observedEnd];
    const added =
      doubt === null ? 0 : from === to ? doubt.missing[from]! : Math.min(...doubt.changed.subarray(from, to));
    sum += Math.max(LEAST_SHARE * cost, cost + added);
  }
  return sum;
}
