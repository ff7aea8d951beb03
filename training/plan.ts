/** What the committed model was trained on: `npm run train` follows this from top to bottom. */

/** Line files of a seed, 500 lines each. */
export interface LineBatch {
  readonly seed: string;
  readonly files: number;
  /** In how many of its lines ๙ has the shape of older typefaces; none where left out. */
  readonly oldNines?: number;
  /** In how many of its lines spaces between letters and digits are left out; none where left out. */
  readonly tightNumbers?: number;
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
  /** Hidden units of the block front that takes the place of convolution and pool; the first layers stay where left out. */
  readonly blockFront?: number;
}

/** A run of lines that are numbers only; the first begins with random weights. */
export interface NumberRun extends Omit<PlannedRun, "lastWidth" | "blockFront"> {
  /** Pixel columns of all lines of a step. */
  readonly columnsAStep: number;
  /** Shares of the lines that are worn as by copies and faxes, and that are bent into other letter shapes. */
  readonly hardShare: number;
  readonly bentShare: number;
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
  { seed: "l", files: 40 },
  { seed: "m", files: 40 },
  { seed: "n", files: 40 },
  { seed: "o", files: 40, oldNines: 0.5, tightNumbers: 0.15 },
  { seed: "p", files: 80, oldNines: 0.3, tightNumbers: 0.1 },
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
  {
    name: "n8",
    lineSeeds: ["h", "i", "j", "k", "l"],
    steps: 5500,
    highestRate: 1.2e-3,
    lastStep: 5500,
    seed: 5,
    blockFront: 48,
  },
  {
    name: "n9",
    lineSeeds: ["i", "j", "k", "l", "m"],
    steps: 5500,
    highestRate: 1e-3,
    lastStep: 5500,
    seed: 6,
  },
  {
    name: "n10",
    lineSeeds: ["j", "k", "l", "m", "n"],
    steps: 6000,
    highestRate: 1e-3,
    lastStep: 6000,
    seed: 7,
  },
  {
    name: "n11",
    lineSeeds: ["l", "m", "n", "o", "p", "neto"],
    steps: 8000,
    highestRate: 1.2e-3,
    lastStep: 8000,
    seed: 8,
  },
];

/** Lines of the net for numbers; it also takes the numbers of the batches above that its run names. */
export const NUMBER_BATCHES: readonly LineBatch[] = [
  { seed: "nets", files: 101 },
  { seed: "neto", files: 12, oldNines: 0.6 },
];

/** Of the convolution and of the four LSTMs of the net that checks numbers. */
export const NUMBER_WIDTHS: readonly number[] = [16, 48, 64, 64, 96];

/**
 * The net that checks numbers knows nothing of the one above and begins from nothing, so that its errors are its own; then
 * letters bent into shapes that no font here has make it a reader of other fonts too.
 */
export const NUMBER_RUNS: readonly NumberRun[] = [
  {
    name: "m1",
    lineSeeds: ["nets", "g", "h", "i", "j", "k"],
    columnsAStep: 6000,
    hardShare: 0.3333,
    bentShare: 0,
    steps: 9000,
    highestRate: 2e-3,
    lastStep: 9000,
    seed: 11,
  },
  {
    name: "m2",
    lineSeeds: ["nets", "g", "h", "i", "j", "k"],
    columnsAStep: 8000,
    hardShare: 0.33,
    bentShare: 0.6,
    steps: 6500,
    highestRate: 1.5e-3,
    lastStep: 6500,
    seed: 12,
  },
  {
    name: "m3",
    lineSeeds: ["nets", "h", "i", "j", "k", "l"],
    columnsAStep: 8000,
    hardShare: 0.33,
    bentShare: 0.6,
    steps: 9000,
    highestRate: 1.2e-3,
    lastStep: 9000,
    seed: 13,
  },
  {
    name: "m5",
    lineSeeds: ["nets", "k", "l", "m", "n", "o", "p", "neto"],
    columnsAStep: 8000,
    hardShare: 0.33,
    bentShare: 0.6,
    steps: 7500,
    highestRate: 1.2e-3,
    lastStep: 7500,
    seed: 15,
  },
];
