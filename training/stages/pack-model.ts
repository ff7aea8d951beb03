import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runTool } from "../run-tool.ts";
import { MODEL_NAME } from "../work-folder.ts";
import type { ModelPlace } from "./evaluate-model.ts";
import type { Starter } from "./prepare-starter.ts";

/**
 * Turns a float network into an integer traineddata in `folder`, with spaces kept as they stand on the page. Without word
 * lists: rebuilt for the new characters they changed nothing that could be told from chance, and cost a tenth of the
 * reading time (docs/model.md).
 */
export function packModel(network: string, starter: Starter, folder: string, name = MODEL_NAME): ModelPlace {
  const target = join(folder, `${name}.traineddata`);
  runTool("lstmtraining", [
    "--stop_training",
    "--convert_to_int",
    `--continue_from=${network}`,
    `--traineddata=${starter.starterTraineddata}`,
    `--model_output=${target}`,
  ]);
  const config = join(folder, `${name}.config`);
  writeFileSync(config, readFileSync(starter.stockConfig, "utf8"));
  runTool("combine_tessdata", ["-o", target, config]);
  return { folder, name };
}
