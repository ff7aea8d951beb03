import { writeFile } from "node:fs/promises";
import { availableParallelism, freemem, totalmem } from "node:os";
import { join } from "node:path";
import { readTraineddata } from "../ocr/read-traineddata.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import { defaultModelPath, numberModelPath } from "../run/default-model-path.ts";
import { createPagePool } from "../run/page-pool.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { loadOwnDictionaries } from "./load-own-dictionaries.ts";
import { packageVersion } from "./package-version.ts";
import { say } from "./printable.ts";
import { PAGE_WORKER } from "./run-tools.ts";
import { userPath } from "./user-path.ts";
import { withTemporaryFolder } from "./with-temporary-folder.ts";

/** A page in work takes up to this much. */
const MEMORY_PER_WORKER_MIB = 500;

/** One thing that is looked at, and what it is like; throws what is wrong with it. */
type Check = readonly [name: string, look: () => string | Promise<string>];

/** `raingan doctor`: what is in force on this machine, and whether it works. */
export async function doctorCommand(options: {
  readonly model?: string;
  readonly dictionaries?: string;
}): Promise<ExitCode> {
  const modelPath = options.model === undefined ? defaultModelPath() : userPath(options.model);
  const checks: readonly Check[] = [
    ["raingan", packageVersion],
    ["Node", () => `${process.versions.node} at ${process.execPath} (${process.platform} ${process.arch})`],
    ["cores", () => `${availableParallelism()}: as many pages are read at the same time`],
    ["memory", describeMemory],
    ["model", () => describeModel(modelPath)],
    ["numbers", describeNumberModel],
    ["dictionaries", () => describeDictionaries(options.dictionaries)],
    ["reading", () => tryReading(modelPath)],
  ];
  let exitCode: ExitCode = EXIT_CODE.ok;
  for (const [name, look] of checks) {
    try {
      say(`${name.padEnd(14)}${await look()}`);
    } catch (error) {
      exitCode = EXIT_CODE.incomplete;
      say(`${name.padEnd(14)}FAILED: ${error instanceof Error ? error.message : String(error)}`);
      if (error instanceof UsageError) for (const detail of error.details) say(`${" ".repeat(14)}${detail}`);
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

async function describeNumberModel(): Promise<string> {
  const path = numberModelPath();
  if (path === null) return "no model of their own: the one above checks itself";
  return `checked by ${(await readTraineddata(path)).info.name} at ${path}`;
}

/** Reads a drawn page as a run would: in a process of its own, through the decoders and the recognizer. */
async function tryReading(modelPath: string): Promise<string> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const canvas = createCanvas(400, 200);
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, 400, 200);
  context.fillStyle = "black";
  for (const x of [50, 90, 130]) context.fillRect(x, 80, 20, 30);
  const pool = createPagePool({ workerScript: PAGE_WORKER, workerCount: 1 });
  try {
    return await withTemporaryFolder(async (folder) => {
      const options = { filePath: join(folder, "page.png"), modelPath, overlayDir: null };
      await writeFile(options.filePath, canvas.toBuffer("image/png"));
      const outcome = await pool.read(options, (await pool.open(options)).sha256, 1);
      if (outcome.kind === "failed") throw new Error(outcome.message);
      return `works; a first page takes ${(outcome.wallMs / 1000).toFixed(1)} s`;
    });
  } finally {
    await pool.close();
  }
}

function describeDictionaries(ownFolder: string | undefined): string {
  const { hash, places, listedOffices } =
    ownFolder === undefined ? loadDictionaries() : loadOwnDictionaries(userPath(ownFolder));
  const own = ownFolder === undefined ? "" : `, with ${ownFolder} (${listedOffices.length} listed offices)`;
  return `${hash.slice(0, 12)}, ${places.provinces.size} provinces, ${places.subdistricts.size} sub-districts${own}`;
}
