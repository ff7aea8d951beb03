import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { setLayerRates } from "./model-format/layer-rates.ts";
import { LINE_BATCHES, RUNS, SHORT_LINES } from "./plan.ts";
import { checkTools } from "./stages/check-tools.ts";
import { evaluateModel, formatScores } from "./stages/evaluate-model.ts";
import type { ModelPlace } from "./stages/evaluate-model.ts";
import { extractNetwork } from "./stages/extract-network.ts";
import { gatherShortLines, makeLineFile, writeTexts } from "./stages/make-lines.ts";
import { makeValidation } from "./stages/make-validation.ts";
import { packModel } from "./stages/pack-model.ts";
import { prepareStarter } from "./stages/prepare-starter.ts";
import { train } from "./stages/train.ts";
import { writeModelCard } from "./stages/write-model-card.ts";
import { loadSources } from "./text/load-sources.ts";
import type { SourcePart } from "./text/load-sources.ts";
import type { TextSources } from "./text/text-sources.ts";
import { FOLDERS, MODEL_NAME, openFolder } from "./work-folder.ts";

const USAGE = `Trains the model that reads Thai office print. Stages, in order; without any, all of them run:
  tools      looks for tesseract's tools and the fonts, installs them from Debian where they are missing
  text       writes the texts of the lines
  lines      draws the lines into lstmf files
  train      trains, or goes on training from the last checkpoint
  pack       packs the last checkpoint into training/work/preview
  evaluate   scores the stock model, the packed one and the committed one on the validation lines
  release    copies the packed model to models/ and writes models/README.md
Stages find what earlier ones left in training/work and do only what is missing.
  --model FILE   with evaluate: score this traineddata only`;

function sourcesOf(part: SourcePart): TextSources {
  return loadSources(FOLDERS.phrases, prepareStarter().wordList, part);
}

function writeAllTexts(): string[] {
  const sources = sourcesOf("training");
  return LINE_BATCHES.flatMap((batch) => writeTexts(sources, batch.seed, batch.files));
}

async function drawLines(): Promise<void> {
  const names = writeAllTexts();
  for (const name of names) await makeLineFile(name);
  const { seed, of, longestText } = SHORT_LINES;
  gatherShortLines(
    seed,
    names.filter((name) => of.some((batch) => name.startsWith(`${batch}-`))),
    longestText,
  );
}

function lastCheckpoint(): string {
  const made = RUNS.map((run) => join(openFolder("checkpoints"), run.name, "model_checkpoint")).filter(
    existsSync,
  );
  const last = made.at(-1);
  if (last === undefined) throw new Error('there is no checkpoint yet: run the stage "train" first');
  return last;
}

/** The stock network's rates are part of the plan too, so that the plan says all. */
function setComponentRates(path: string, rates: readonly number[]): string {
  writeFileSync(path, setLayerRates(readFileSync(path), rates));
  return path;
}

function trainAll(): void {
  const starter = prepareStarter();
  let checkpoint: string | null = null;
  for (const run of RUNS) {
    const floatComponent =
      checkpoint === null
        ? setComponentRates(starter.floatComponent, run.layerRates)
        : extractNetwork(checkpoint, `${run.name}-start`, run.layerRates, starter);
    const oldTraineddata = checkpoint === null ? starter.stockTraineddata : null;
    checkpoint = train({ ...run, floatComponent, oldTraineddata }, starter);
  }
}

function pack(): ModelPlace {
  return packModel(lastCheckpoint(), prepareStarter(), openFolder("preview"));
}

async function evaluate(modelFile: string | undefined): Promise<void> {
  const sets = await makeValidation(sourcesOf("validation"));
  const all: ModelPlace[] = [
    { folder: FOLDERS.stock, name: "tha" },
    { folder: FOLDERS.preview, name: MODEL_NAME },
    { folder: FOLDERS.models, name: MODEL_NAME },
  ];
  const one = /^(?<folder>.*?)\/?(?<name>[^/]+)\.traineddata$/.exec(modelFile ?? "")?.groups;
  const models = one === undefined ? all : [{ folder: one["folder"] || ".", name: one["name"]! }];
  for (const model of models) {
    const path = join(model.folder, `${model.name}.traineddata`);
    if (!existsSync(path)) continue;
    process.stdout.write(`\n${path}\n${formatScores(evaluateModel(model, sets))}\n`);
  }
}

async function release(): Promise<void> {
  copyFileSync(
    join(FOLDERS.preview, `${MODEL_NAME}.traineddata`),
    join(openFolder("models"), `${MODEL_NAME}.traineddata`),
  );
  const sets = await makeValidation(sourcesOf("validation"));
  const stock = evaluateModel({ folder: FOLDERS.stock, name: "tha" }, sets);
  writeModelCard({ stock, released: evaluateModel({ folder: FOLDERS.models, name: MODEL_NAME }, sets) });
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { model: { type: "string" }, help: { type: "boolean", short: "h" } },
});

const stages: Readonly<Record<string, () => void | Promise<void>>> = {
  tools: checkTools,
  text: () => void writeAllTexts(),
  lines: drawLines,
  train: trainAll,
  pack: () => void pack(),
  evaluate: () => evaluate(values.model),
  release,
};

if (values.help === true) {
  process.stdout.write(`${USAGE}\n`);
} else {
  const wanted = positionals.length > 0 ? positionals : Object.keys(stages);
  const unknown = wanted.find((name) => !(name in stages));
  if (unknown === undefined) {
    for (const name of wanted) await stages[name]!();
  } else {
    process.stderr.write(`There is no stage ${unknown}.\n${USAGE}\n`);
    process.exitCode = 2;
  }
}
