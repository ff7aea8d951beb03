/** What the committed model was trained on: `npm run train` follows this from top to bottom. */

/** Line files of a seed, 500 lines each. */
export interface LineBatch {
  readonly seed: string;
  readonly files: number;
}

/** One run of `lstmtraining`; each but the first goes on from the one before. */
export interface PlannedRun {
  readonly name: string;
  readonly lineSeeds: readonly string[];
  readonly iterations: number;
  /**
   * Learning rates of the layers: input, convolution, pooling, the vertical LSTM, the three others from below, output.
   * Characters new to the output layer ask for a high rate there, what the layers below know for a low one.
   */
  readonly layerRates: readonly number[];
  /** A line that was read without an error is learnt from only after so many lines with errors: saves half the time. */
  readonly perfectSampleDelay: number;
}

export const LINE_BATCHES: readonly LineBatch[] = [
  { seed: "smoke", files: 2 },
  { seed: "a", files: 16 },
  { seed: "b", files: 10 },
  { seed: "c", files: 8 },
  { seed: "d", files: 16 },
  { seed: "e", files: 10 },
];

/** The lines of up to 24 characters of the first two batches, once more, as a batch of their own. */
export const SHORT_LINES = { seed: "s", of: ["smoke", "a"], longestText: 24 } as const;

const STOCK_RATES = [1e-3, 1e-3, 1e-3, 1e-3, 8.84e-5, 1e-3, 8.84e-5, 8.84e-5];

export const RUNS: readonly PlannedRun[] = [
  {
    name: "r1",
    lineSeeds: ["smoke", "a"],
    iterations: 2900,
    layerRates: STOCK_RATES,
    perfectSampleDelay: 2,
  },
  {
    name: "r3",
    lineSeeds: ["smoke", "a"],
    iterations: 1300,
    layerRates: [1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 2e-4, 1e-3],
    perfectSampleDelay: 2,
  },
  {
    name: "r4",
    lineSeeds: ["s", "b"],
    iterations: 11_700,
    layerRates: [1e-4, 1e-4, 1e-4, 2e-4, 2e-4, 2e-4, 4e-4, 1.5e-3],
    perfectSampleDelay: 2,
  },
  {
    name: "r5",
    lineSeeds: ["c", "d"],
    iterations: 4100,
    layerRates: [1e-4, 1e-4, 1e-4, 1.5e-4, 1.5e-4, 1.5e-4, 3e-4, 8e-4],
    perfectSampleDelay: 2,
  },
  {
    name: "r6",
    lineSeeds: ["c", "d", "e"],
    iterations: 3900,
    layerRates: [3e-5, 3e-5, 3e-5, 5e-5, 5e-5, 5e-5, 1.2e-4, 3e-4],
    perfectSampleDelay: 2,
  },
];
