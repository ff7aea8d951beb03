/** What the committed model was trained on: `npm run train` follows this from top to bottom. */

/** Line files of a seed, 500 lines each. */
export interface LineBatch {
  readonly seed: string;
  readonly files: number;
}

/** One run of training; each but the first goes on from the one before. */
export interface PlannedRun {
  readonly name: string;
  readonly lineSeeds: readonly string[];
  /** Steps of some forty lines each. */
  readonly steps: number;
  /** The learning rate rises to this in the first steps and falls like a cosine to nothing at `lastStep`. */
  readonly highestRate: number;
  /** Later than `steps` where a run was ended early. */
  readonly lastStep: number;
  /** Of the order of the lines; 1 where left out. */
  readonly seed?: number;
  /** Units that the last LSTM keeps; all of the net before where left out. */
  readonly lastWidth?: number;
}

export const LINE_BATCHES: readonly LineBatch[] = [
  { seed: "smoke", files: 2 },
  { seed: "a", files: 16 },
  { seed: "b", files: 10 },
  { seed: "c", files: 8 },
  { seed: "d", files: 16 },
  { seed: "e", files: 10 },
  { seed: "g", files: 110 },
  { seed: "h", files: 40 },
  { seed: "i", files: 30 },
  { seed: "j", files: 50 },
  { seed: "k", files: 50 },
];

export const RUNS: readonly PlannedRun[] = [
  {
    name: "n2",
    lineSeeds: ["smoke", "a", "b", "c", "d", "e"],
    steps: 1000,
    highestRate: 1.5e-3,
    lastStep: 12_000,
  },
  { name: "n3", lineSeeds: ["g"], steps: 5600, highestRate: 1.5e-3, lastStep: 5600 },
  { name: "n4", lineSeeds: ["g", "h"], steps: 1400, highestRate: 6e-4, lastStep: 1400, seed: 2 },
  {
    name: "n5",
    lineSeeds: ["g", "h", "i"],
    steps: 6500,
    highestRate: 1.2e-3,
    lastStep: 6500,
    seed: 3,
  },
  {
    name: "n6",
    lineSeeds: ["h", "i", "j", "k"],
    steps: 5000,
    highestRate: 1.2e-3,
    lastStep: 5000,
    seed: 4,
    lastWidth: 320,
  },
];
