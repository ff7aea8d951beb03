import { execFileSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { join } from "node:path";
import type { PlannedRun } from "../plan.ts";
import { FOLDERS, openFolder } from "../work-folder.ts";
import { findPython } from "./find-python.ts";
import type { Starter } from "./prepare-starter.ts";

const PROGRAM = join(import.meta.dirname, "..", "network", "train_network.py");

/** The float network that a run leaves. */
export function networkOf(run: PlannedRun): string {
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
  const out = join(openFolder("checkpoints"), `${run.name}.lstm`);
  // The program takes its state away at the end.
  if (existsSync(out) && !existsSync(`${out}.state`)) return out;
  const log = openSync(join(FOLDERS.checkpoints, `${run.name}.log`), "a");
  const start =
    before === null
      ? ["--start", starter.floatComponent, "--start-unicharset", starter.stockUnicharset]
      : ["--start", networkOf(before)];
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
  if (run.lastWidth !== undefined) parameters.push("--last-width", String(run.lastWidth));
  if (python.hasFastBfloat16) parameters.push("--bfloat16");
  execFileSync(python.path, parameters, { stdio: ["ignore", log, log] });
  closeSync(log);
  return out;
}
