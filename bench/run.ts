import { mkdtemp, mkdir, rm } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { basename, dirname, extname, join } from "node:path";
import { Command } from "commander";
import { parseCount } from "../src/cli/parse-count.ts";
import { userPath } from "../src/cli/user-path.ts";
import { renderMarkdown, renderTerminal } from "../src/evaluate/render-report.ts";
import { packageRoot } from "../src/run/default-model-path.ts";
import { benchTables, longTable } from "./bench-tables.ts";
import type { DocumentBench } from "./bench-tables.ts";
import { writeLongPdf, writePagePngs } from "./prepare-pages.ts";
import { nativeVersion, runNative, runTwoNatives } from "./run-native.ts";
import { runRaingan } from "./run-raingan.ts";
import type { RainganResult } from "./run-raingan.ts";

/** The scans of the repository and the recipe for each. */
const FIXTURES = [
  ["fixtures/phaising-2566/scan.pdf", "hr-policy-report"],
  ["fixtures/thalo-2566/scan.pdf", "hr-policy-report"],
  ["fixtures/real/rent-allowance.pdf", "ruled-table"],
  ["fixtures/real/living-allowance.pdf", "ruled-table"],
] as const;

interface BenchOptions {
  readonly markdown?: true;
  readonly native: boolean;
  readonly pipeline: string;
  readonly repeat: number;
  readonly long?: number;
}

const program = new Command("bench")
  .description(
    "Measures processor time, time and memory of extraction, next to native Tesseract where it is installed.",
  )
  .argument("[file...]", "scans; without any, those under fixtures/")
  .option("-p, --pipeline <name>", "the recipe for the files named", "hr-policy-report")
  .option("-m, --markdown", "print Markdown tables")
  .option("--no-native", "leave native Tesseract out")
  .option("--repeat <count>", "take the best of several runs, on a busy machine", parseCount, 1)
  .option("--long <pages>", "also watch the memory over a document of this many pages", parseCount)
  .action(bench);

await program.parseAsync();

async function bench(names: readonly string[], options: BenchOptions): Promise<void> {
  const inputs =
    names.length > 0
      ? names.map((name) => [userPath(name), options.pipeline] as const)
      : FIXTURES.map(([name, pipeline]) => [join(packageRoot(), name), pipeline] as const);
  const native = options.native ? nativeVersion() : null;
  const before = loadavg();
  const workFolder = await mkdtemp(join(tmpdir(), "raingan-bench-"));
  try {
    const documents: DocumentBench[] = [];
    for (const [filePath, pipeline] of inputs) {
      process.stderr.write(`${filePath}\n`);
      documents.push(await benchDocument(filePath, pipeline, native !== null, options.repeat, workFolder));
    }
    const tables = [...benchTables(documents)];
    if (options.long !== undefined) {
      process.stderr.write(`a document of ${options.long} pages\n`);
      const [filePath, pipeline] = inputs[0]!;
      const longPath = await writeLongPdf(filePath, options.long, workFolder);
      tables.push(longTable(await runRaingan(longPath, pipeline, 1, workFolder)));
    }
    const render = options.markdown === true ? renderMarkdown : renderTerminal;
    process.stdout.write(`${describeMachine(before, native)}\n\n${render(tables)}\n`);
  } finally {
    await rm(workFolder, { recursive: true, force: true });
  }
}

async function benchDocument(
  filePath: string,
  pipeline: string,
  withNative: boolean,
  repeat: number,
  workFolder: string,
): Promise<DocumentBench> {
  const pngFolder = join(workFolder, "pages");
  await rm(pngFolder, { recursive: true, force: true });
  await mkdir(pngFolder);
  const pages = withNative ? await writePagePngs(filePath, pngFolder) : [];
  const run = (workerCount: number): Promise<RainganResult> =>
    best(repeat, () => runRaingan(filePath, pipeline, workerCount, workFolder));
  return {
    name: `${basename(dirname(filePath))}/${basename(filePath, extname(filePath))}`,
    native: withNative ? await best(repeat, () => runNative(pages)) : null,
    twoNatives: pages.length > 1 ? await best(repeat, () => runTwoNatives(pages)) : null,
    oneWorker: await run(1),
    twoWorkers: await run(2),
  };
}

/** Other work on the machine only adds, so the quickest run says most. */
async function best<T extends { readonly cpuSeconds: number; readonly wallSeconds: number }>(
  repeat: number,
  run: () => Promise<T>,
): Promise<T> {
  let quickest = await run();
  for (let count = 1; count < repeat; count += 1) {
    const next = await run();
    if (next.wallSeconds < quickest.wallSeconds) quickest = next;
  }
  return quickest;
}

function describeMachine(before: readonly number[], native: string | null): string {
  const load = (averages: readonly number[]): string => averages.map((value) => value.toFixed(2)).join(" ");
  const cpu = cpus()[0]?.model ?? "unknown processor";
  return [
    `${availableParallelism()} cores of ${cpu}, Node ${process.versions.node}, ${native ?? "no native tesseract"}.`,
    `Load average (1, 5, 15 minutes) before ${load(before)}, after ${load(loadavg())}.`,
  ].join("\n");
}
