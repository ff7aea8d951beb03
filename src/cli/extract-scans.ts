import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { JudgedDocument } from "../evaluate/truth.ts";
import { extractFiles } from "../run/extract-files.ts";
import type { FileOutcome } from "../run/extract-files.ts";
import type { Pipeline } from "../run/pipeline.ts";
import type { EvaluationPair } from "./evaluation-pairs.ts";
import { PIPELINES } from "../../pipelines/registry.ts";
import { chosenPipeline } from "./chosen-pipeline.ts";
import type { Reporter } from "./reporter.ts";
import { withTools } from "./run-tools.ts";
import type { ToolOptions } from "./run-tools.ts";
import { optionalUserPath, userPath } from "./user-path.ts";
import { writeAtomically } from "./write-atomically.ts";

/** How scans are extracted before they are evaluated. */
export interface ScanOptions extends ToolOptions {
  readonly pipeline?: string;
  /** Folder in which the extractions are kept. */
  readonly keep?: string;
  /** What is there already may be replaced, whatever it is. */
  readonly replace?: true;
}

/** A pair whose expected file has been read. */
export interface Case extends EvaluationPair {
  readonly name: string;
  readonly expected: readonly JudgedDocument[];
}

/** Extracts the scans among what is evaluated; the outcomes by file. */
export async function extractScans(
  cases: readonly Case[],
  options: ScanOptions,
  reporter: Reporter,
  signal: AbortSignal,
  temporaryFolder: string,
): Promise<ReadonlyMap<string, FileOutcome>> {
  const outcomes = new Map<string, FileOutcome>();
  if (cases.length === 0) return outcomes;
  const modelPath = optionalUserPath(options.model);
  const requests = cases.map((entry, index) => ({
    filePath: entry.filePath,
    resultPath: join(temporaryFolder, `${index}.json`),
    pipeline: options.pipeline === undefined ? pipelineFor(entry.expected) : chosenPipeline(options.pipeline),
    pages: null,
    modelPath,
    overlayDir: null,
  }));
  const deliver = async (outcome: FileOutcome): Promise<void> => {
    outcomes.set(outcome.request.filePath, outcome);
  };
  await withTools(options, signal, (tools, atOnce) =>
    extractFiles(requests, tools, { atOnce, signal, listen: reporter.listen, deliver }),
  );
  if (options.keep !== undefined) await keepExtractions(cases, outcomes, userPath(options.keep));
  return outcomes;
}

async function keepExtractions(
  cases: readonly Case[],
  outcomes: ReadonlyMap<string, FileOutcome>,
  folder: string,
): Promise<void> {
  for (const entry of cases) {
    const outcome = outcomes.get(entry.filePath);
    if (outcome?.kind !== "extracted") continue;
    await writeAtomically(keptPath(folder, entry), await readFile(outcome.request.resultPath, "utf8"));
  }
}

/** Where the extraction of a scan is kept. */
export function keptPath(folder: string, { name }: Case): string {
  return join(folder, `${name}.json`);
}

/** The recipe that makes documents of the kind that is expected. */
function pipelineFor(expected: readonly JudgedDocument[]): Pipeline {
  return PIPELINES.find((pipeline) => pipeline.name === expected[0]?.reportKind) ?? PIPELINES[0];
}
