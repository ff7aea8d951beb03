import { execFileSync } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openFolder } from "../work-folder.ts";
import type { Starter } from "./prepare-starter.ts";

/** One stretch of training. */
export interface TrainingRun {
  /** Name of the run; its checkpoint lies in a folder of that name, and a run that was broken off goes on from there. */
  readonly name: string;
  /** Seeds of the line files that it learns from (`a` stands for `a-001.lstmf` and so on). */
  readonly lineSeeds: readonly string[];
  /** Iterations altogether, counted from the start of the run. */
  readonly iterations: number;
  /** The float network to start from, with its learning rates: the stock model's, or an earlier run's. */
  readonly floatComponent: string;
  /** Character set of that network, where it isn't the starter's. */
  readonly oldTraineddata: string | null;
  /** A line that was read without an error is learnt from only after so many lines with errors: saves half the time. */
  readonly perfectSampleDelay: number;
}

/** Iterations between two looks at what line files there are: drawing goes on while training runs. */
const SEGMENT = 1500;

function listLineFiles(seeds: readonly string[]): string[] {
  const folder = openFolder("lines");
  const wanted = readdirSync(folder).filter((name) =>
    seeds.some((seed) => new RegExp(`^${seed}-\\d+\\.lstmf$`).test(name)),
  );
  return wanted.toSorted().map((name) => join(folder, name));
}

/** Runs `lstmtraining` up to the run's iterations; gives the checkpoint's path. */
export function train(run: TrainingRun, starter: Starter): string {
  const folder = join(openFolder("checkpoints"), run.name);
  mkdirSync(folder, { recursive: true });
  const checkpoint = join(folder, "model_checkpoint");
  const listFile = join(folder, "lines.txt");
  const log = openSync(join(folder, "training.log"), "a");
  for (let until = SEGMENT; until < run.iterations + SEGMENT; until += SEGMENT) {
    const files = listLineFiles(run.lineSeeds);
    if (files.length === 0)
      throw new Error(`no line files of ${run.lineSeeds.join(", ")}: run the stage "lines" first`);
    writeFileSync(listFile, `${files.join("\n")}\n`);
    const goesOn = existsSync(checkpoint);
    const from = goesOn ? ["--continue_from", checkpoint] : ["--continue_from", run.floatComponent];
    const remap = goesOn || run.oldTraineddata === null ? [] : ["--old_traineddata", run.oldTraineddata];
    const parameters = [
      ...from,
      ...remap,
      `--traineddata=${starter.starterTraineddata}`,
      `--train_listfile=${listFile}`,
      `--model_output=${join(folder, "model")}`,
      `--perfect_sample_delay=${run.perfectSampleDelay}`,
      `--max_iterations=${Math.min(until, run.iterations)}`,
    ];
    execFileSync("nice", ["-n", "10", "lstmtraining", ...parameters], {
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      stdio: ["ignore", log, log],
    });
  }
  closeSync(log);
  return checkpoint;
}
