import { join, relative } from "node:path";
import { serializeExtraction } from "../emit/serialize-extraction.ts";
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
import { findPipeline } from "./pipelines.ts";
import type { FileReport, Reporter } from "./reporter.ts";
import { selectReporter } from "./select-reporter.ts";
import type { ReporterOptions } from "./select-reporter.ts";
import { withTools } from "./run-tools.ts";
import type { ToolOptions } from "./run-tools.ts";
import { optionalUserPath, userPath } from "./user-path.ts";
import { writeAtomically } from "./write-atomically.ts";

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
  const jobs = planJobs(names, options);
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
    }
  });
}

function planJobs(names: readonly string[], options: ExtractOptions): readonly Job[] {
  const filePaths = [...new Set(names.map(userPath))];
  if (filePaths.length > 1 && options.out === undefined) {
    throw new UsageError(`${filePaths.length} files need a folder for their results: add --out DIR.`);
  }
  const outDir = optionalUserPath(options.out);
  const pipeline = findPipeline(options.pipeline);
  const pages = options.pages === undefined ? null : parsePageRanges(options.pages);
  const modelPath = optionalUserPath(options.model);
  const outputs = outputNames(filePaths);
  return filePaths.map((filePath, index) => {
    const output = outputs[index]!;
    const overlayDir = options.overlay === true ? join(outDir ?? userPath("."), `${output}-overlay`) : null;
    return {
      request: { filePath, pipeline, pages, modelPath, overlayDir, withoutRepair: !options.repair },
      outputPath: outDir === null ? null : join(outDir, `${output}.json`),
    };
  });
}

/** Writes a result and says how the file ended; false where it did not end well. */
async function deliverOutcome(outcome: FileOutcome, job: Job, reporter: Reporter): Promise<boolean> {
  const { filePath, pipeline } = job.request;
  const report = await writeOutcome(outcome, job.outputPath, pipeline.name).catch(describeError);
  reporter.report({ filePath, ...report });
  return report.level === "info";
}

async function writeOutcome(
  outcome: FileOutcome,
  outputPath: string | null,
  pipelineName: string,
): Promise<Omit<FileReport, "filePath">> {
  if (outcome.kind === "failed") return describeError(outcome.error);
  const text = serializeExtraction(outcome.extraction);
  if (outputPath === null) process.stdout.write(text);
  else await writeAtomically(outputPath, text);
  const destination = outputPath === null ? null : relative(userPath("."), outputPath);
  return describeExtraction(outcome.extraction, pipelineName, destination, outcome.wallMs);
}
