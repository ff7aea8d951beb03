import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../run-tool.ts";
import { MODEL_NAME } from "../work-folder.ts";
import type { ModelPlace } from "./evaluate-model.ts";
import type { Starter } from "./prepare-starter.ts";

/** What goes into the traineddata beside the network. */
export interface Packing {
  /** Float weights are only to train on from; the product is integer. */
  readonly numbers: "integer" | "float";
  /** Dawg components by the name that `combine_tessdata` knows them by, as paths. */
  readonly dawgs: readonly string[];
}

/** Turns a checkpoint into a traineddata in `folder`, with spaces kept as they stand on the page. */
export function packModel(
  checkpoint: string,
  starter: Starter,
  folder: string,
  packing: Packing,
): ModelPlace {
  const target = join(folder, `${MODEL_NAME}.traineddata`);
  runTool("lstmtraining", [
    "--stop_training",
    ...(packing.numbers === "integer" ? ["--convert_to_int"] : []),
    `--continue_from=${checkpoint}`,
    `--traineddata=${starter.starterTraineddata}`,
    `--model_output=${target}`,
  ]);
  const config = join(folder, `${MODEL_NAME}.config`);
  writeFileSync(config, readFileSync(starter.stockConfig, "utf8"));
  runTool("combine_tessdata", ["-o", target, config, ...packing.dawgs]);
  return { folder, name: MODEL_NAME };
}
