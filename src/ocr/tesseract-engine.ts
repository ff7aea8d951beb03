import { basename, dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { createWorker, OEM, PSM, type RecognizeOptions, type Worker } from "tesseract.js";
import type { GrayImage } from "../model/image.ts";
import { encodePgm } from "./encode-pgm.ts";
import { EngineError, type EngineLine, type EngineSymbol, type LineEngine } from "./engine.ts";
import type { Traineddata } from "./read-traineddata.ts";
import { withThaiZeros } from "./with-thai-zeros.ts";

const WORKER_PATH = fileURLToPath(new URL("tesseract-worker.cjs", import.meta.url));
/** A line takes some 10 ms; one that takes this long hangs. */
const LINE_TIMEOUT_MS = 20_000;

/** What keeps one line's reading from changing the next one's, and the engine to one line at a time. */
const PARAMETERS = {
  tessedit_pageseg_mode: PSM.RAW_LINE,
  // Words read in one line would become a dictionary for the next.
  tessedit_enable_doc_dict: "0",
  classify_enable_learning: "0",
  preserve_interword_spaces: "1",
  // White print on black is not looked for: doubtful lines would be read twice.
  tessedit_do_invert: "0",
};

export interface TesseractOptions {
  /** The net for numbers; without it numbers are read by `model` alone. */
  readonly numberModel?: Traineddata | null;
  readonly lineTimeoutMs?: number;
}

/**
 * A `LineEngine` on tesseract.js: one worker thread, watched; a worker that hangs or dies is replaced, and
 * the line is tried once more before it is given up. The net for numbers is a second reader in the same thread, started
 * with the first number: a thread of its own would hold the program and its memory twice.
 */
export async function startTesseract(
  model: Traineddata,
  { numberModel = null, lineTimeoutMs = LINE_TIMEOUT_MS }: TesseractOptions = {},
): Promise<LineEngine> {
  let worker = await spawn(model);
  const read = async (
    image: GrayImage,
    recognizeWith: (worker: Worker, file: Uint8Array) => Promise<EngineLine>,
  ): Promise<EngineLine> => {
    const file = encodePgm(image);
    for (let attempt = 1; ; attempt++) {
      try {
        return await watched(recognizeWith(worker, file), lineTimeoutMs);
      } catch (cause) {
        await terminate(worker);
        worker = await spawn(model);
        if (attempt === 2) throw new EngineError("the recognizer failed twice on a line", { cause });
      }
    }
  };
  return {
    model: model.info,
    readLine: (image, characters = "") =>
      read(image, (reader, file) => recognizeOnly(reader, file, characters)),
    readNumber:
      numberModel === null
        ? null
        : (image) => read(image, (reader, file) => recognizeNumber(reader, file, numberModel)),
    close: () => terminate(worker),
  };
}

async function spawn(model: Traineddata): Promise<Worker> {
  const fileName = basename(model.filePath);
  const worker = await createWorker(fileName.replace(/\.traineddata(\.gz)?$/, ""), OEM.LSTM_ONLY, {
    workerPath: WORKER_PATH,
    langPath: dirname(model.filePath),
    gzip: fileName.endsWith(".gz"),
    cacheMethod: "none",
    errorHandler: () => undefined,
  });
  await worker.setParameters(PARAMETERS);
  return worker;
}

async function terminate(worker: Worker): Promise<void> {
  await worker.terminate().catch(() => undefined);
}

async function watched<T>(work: Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new EngineError("the recognizer did not answer in time")), timeoutMs);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

async function recognizeOnly(worker: Worker, file: Uint8Array, characters: string): Promise<EngineLine> {
  if (characters === "") return recognize(worker, file);
  await worker.setParameters({ tessedit_char_whitelist: characters });
  const read = await recognize(worker, file);
  await worker.setParameters({ tessedit_char_whitelist: "" });
  return read;
}

function recognizeNumber(worker: Worker, file: Uint8Array, model: Traineddata): Promise<EngineLine> {
  // An option of our own worker script, which the package's types do not know.
  const options = { numberModel: { filePath: model.filePath, parameters: PARAMETERS } };
  return recognize(worker, file, options as Partial<RecognizeOptions>);
}

async function recognize(
  worker: Worker,
  file: Uint8Array,
  options: Partial<RecognizeOptions> = {},
): Promise<EngineLine> {
  const { data } = await worker.recognize(file, options, { text: true, blocks: true });
  // Our worker script puts the line's symbols where the package has blocks.
  const found = (data.blocks ?? []) as unknown as readonly TesseractSymbol[];
  const symbols = withThaiZeros(withSpaces(found, data.text ?? ""));
  const confidences = symbols.filter((symbol) => symbol.text !== " ").map((symbol) => symbol.confidence);
  return {
    text: symbols.map((symbol) => symbol.text).join(""),
    confidence:
      confidences.length === 0 ? 0 : confidences.reduce((sum, value) => sum + value, 0) / confidences.length,
    symbols,
  };
}

/** A symbol as `tesseract-worker.cjs` reports it, in pixels of the line image. */
interface TesseractSymbol {
  readonly text: string;
  readonly percent: number;
  readonly left: number;
  readonly right: number;
}

/**
 * Puts the spaces of the plain text between the symbols. Tesseract makes nearly every Thai character a word
 * (tesseract#2702), so its word borders say nothing; its plain text keeps the printed spaces only.
 */
function withSpaces(found: readonly TesseractSymbol[], text: string): EngineSymbol[] {
  const symbols: EngineSymbol[] = [];
  let at = 0;
  for (const { text: character, percent, left, right } of found) {
    const next = text.indexOf(character, at);
    const between = next === -1 ? "" : text.slice(at, next);
    const previous = symbols.at(-1);
    if (previous && /^\s+$/.test(between)) {
      symbols.push({
        text: " ",
        confidence: 1,
        left: previous.right,
        right: Math.max(previous.right, left),
      });
    }
    if (next !== -1) at = next + character.length;
    symbols.push({ text: character, confidence: percent / 100, left, right });
  }
  return symbols;
}
