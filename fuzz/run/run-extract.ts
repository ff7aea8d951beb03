import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageRoot } from "../../src/run/default-model-path.ts";
import { judgeExtract, type Judgement } from "../judge/judge-extract.ts";
import { OWN_DICTIONARIES } from "../seeds/command-seeds.ts";
import type { Seed } from "../seeds/seed.ts";
import { batchFolderPath, makeBatchFolder } from "./batch-folder.ts";
import { casePrefix, type FuzzCase } from "./fuzz-case.ts";
import type { Telling, Variant } from "./variants.ts";
import { watchProcess, type Watched } from "./watch-process.ts";

export type Engine = "recorded" | "real";

/** Where and within what limits batches run. */
export interface RunSettings {
  readonly workFolder: string;
  readonly pageTimeoutSeconds: number;
  readonly batchTimeoutMs: number;
  readonly peakRssLimitMiB: number;
}

export interface ExtractRun extends Judgement {
  readonly watched: Watched;
}

/** Good files that are read in every batch; one of each way of reading. */
const NEIGHBOUR_SEEDS = ["png-gray", "text-tabs"] as const;
const PROGRAM: Readonly<Record<Engine, string>> = {
  recorded: fileURLToPath(new URL("../engine/program.ts", import.meta.url)),
  real: join(packageRoot(), "src/cli/main.ts"),
};

/** The options for each way of telling; where the log is not shown it goes to a file. */
const TELL: Readonly<Record<Telling, (logPath: string) => readonly string[]>> = {
  log: () => ["--log"],
  quiet: (logPath) => ["--quiet", "--log-file", logPath],
  plain: (logPath) => ["--log-file", logPath],
};

/** Runs batches of files through `extract` and judges them; keeps what the good files come out as. */
export interface Extractor {
  run(cases: readonly FuzzCase[], engine: Engine, variant: Variant): Promise<ExtractRun>;
}

export function createExtractor(seeds: readonly Seed[], settings: RunSettings): Extractor {
  const neighbours = NEIGHBOUR_SEEDS.map((name) => seeds.find((seed) => seed.name === name)!);
  const references = new Map<string, ReadonlyMap<string, string>>();

  const extract = async (
    files: readonly { readonly fileName: string; readonly bytes: Buffer }[],
    engine: Engine,
    variant: Variant,
  ) => {
    const { workFolder, pageTimeoutSeconds, batchTimeoutMs } = settings;
    const folder = makeBatchFolder(batchFolderPath(workFolder), join(workFolder, "compiled"));
    const paths = files.map(({ fileName, bytes }) => folder.addInput(fileName, bytes));
    for (const [name, text] of Object.entries(OWN_DICTIONARIES)) {
      folder.addInput(join("dictionaries", name), Buffer.from(text));
    }
    const options = variant.options.map((word) =>
      word === "DICTIONARIES" ? join(folder.inputs, "dictionaries") : word,
    );
    const limits = ["--workers", "2", "--page-timeout", String(pageTimeoutSeconds)];
    const logPath = join(folder.path, "log.jsonl");
    const watched = await watchProcess(
      PROGRAM[engine],
      ["extract", ...paths, "--out", folder.out, ...options, ...limits, ...TELL[variant.telling](logPath)],
      { cwd: folder.cwd, env: folder.env, timeoutMs: batchTimeoutMs },
    );
    const isLogShown = variant.telling === "log";
    const findings = {
      ...watched,
      log: isLogShown ? watched.stderr : readIfThere(logPath),
      shown: isLogShown ? "" : watched.stderr,
      outputs: folder.outputs(),
      leftOver: folder.leftOver(),
      changedInputs: folder.changedInputs(),
    };
    folder.remove();
    return { watched, findings, path: folder.path };
  };

  const neighbourFiles = neighbours.map((seed) => ({
    fileName: `good-${seed.name}${seed.fileName}`,
    bytes: seed.bytes,
  }));

  const referencesOf = async (engine: Engine, variant: Variant): Promise<ReadonlyMap<string, string>> => {
    const key = JSON.stringify([engine, variant]);
    const known = references.get(key);
    if (known !== undefined) return known;
    const { findings } = await extract(neighbourFiles, engine, variant);
    if (findings.outputs.size !== neighbourFiles.length) {
      throw new Error(`The good files cannot be read:\n${findings.stderr}`);
    }
    references.set(key, findings.outputs);
    return findings.outputs;
  };

  return {
    async run(cases, engine, variant) {
      const reference = await referencesOf(engine, variant);
      const files = cases.map(({ fileName, bytes }) => ({ fileName, bytes }));
      const middle = Math.floor(files.length / 2);
      // One good file is read among the others and one after them.
      const ordered = [
        ...files.slice(0, middle),
        neighbourFiles[0]!,
        ...files.slice(middle),
        ...neighbourFiles.slice(1),
      ];
      const { watched, findings, path } = await extract(ordered, engine, variant);
      const judgement = judgeExtract(
        {
          cases: cases.map(({ index, fileName }) => ({ index, prefix: casePrefix(index), fileName })),
          neighbours: [...reference].map(([outputName, text]) => ({ outputName, text })),
          peakRssLimitMiB: settings.peakRssLimitMiB,
          isQuiet: variant.telling === "quiet",
          folder: path,
        },
        findings,
      );
      return { ...judgement, watched };
    },
  };
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, "utf8") : "";
}
