import { copyFileSync, existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { LINE_BATCHES, NUMBER_BATCHES, NUMBER_RUNS, NUMBER_WIDTHS, RUNS } from "./plan.ts";
import type { PlannedRun } from "./plan.ts";
import { checkTools } from "./stages/check-tools.ts";
import { evaluateModel, formatScores } from "./stages/evaluate-model.ts";
import type { ModelPlace } from "./stages/evaluate-model.ts";
import { NUMBER_SHARES, TRAINING_SHARES } from "./lines/make-line.ts";
import type { LineShares } from "./lines/make-line.ts";
import { evaluateAmounts, formatAmountScores } from "./stages/evaluate-amounts.ts";
import { makeLineFile, writeTexts } from "./stages/make-lines.ts";
import { makeFreshLines, makeValidation, numberLinesOf } from "./stages/make-validation.ts";
import type { ValidationLines } from "./stages/make-validation.ts";
import { packModel } from "./stages/pack-model.ts";
import { readAsPipeline } from "./stages/read-as-pipeline.ts";
import { prepareStarter } from "./stages/prepare-starter.ts";
import type { Starter } from "./stages/prepare-starter.ts";
import { networkOf, train, trainNumbers } from "./stages/train.ts";
import { writeModelCard } from "./stages/write-model-card.ts";
import { NUMBER_ALPHABET } from "./text/alphabet.ts";
import { writeBareNumber } from "./text/bare-number.ts";
import { writeLineText } from "./text/line-text.ts";
import { loadSources } from "./text/load-sources.ts";
import type { SourcePart } from "./text/load-sources.ts";
import type { TextSources } from "./text/text-sources.ts";
import { FOLDERS, MODEL_NAME, NUMBER_MODEL_NAME, openFolder } from "./work-folder.ts";

const USAGE = `Trains the model that reads Thai office print, and the small one that checks its numbers. Stages, in order; without any, all but fresh and amounts run:
  tools      looks for tesseract's tools and the fonts, installs them from Debian where they are missing
  text       writes the texts of the lines
  lines      draws the lines into lstmf files
  train      trains, or goes on from where training was broken off
  pack       packs the last network and the one for numbers into training/work/preview
  evaluate   scores the stock model, the packed one and the committed one on the validation lines
  fresh      scores the stock model on 2,000 lines that nothing was chosen by, and the committed one, read once and
             as the pipeline reads
  amounts    reads 2,000 drawn money cells as the pipeline does, and counts what came of them
  release    copies the packed models to models/ and writes models/README.md
Stages find what earlier ones left in training/work and do only what is missing.
  --model FILE   with evaluate, fresh and amounts: score this traineddata only
  --numbers FILE with fresh and amounts: the model that checks numbers, or "none"
  --seed WORD    with fresh and amounts: other lines, other cells`;

const MONEY_CELLS = 2000;

function sourcesOf(part: SourcePart): TextSources {
  return loadSources(FOLDERS.phrases, prepareStarter().wordList, part);
}

/** The text files of a batch, and how their lines are drawn. */
interface WrittenBatch {
  readonly names: readonly string[];
  readonly shares: LineShares;
}

function writeAllTexts(): WrittenBatch[] {
  const sources = sourcesOf("training");
  const mixed = LINE_BATCHES.map(({ seed, files, oldNines = 0, tightNumbers }) => ({
    names: writeTexts(seed, files, (random) => writeLineText(sources, random, tightNumbers)),
    shares: { ...TRAINING_SHARES, oldNines },
  }));
  const numbers = NUMBER_BATCHES.map(({ seed, files, oldNines = 0 }) => ({
    names: writeTexts(seed, files, writeBareNumber),
    shares: { ...NUMBER_SHARES, oldNines },
  }));
  return [...mixed, ...numbers];
}

async function drawLines(): Promise<void> {
  for (const { names, shares } of writeAllTexts()) {
    for (const name of names) await makeLineFile(name, shares);
  }
}

function prepareNumberStarter(): Starter {
  return prepareStarter(NUMBER_MODEL_NAME, NUMBER_ALPHABET);
}

function lastNetwork(): string {
  const last = RUNS.map(networkOf).findLast((path) => existsSync(path));
  if (last === undefined) throw new Error('there is no network yet: run the stage "train" first');
  return last;
}

async function trainAll(): Promise<void> {
  const starter = prepareStarter();
  await makeValidation(sourcesOf("validation"));
  let before: PlannedRun | null = null;
  for (const run of RUNS) {
    train(run, before, starter);
    before = run;
  }
  const numberStarter = prepareNumberStarter();
  for (const [index, run] of NUMBER_RUNS.entries()) {
    trainNumbers(run, NUMBER_RUNS[index - 1] ?? null, NUMBER_WIDTHS, numberStarter);
  }
}

function pack(): void {
  packModel(lastNetwork(), prepareStarter(), openFolder("preview"));
  const numbers = NUMBER_RUNS.map(networkOf).findLast((path) => existsSync(path));
  if (numbers !== undefined) {
    packModel(numbers, prepareNumberStarter(), openFolder("preview"), NUMBER_MODEL_NAME);
  }
}

function scoreModels(models: readonly ModelPlace[], sets: readonly ValidationLines[]): void {
  for (const model of models) {
    const path = join(model.folder, `${model.name}.traineddata`);
    if (!existsSync(path)) continue;
    process.stdout.write(`\n${path}\n${formatScores(evaluateModel(model, sets))}\n`);
  }
}

function placeOf(modelFile: string): ModelPlace {
  return { folder: dirname(modelFile), name: basename(modelFile, ".traineddata") };
}

const STOCK: ModelPlace = { folder: FOLDERS.stock, name: "tha" };
const COMMITTED: ModelPlace = { folder: FOLDERS.models, name: MODEL_NAME };

async function evaluate(modelFile: string | undefined): Promise<void> {
  const preview = { folder: FOLDERS.preview, name: MODEL_NAME };
  const models = modelFile === undefined ? [STOCK, preview, COMMITTED] : [placeOf(modelFile)];
  scoreModels(models, await makeValidation(sourcesOf("validation")));
}

async function scoreFreshLines(modelFile: string | undefined, seed: string): Promise<void> {
  const sets = await makeFreshLines(sourcesOf("validation"), seed);
  if (modelFile === undefined) scoreModels([STOCK], sets);
  const path = modelFile ?? join(FOLDERS.models, `${MODEL_NAME}.traineddata`);
  const { readOnce, asPipeline, linesReadAgain } = await readAsPipeline(
    path,
    numberModelOf(values.numbers),
    sets,
  );
  process.stdout.write(`\n${path}, each line read once\n${formatScores(readOnce)}\n`);
  process.stdout.write(
    `\nas the pipeline reads, ${linesReadAgain} doubtful lines again\n${formatScores(asPipeline)}\n`,
  );
}

async function release(): Promise<void> {
  for (const name of [MODEL_NAME, NUMBER_MODEL_NAME]) {
    copyFileSync(
      join(FOLDERS.preview, `${name}.traineddata`),
      join(openFolder("models"), `${name}.traineddata`),
    );
  }
  const sets = await makeValidation(sourcesOf("validation"));
  writeModelCard({
    stock: evaluateModel(STOCK, sets),
    released: evaluateModel(COMMITTED, sets),
    numbers: evaluateModel({ folder: FOLDERS.models, name: NUMBER_MODEL_NAME }, numberLinesOf(sets)),
    releasedOnNumbers: evaluateModel(COMMITTED, numberLinesOf(sets)),
  });
}

/** The net for numbers that was named, the committed one, or null for none. */
function numberModelOf(file: string | undefined): string | null {
  return file === "none" ? null : (file ?? join(FOLDERS.models, `${NUMBER_MODEL_NAME}.traineddata`));
}

async function scoreAmounts(modelFile: string | undefined, numberFile: string | undefined): Promise<void> {
  const model = modelFile ?? join(FOLDERS.models, `${MODEL_NAME}.traineddata`);
  const scores = await evaluateAmounts(model, numberModelOf(numberFile), MONEY_CELLS, values.seed);
  process.stdout.write(`${formatAmountScores(scores)}\n`);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    model: { type: "string" },
    numbers: { type: "string" },
    seed: { type: "string", default: "1" },
    help: { type: "boolean", short: "h" },
  },
});

/** What runs without being named: the measures at the end take long and change nothing. */
const ALL_STAGES = ["tools", "text", "lines", "train", "pack", "evaluate", "release"];

const stages: Readonly<Record<string, () => void | Promise<void>>> = {
  tools: checkTools,
  text: () => void writeAllTexts(),
  lines: drawLines,
  train: trainAll,
  pack,
  evaluate: () => evaluate(values.model),
  fresh: () => scoreFreshLines(values.model, values.seed),
  amounts: () => scoreAmounts(values.model, values.numbers),
  release,
};

if (values.help === true) {
  process.stdout.write(`${USAGE}\n`);
} else {
  const wanted = positionals.length > 0 ? positionals : ALL_STAGES;
  const unknown = wanted.find((name) => !(name in stages));
  if (unknown === undefined) {
    for (const name of wanted) await stages[name]!();
  } else {
    process.stderr.write(`There is no stage ${unknown}.\n${USAGE}\n`);
    process.exitCode = 2;
  }
}
