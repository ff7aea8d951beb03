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
  readonly learningRate: number;
  readonly perfectSampleDelay: number;
}

export const LINE_BATCHES: readonly LineBatch[] = [
  { seed: "smoke", files: 2 },
  { seed: "a", files: 16 },
];

export const RUNS: readonly PlannedRun[] = [
  { name: "r1", lineSeeds: ["smoke", "a"], iterations: 60_000, learningRate: 0.001, perfectSampleDelay: 2 },
];
