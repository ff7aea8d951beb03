import { fork } from "node:child_process";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { Command, Option } from "commander";
import { parseCount } from "../../src/cli/parse-count.ts";
import { renderMarkdown, renderTerminal } from "../../src/evaluate/render-report.ts";
import { GEOMETRY_SETS, type GeometryDocument, type GeometrySet, listDocuments } from "./geometry-sets.ts";
import { geometryTables } from "./geometry-tables.ts";
import type { MeasureSettings, PageResult } from "./measure-document.ts";

interface GeometryOptions {
  readonly set: GeometrySet;
  readonly rules?: string;
  readonly kind?: GeometryDocument["kind"];
  readonly seed?: string;
  readonly folder: string;
  readonly reuseCleaned?: true;
  readonly overlay?: string;
  readonly faults?: true;
  readonly markdown?: true;
  readonly workers: number;
}

const program = new Command("bench:geometry")
  .description("Measures the finding of tables on made pages, without reading: grids and cells exact.")
  .addOption(new Option("--set <name>", "which documents").choices(GEOMETRY_SETS).default("development"))
  .option("--rules <names>", "only tables with these rules, with commas between")
  .addOption(new Option("--kind <kind>", "only documents of this kind").choices(["hr", "ruled-table"]))
  .option("--seed <text>", "only documents whose seed holds this")
  .option("--folder <dir>", "where made documents are kept", join(tmpdir(), "raingan-geometry"))
  .option("--reuse-cleaned", "keep cleaned pages and use them again: for work on tables alone")
  .option("--overlay <dir>", "draw what was found on pages with faults")
  .option("-f, --faults", "list pages with faults")
  .option("-m, --markdown", "print Markdown tables")
  .option("--workers <count>", "processes at a time", parseCount, availableParallelism())
  .action(run);

await program.parseAsync();

async function run(options: GeometryOptions): Promise<void> {
  const rules = options.rules?.split(",");
  const documents = listDocuments(options.set).filter(
    (document) =>
      (rules?.includes(document.rules) ?? true) &&
      (options.kind === undefined || document.kind === options.kind) &&
      (options.seed === undefined || document.seed.includes(options.seed)),
  );
  const settings: MeasureSettings = {
    folder: options.folder,
    reuseCleaned: options.reuseCleaned === true,
    overlayFolder: options.overlay ?? null,
  };
  const results = await measureAll(documents, settings, options.workers);
  if (options.faults === true) {
    for (const result of results.filter(({ comparison }) => comparison.faults.length > 0)) {
      const { kind, rules: name, seed } = result.document;
      process.stdout.write(
        `${kind} ${name} ${seed} p${result.pageNumber} ${result.profileName}: ${result.comparison.faults.join("; ")}\n`,
      );
    }
  }
  const render = options.markdown === true ? renderMarkdown : renderTerminal;
  process.stdout.write(`\n${render(geometryTables(results))}\n`);
}

/** Spreads documents over processes; the order of the results is that of the documents. */
async function measureAll(
  documents: readonly GeometryDocument[],
  settings: MeasureSettings,
  workerCount: number,
): Promise<PageResult[]> {
  const results: PageResult[][] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    const child = fork(new URL("measure-worker.ts", import.meta.url));
    while (next < documents.length) {
      const index = next++;
      const answered = Promise.withResolvers<PageResult[]>();
      const fail = (): void => answered.reject(new Error(`${JSON.stringify(documents[index])} failed`));
      child.once("message", answered.resolve);
      child.once("exit", fail);
      child.send({ document: documents[index], settings });
      results[index] = await answered.promise;
      child.off("exit", fail);
    }
    child.disconnect();
  };
  await Promise.all(Array.from({ length: Math.min(workerCount, documents.length) }, work));
  return results.flat();
}
