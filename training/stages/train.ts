import { execFileSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import type { NumberRun, PlannedRun } from "../plan.ts";
import { FOLDERS, openFolder } from "../work-folder.ts";
import { findPython } from "./find-python.ts";
import type { Starter } from "./prepare-starter.ts";

const PROGRAM = join(import.meta.dirname, "..", "network", "train_network.py");

/** The float network that a run leaves. */
export function networkOf(run: PlannedRun | NumberRun): string {
  return join(FOLDERS.checkpoints, `${run.name}.lstm`);
}

/**
 * Trains one run to its end, or on from where it was broken off; a run that is done already stays as it is. Its log
 * lies beside the network.
 *
 * @param before the run to go on from; without one, the stock model's network with its outputs for the new characters
 * @returns the path of the trained network
 */
export function train(run: PlannedRun, before: PlannedRun | null, starter: Starter): string {
  const start =
    before === null
      ? ["--start", starter.floatComponent, "--start-unicharset", starter.stockUnicharset]
      : ["--start", networkOf(before)];
  if (run.lastWidth !== undefined) start.push("--last-width", String(run.lastWidth));
  if (run.blockFront !== undefined) start.push("--block-front", String(run.blockFront));
  return runTraining(run, start, starter);
}

/**
 * Trains a run of the net for numbers, in the same way.
 *
 * @param before the run to go on from; without one, random weights of `widths`, and of `starter` the characters and the kinds of layers only
 */
export function trainNumbers(
  run: NumberRun,
  before: NumberRun | null,
  widths: readonly number[],
  starter: Starter,
): string {
  const start =
    before === null
      ? ["--start", starter.floatComponent, "--fresh-widths", widths.join(",")]
      : ["--start", networkOf(before)];
  const wear = ["--hard-share", String(run.hardShare), "--bent-share", String(run.bentShare)];
  return runTraining(run, [...start, "--columns", String(run.columnsAStep), ...wear], starter);
}

function runTraining(run: PlannedRun | NumberRun, start: readonly string[], starter: Starter): string {
  const out = networkOf(run);
  openFolder("checkpoints");
  // The program takes its state away at the end.
  if (existsSync(out) && !existsSync(`${out}.state`)) return out;
  const log = openSync(join(FOLDERS.checkpoints, `${run.name}.log`), "a");
  const python = findPython();
  const options = {
    "--unicharset": starter.unicharset,
    "--lines": FOLDERS.lines,
    "--batches": run.lineSeeds.join(","),
    "--out": out,
    "--steps": String(run.steps),
    "--last-step": String(run.lastStep),
    "--rate": String(run.highestRate),
    "--seed": String(run.seed ?? 1),
    "--validation": FOLDERS.validation,
  };
  const parameters = [PROGRAM, ...start, ...Object.entries(options).flat()];
  if (python.hasFastBfloat16) parameters.push("--bfloat16");
  execFileSync(python.path, parameters, { stdio: ["ignore", log, log] });
  closeSync(log);
  return out;
}
