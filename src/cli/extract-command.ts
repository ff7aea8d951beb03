import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { pipeline as pipe } from "node:stream/promises";
import { extractFiles } from "../run/extract-files.ts";
import type { FileOutcome } from "../run/extract-files.ts";
import type { ExtractRequest } from "../run/extract-file.ts";
import { describeError } from "./describe-error.ts";
import { describeExtraction } from "./describe-extraction.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { interruptible } from "./interruption.ts";
import { outputNames } from "./output-names.ts";
import { parsePageRanges } from "./page-ranges.ts";
import { chosenPipeline } from "./chosen-pipeline.ts";
import type { FileReport, Reporter } from "./reporter.ts";
import { selectReporter } from "./select-reporter.ts";
import type { ReporterOptions } from "./select-reporter.ts";
import { withTools } from "./run-tools.ts";
import type { ToolOptions } from "./run-tools.ts";
import { optionalUserPath, userPath } from "./user-path.ts";
import { withTemporaryFolder } from "./with-temporary-folder.ts";
import { takeName, temporaryBeside } from "./write-atomically.ts";

export interface ExtractOptions extends ReporterOptions, ToolOptions {
  readonly out?: string;
  readonly pipeline: string;
  readonly overlay?: true;
  readonly pages?: string;
  /** False with `--no-repair`. */
  readonly repair: boolean;
}

/** An input with the place of its output, and of the pictures of its pages. */
interface Job {
  readonly request: ExtractRequest;
  /** `null` for standard output. */
  readonly outputPath: string | null;
}

/** `raingan extract`: files to JSON files, or one file to standard output. */
export async function extractCommand(names: readonly string[], options: ExtractOptions): Promise<ExitCode> {
  return withTemporaryFolder((folder) => extractInto(folder, names, options));
}

async function extractInto(
  temporaryFolder: string,
  names: readonly string[],
  options: ExtractOptions,
): Promise<ExitCode> {
  const jobs = planJobs(names, options, temporaryFolder);
  const jobOf = new Map(jobs.map((job) => [job.request, job]));
  let exitCode: ExitCode = EXIT_CODE.ok;

  return interruptible(async (signal) => {
    const reporter = await selectReporter(
      options,
      jobs.map((job) => job.request.filePath),
    );
    const deliver = async (outcome: FileOutcome): Promise<void> => {
      const isComplete = await deliverOutcome(outcome, jobOf.get(outcome.request)!, reporter);
      if (!isComplete) exitCode = EXIT_CODE.incomplete;
    };
    try {
      await withTools(options, signal, async (tools, atOnce) => {
        const requests = jobs.map((job) => job.request);
        await extractFiles(requests, tools, { atOnce, signal, listen: reporter.listen, deliver });
      });
      return exitCode;
    } finally {
      reporter.end();
      // What workers had begun to write when they were ended.
      await Promise.all(jobs.map((job) => rm(job.request.resultPath, { force: true })));
    }
  });
}

function planJobs(
  names: readonly string[],
  options: ExtractOptions,
  temporaryFolder: string,
): readonly Job[] {
  const filePaths = [...new Set(names.map(userPath))];
  if (filePaths.length > 1 && options.out === undefined) {
    throw new UsageError(`${filePaths.length} files need a folder for their results: add --out DIR.`);
  }
  const outDir = optionalUserPath(options.out);
  const pipeline = chosenPipeline(options.pipeline);
  const pages = options.pages === undefined ? null : parsePageRanges(options.pages);
  const modelPath = optionalUserPath(options.model);
  const outputs = outputNames(filePaths);
  return filePaths.map((filePath, index) => {
    const output = outputs[index]!;
    const overlayDir = options.overlay === true ? join(outDir ?? userPath("."), `${output}-overlay`) : null;
    const outputPath = outDir === null ? null : join(outDir, `${output}.json`);
    const resultPath =
      outputPath === null ? join(temporaryFolder, "result.json") : temporaryBeside(outputPath);
    return {
      request: {
        filePath,
        resultPath,
        pipeline,
        pages,
        modelPath,
        overlayDir,
        withoutRepair: !options.repair,
      },
      outputPath,
    };
  });
}

/** Writes a result and says how the file ended; false where it did not end well. */
async function deliverOutcome(outcome: FileOutcome, job: Job, reporter: Reporter): Promise<boolean> {
  const { filePath, pipeline } = job.request;
  const report = await placeOutcome(outcome, job.outputPath, pipeline.name).catch(describeError);
  reporter.report({ filePath, ...report });
  return report.level === "info";
}

async function placeOutcome(
  outcome: FileOutcome,
  outputPath: string | null,
  pipelineName: string,
): Promise<Omit<FileReport, "filePath">> {
  if (outcome.kind === "failed") return describeError(outcome.error);
  const { resultPath } = outcome.request;
  if (outputPath === null) await pipe(createReadStream(resultPath), process.stdout, { end: false });
  else await takeName(resultPath, outputPath);
  const destination = outputPath === null ? null : relative(userPath("."), outputPath);
  return describeExtraction(outcome.summary, pipelineName, destination, outcome.wallMs);
}
