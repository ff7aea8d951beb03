import { type EditCosts, exchangeKey } from "./edit-costs.ts";

/** Rows of the table that are kept: the row being filled and three above, as far as a confused pair reaches. */
const ROWS = 4;

/** The last rows of the table; used again by the next call, since a new one for each of 5,000 names took longer
 * than filling it. */
let scratch = new Float64Array(1024);

/**
 * For every `end` the least cost of reading `observed[0..end)` where the whole of `truth` is printed;
 * with `freeStart`, of `observed[any..end)` (Sellers' search for a pattern in a text).
 *
 * Wagner and Fischer's table, filled row by row.
 */
export function editRow(
  observed: Uint8Array,
  truth: Uint8Array,
  costs: EditCosts,
  freeStart = false,
): Float64Array {
  const last = fillTable(observed, truth, costs, freeStart);
  return scratch.slice(last, last + observed.length + 1);
}

/** The cost of reading `observed` where `truth` is printed, not divided by any length. */
export function editCost(observed: Uint8Array, truth: Uint8Array, costs: EditCosts): number {
  const last = fillTable(observed, truth, costs, false);
  // Only now: a longer text has put another array in its place.
  return scratch[last + observed.length]!;
}

/**
 * The end before which `truth` is read at the least cost, the cost of ending there included: for a name whose end
 * is only guessed.
 *
 * @param endCosts for every end from 0 to the length of `observed`
 */
export function cheapestEnd(
  observed: Uint8Array,
  truth: Uint8Array,
  costs: EditCosts,
  endCosts: Float64Array,
): { cost: number; end: number } {
  const last = fillTable(observed, truth, costs, false);
  let [cost, end] = [Infinity, 0];
  for (let index = 0; index <= observed.length; index++) {
    const total = scratch[last + index]! + endCosts[index]!;
    if (total < cost) {
      cost = total;
      end = index;
    }
  }
  return { cost, end };
}

/** Fills the table and returns where in `scratch` its last row begins. */
function fillTable(observed: Uint8Array, truth: Uint8Array, costs: EditCosts, freeStart: boolean): number {
  const { missing, extra, exchange, hasPair } = costs;
  const width = observed.length + 1;
  if (scratch.length < ROWS * width) scratch = new Float64Array(ROWS * width);
  const table = scratch;
  table[0] = 0;
  for (let end = 1; end < width; end++) {
    table[end] = freeStart ? 0 : table[end - 1]! + extra[observed[end - 1]!]!;
  }
  for (let printed = 1; printed <= truth.length; printed++) {
    const row = (printed % ROWS) * width;
    const above = ((printed - 1) % ROWS) * width;
    const truthCode = truth[printed - 1]!;
    const missingCost = missing[truthCode]!;
    const firstKey = exchangeKey(0, truthCode);
    table[row] = table[above]! + missingCost;
    for (let end = 1; end < width; end++) {
      const observedCode = observed[end - 1]!;
      const key = firstKey + observedCode;
      let best = table[above + end - 1]! + exchange[key]!;
      const lost = table[above + end]! + missingCost;
      if (lost < best) best = lost;
      const added = table[row + end - 1]! + extra[observedCode]!;
      if (added < best) best = added;
      if (hasPair[key] === 1) best = Math.min(best, pairCost(width, printed, end, observed, truth, costs));
      table[row + end] = best;
    }
  }
  return (truth.length % ROWS) * width;
}

function pairCost(
  width: number,
  printed: number,
  end: number,
  observed: Uint8Array,
  truth: Uint8Array,
  costs: EditCosts,
): number {
  let best = Infinity;
  for (const pair of costs.pairs.get(exchangeKey(observed[end - 1]!, truth[printed - 1]!)) ?? []) {
    if (!endsWith(observed, end, pair.observed) || !endsWith(truth, printed, pair.truth)) continue;
    const row = ((printed - pair.truth.length) % ROWS) * width;
    best = Math.min(best, scratch[row + end - pair.observed.length]! + pair.cost);
  }
  return best;
}

/** Whether `codes[0..end)` ends with the characters of a pair, which are listed last first. */
export function endsWith(codes: Uint8Array, end: number, lastFirst: readonly number[]): boolean {
  return lastFirst.every((code, back) => codes[end - 1 - back] === code);
}
