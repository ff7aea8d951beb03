import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { readTraineddata } from "../ocr/read-traineddata.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { defaultModelPath, numberModelPath } from "../run/default-model-path.ts";
import type { ExtractTools } from "../run/extract-file.ts";
import { createPagePool } from "../run/page-pool.ts";
import { UsageError } from "./exit-code.ts";
import { packageVersion } from "./package-version.ts";
import { loadOwnDictionaries } from "./load-own-dictionaries.ts";
import { optionalUserPath } from "./user-path.ts";

/** The module that reads pages in a process of its own: beside the others, in the sources and in a build alike. */
export const PAGE_WORKER = new URL(`../run/page-worker${extname(import.meta.filename)}`, import.meta.url);

/** How pages are read, as given on the command line. */
export interface ToolOptions {
  readonly model?: string;
  /** A folder of own dictionaries. */
  readonly dictionaries?: string;
  readonly workers?: number;
  /** In seconds. */
  readonly pageTimeout?: number;
  /** The module that reads pages, where it is not the usual one. */
  readonly pageWorker?: URL;
}

/**
 * Makes what all files of a run share, and closes it after the work.
 *
 * @throws UsageError where the model given on the command line is none, or own dictionaries have mistakes.
 */
export async function withTools<T>(
  options: ToolOptions,
  signal: AbortSignal,
  work: (tools: ExtractTools, workerCount: number) => Promise<T>,
): Promise<T> {
  const workerCount = options.workers ?? availableParallelism();
  const timeout = options.pageTimeout === undefined ? {} : { pageTimeoutMs: options.pageTimeout * 1000 };
  const model = await readModel(optionalUserPath(options.model));
  const dictionariesDir = optionalUserPath(options.dictionaries);
  // An own folder is looked at before anything is read: a mistake in it stops the run at once.
  let dictionaries: Dictionaries | null =
    dictionariesDir === null ? null : loadOwnDictionaries(dictionariesDir);
  const loadOnce = (): Dictionaries => (dictionaries ??= loadDictionaries());
  const pool = createPagePool({
    workerScript: options.pageWorker ?? PAGE_WORKER,
    workerCount,
    signal,
    ...timeout,
  });
  try {
    const version = packageVersion();
    return await work({ pool, model, loadDictionaries: loadOnce, dictionariesDir, version }, workerCount);
  } finally {
    await pool.close();
  }
}

async function readModel(modelPath: string | null): Promise<ExtractTools["model"]> {
  try {
    const { info } = await readTraineddata(modelPath ?? defaultModelPath());
    const numberPath = numberModelPath();
    if (numberPath === null) return info;
    // Both nets have a part in what is read.
    return { ...info, name: `${info.name} + ${(await readTraineddata(numberPath)).info.name}` };
  } catch (error) {
    if (modelPath === null) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--model ${modelPath}: ${reason}`, { cause: error });
  }
}
