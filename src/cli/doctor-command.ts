import { availableParallelism, freemem, totalmem } from "node:os";
import { readTraineddata } from "../ocr/read-traineddata.ts";
import { startTesseract } from "../ocr/tesseract-engine.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import { defaultModelPath } from "../run/default-model-path.ts";
import { EXIT_CODE } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { packageVersion } from "./package-version.ts";
import { userPath } from "./user-path.ts";

/** A page in work takes up to this much. */
const MEMORY_PER_WORKER_MIB = 500;

/** One thing that is looked at, and what it is like; throws what is wrong with it. */
type Check = readonly [name: string, look: () => string | Promise<string>];

/** `raingan doctor`: what is in force on this machine, and whether it works. */
export async function doctorCommand(options: { readonly model?: string }): Promise<ExitCode> {
  const modelPath = options.model === undefined ? defaultModelPath() : userPath(options.model);
  const checks: readonly Check[] = [
    ["raingan", packageVersion],
    ["Node", () => `${process.versions.node} at ${process.execPath} (${process.platform} ${process.arch})`],
    ["cores", () => `${availableParallelism()}: as many pages are read at the same time`],
    ["memory", describeMemory],
    ["model", () => describeModel(modelPath)],
    ["recognizer", () => tryRecognizer(modelPath)],
    ["dictionaries", describeDictionaries],
    ["drawing", tryDrawing],
  ];
  let exitCode: ExitCode = EXIT_CODE.ok;
  for (const [name, look] of checks) {
    try {
      process.stdout.write(`${name.padEnd(14)}${await look()}\n`);
    } catch (error) {
      exitCode = EXIT_CODE.incomplete;
      process.stdout.write(
        `${name.padEnd(14)}FAILED: ${error instanceof Error ? error.message : String(error)}\n`,
      );
    }
  }
  return exitCode;
}

function describeMemory(): string {
  const freeMib = Math.round(freemem() / 2 ** 20);
  const workers = Math.max(1, Math.floor(freeMib / MEMORY_PER_WORKER_MIB));
  const advice = workers < availableParallelism() ? `; better use --workers ${workers}` : "";
  return `${freeMib} MiB free of ${Math.round(totalmem() / 2 ** 20)} MiB${advice}`;
}

async function describeModel(modelPath: string): Promise<string> {
  const { info } = await readTraineddata(modelPath);
  const digits = info.knowsThaiDigits
    ? "knows all Thai digits"
    : "does not know all Thai digits (๐ to ๙): numbers are left open for review";
  return `${info.name} at ${modelPath}; ${digits}`;
}

async function tryRecognizer(modelPath: string): Promise<string> {
  const startMs = performance.now();
  const engine = await startTesseract(await readTraineddata(modelPath));
  try {
    await engine.readLine({ widthPx: 64, heightPx: 48, data: new Uint8Array(64 * 48).fill(255) });
  } finally {
    await engine.close();
  }
  return `starts in ${((performance.now() - startMs) / 1000).toFixed(1)} s`;
}

function describeDictionaries(): string {
  const { hash, places } = loadDictionaries();
  return `${hash.slice(0, 12)}, ${places.provinces.size} provinces, ${places.subdistricts.size} sub-districts`;
}

async function tryDrawing(): Promise<string> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const canvas = createCanvas(8, 8);
  canvas.getContext("2d").fillRect(0, 0, 8, 8);
  return `canvas ${canvas.width} x ${canvas.height} drawn`;
}
