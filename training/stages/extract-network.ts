import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setLayerRates } from "../model-format/layer-rates.ts";
import { runTool } from "../run-tool.ts";
import { openFolder } from "../work-folder.ts";
import type { Starter } from "./prepare-starter.ts";

/**
 * Takes the float network out of a run's checkpoint and gives it learning rates for the next run. The state of the
 * optimizer stays behind.
 *
 * @returns the path of the network component
 */
export function extractNetwork(
  checkpoint: string,
  name: string,
  rates: readonly number[],
  starter: Starter,
): string {
  const base = join(openFolder("checkpoints"), name);
  runTool("lstmtraining", [
    "--stop_training",
    `--continue_from=${checkpoint}`,
    `--traineddata=${starter.starterTraineddata}`,
    `--model_output=${base}.traineddata`,
  ]);
  runTool("combine_tessdata", ["-e", `${base}.traineddata`, `${base}.lstm`]);
  writeFileSync(`${base}.lstm`, setLayerRates(readFileSync(`${base}.lstm`), rates));
  return `${base}.lstm`;
}
