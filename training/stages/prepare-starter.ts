import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { toFloatComponent } from "../model-format/float-component.ts";
import { formatUnicharset } from "../model-format/unicharset.ts";
import { runTool } from "../run-tool.ts";
import { ALPHABET } from "../text/alphabet.ts";
import { FOLDERS, MODEL_NAME, openFolder } from "../work-folder.ts";

/** The files that training starts from. */
export interface Starter {
  /** The stock model, as its package holds it. */
  readonly stockTraineddata: string;
  /** Its network with float weights. */
  readonly floatComponent: string;
  /** Character set and recoder of the new model, without a network. */
  readonly starterTraineddata: string;
  /** The characters of the new model's outputs, one a line, and those of the stock model's. */
  readonly unicharset: string;
  readonly stockUnicharset: string;
  readonly wordList: string;
  readonly stockConfig: string;
}

const STOCK_PACKAGE = "@tesseract.js-data/tha";

function unpackStock(): string {
  const folder = openFolder("stock");
  const target = join(folder, "tha.traineddata");
  if (existsSync(join(folder, "word.txt"))) return folder;
  const packageFolder = dirname(createRequire(import.meta.url).resolve(`${STOCK_PACKAGE}/package.json`));
  writeFileSync(
    target,
    gunzipSync(readFileSync(join(packageFolder, "4.0.0_best_int", "tha.traineddata.gz"))),
  );
  runTool("combine_tessdata", ["-u", target, join(folder, "tha.")]);
  for (const dawg of ["word", "punc", "number"]) {
    const list = join(folder, `${dawg}.txt`);
    runTool("dawg2wordlist", [
      join(folder, "tha.lstm-unicharset"),
      join(folder, `tha.lstm-${dawg}-dawg`),
      list,
    ]);
  }
  return folder;
}

/** `combine_lang_model` wants a table of Chinese radicals even for Thai; one line of the right form will do. */
const RADICAL_STROKES = "# none\n4E00\t1.0\n";

function combineLanguage(modelName: string, alphabet: readonly string[]): string {
  const folder = openFolder("starter");
  const unicharset = join(folder, "unicharset");
  writeFileSync(unicharset, formatUnicharset(alphabet));
  writeFileSync(join(folder, "radical-stroke.txt"), RADICAL_STROKES);
  runTool("combine_lang_model", [
    "--input_unicharset",
    unicharset,
    "--script_dir",
    folder,
    "--output_dir",
    folder,
    "--lang",
    modelName,
    "--pass_through_recoder",
  ]);
  return join(folder, modelName, `${modelName}.traineddata`);
}

/** Unpacks the stock model, turns its network to floats and writes the character set of a new model. */
export function prepareStarter(modelName = MODEL_NAME, alphabet = ALPHABET): Starter {
  const stock = unpackStock();
  const floatComponent = join(stock, "tha.float.lstm");
  if (!existsSync(floatComponent)) {
    writeFileSync(floatComponent, toFloatComponent(readFileSync(join(stock, "tha.lstm"))));
  }
  return {
    stockTraineddata: join(stock, "tha.traineddata"),
    floatComponent,
    starterTraineddata: combineLanguage(modelName, alphabet),
    unicharset: join(FOLDERS.starter, modelName, `${modelName}.unicharset`),
    stockUnicharset: join(stock, "tha.lstm-unicharset"),
    wordList: join(stock, "word.txt"),
    stockConfig: join(stock, "tha.config"),
  };
}
