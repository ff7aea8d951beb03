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
];

const STOCK_RATES = [1e-3, 1e-3, 1e-3, 1e-3, 8.84e-5, 1e-3, 8.84e-5, 8.84e-5];
const NEW_OUTPUT_RATES = [1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 1e-4, 2e-4, 1e-3];

export const RUNS: readonly PlannedRun[] = [
  { name: "r1", lineSeeds: ["smoke", "a"], iterations: 2900, layerRates: STOCK_RATES, perfectSampleDelay: 2 },
  {
    name: "r3",
    lineSeeds: ["smoke", "a", "b"],
    iterations: 60_000,
    layerRates: NEW_OUTPUT_RATES,
    perfectSampleDelay: 2,
  },
];
