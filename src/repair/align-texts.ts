import { type EditCosts, exchangeKey } from "./edit-costs.ts";
import { endsWith } from "./edit-row.ts";

/** One step of an alignment; half-open ranges of characters, one of them may be empty. */
export interface AlignedStep {
  readonly observedStart: number;
  readonly observedEnd: number;
  readonly truthStart: number;
  readonly truthEnd: number;
  readonly cost: number;
}

/**
 * The cheapest way to read `observed` where `truth` is printed, step by step from the left.
 * Keeps the whole table (`editRow` gives the cost alone, in less room and time).
 */
export function alignTexts(observed: Uint8Array, truth: Uint8Array, costs: EditCosts): AlignedStep[] {
  const width = observed.length + 1;
  const best = new Float64Array(width * (truth.length + 1)).fill(Infinity);
  const stepObserved = new Uint8Array(best.length);
  const stepTruth = new Uint8Array(best.length);
  best[0] = 0;

  const offer = (
    printed: number,
    read: number,
    truthSize: number,
    observedSize: number,
    cost: number,
  ): void => {
    const total = best[(printed - truthSize) * width + read - observedSize]! + cost;
    const cell = printed * width + read;
    if (total >= best[cell]!) return;
    best[cell] = total;
    stepObserved[cell] = observedSize;
    stepTruth[cell] = truthSize;
  };

  for (let printed = 0; printed <= truth.length; printed++) {
    for (let read = 0; read < width; read++) {
      const truthCode = truth[printed - 1] ?? 0;
      const observedCode = observed[read - 1] ?? 0;
      if (printed > 0 && read > 0) {
        const key = exchangeKey(observedCode, truthCode);
        offer(printed, read, 1, 1, costs.exchange[key]!);
        for (const pair of costs.pairs.get(key) ?? []) {
          if (!endsWith(truth, printed, pair.truth) || !endsWith(observed, read, pair.observed)) continue;
          offer(printed, read, pair.truth.length, pair.observed.length, pair.cost);
        }
      }
      if (printed > 0) offer(printed, read, 1, 0, costs.missing[truthCode]!);
      if (read > 0) offer(printed, read, 0, 1, costs.extra[observedCode]!);
    }
  }
  return walkBack(best, stepObserved, stepTruth, width, truth.length);
}

function walkBack(
  best: Float64Array,
  stepObserved: Uint8Array,
  stepTruth: Uint8Array,
  width: number,
  truthLength: number,
): AlignedStep[] {
  const steps: AlignedStep[] = [];
  let [read, printed] = [width - 1, truthLength];
  while (read > 0 || printed > 0) {
    const cell = printed * width + read;
    const [observedStart, truthStart] = [read - stepObserved[cell]!, printed - stepTruth[cell]!];
    const cost = best[cell]! - best[truthStart * width + observedStart]!;
    steps.push({ observedStart, observedEnd: read, truthStart, truthEnd: printed, cost });
    [read, printed] = [observedStart, truthStart];
  }
  return steps.toReversed();
}

/** Characters of a window: about two syllables, the shortest Thai word that changes a title. */
const WINDOW_STEPS = 6;

/**
 * The highest cost that any six steps in a row have together.
 * OCR errors are scattered; another wording of the office differs in one place, by a whole word.
 */
export function densestCost(steps: readonly AlignedStep[]): number {
  let [sum, densest] = [0, 0];
  steps.forEach((step, index) => {
    sum += step.cost - (steps[index - WINDOW_STEPS]?.cost ?? 0);
    densest = Math.max(densest, sum);
  });
  return densest;
}

/**
 * The most letters in a row that were only read, or only printed. Recognizers drop and invent single letters;
 * three in a row are a word: หนองบัวใต้ is not หนองบัว read with an error.
 */
export function longestOneSidedRun(steps: readonly AlignedStep[]): number {
  let [extra, missing, longest] = [0, 0, 0];
  for (const { observedStart, observedEnd, truthStart, truthEnd } of steps) {
    extra = truthStart === truthEnd ? extra + 1 : 0;
    missing = observedStart === observedEnd ? missing + 1 : 0;
    longest = Math.max(longest, extra, missing);
  }
  return longest;
}
