import { rm } from "node:fs/promises";
import { join } from "node:path";
import { extractFiles } from "../run/extract-files.ts";
import type { FileOutcome } from "../run/extract-files.ts";
import type { ExtractRequest } from "../run/extract-file.ts";
import { removeTemporariesOf } from "../run/remove-temporaries.ts";
import { describeError } from "./describe-error.ts";
import { describeExtraction } from "./describe-extraction.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { interruptible } from "./interruption.ts";
import type { Refusal } from "./found-output.ts";
import { guardOutputs } from "./guard-outputs.ts";
import { assertLogFileApart, assertStandardOutputApart } from "./keep-apart.ts";
import { parsePageRanges } from "./page-ranges.ts";
import { chosenPipeline } from "./chosen-pipeline.ts";
import { planOutputs } from "./plan-outputs.ts";
import type { Destination } from "./plan-outputs.ts";
import { prepareFolder } from "./prepare-folder.ts";
import type { FileReport, Reporter } from "./reporter.ts";
import { resolveInputs } from "./resolve-inputs.ts";
import type { Inputs } from "./resolve-inputs.ts";
import { selectReporter } from "./select-reporter.ts";
import type { ReporterOptions } from "./select-reporter.ts";
import { copyToStandardOutput } from "./standard-output.ts";
import { withTools } from "./run-tools.ts";
import type { ToolOptions } from "./run-tools.ts";
import { optionalUserPath, shownPath, userPath } from "./user-path.ts";
import { withTemporaryFolder } from "./with-temporary-folder.ts";
import { takeName, temporaryBeside } from "./write-atomically.ts";

export interface ExtractOptions extends ReporterOptions, ToolOptions {
  readonly out?: string;
  readonly pipeline: string;
  readonly overlay?: true;
  /** What is there already may be replaced, whatever it is. */
  readonly replace?: true;
  readonly pages?: string;
  /** False with `--no-repair`. */
  readonly repair: boolean;
}

/** An input with what is made of it. */
interface Job extends Destination {
  readonly request: ExtractRequest;
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
  const inputs = await resolveInputs(names);
  const jobs = planJobs(inputs.filePaths, options, temporaryFolder);
  const jobOf = new Map(jobs.map((job) => [job.request, job]));
  let exitCode: ExitCode = EXIT_CODE.ok;

  return interruptible(async (signal) => {
    await prepareOutputs(jobs, options, inputs);
    const reporter = await selectReporter(options, names.map(userPath));
    const guard = guardOutputs({ inputs: inputs.identities, mayReplace: options.replace === true, signal });
    const refuse = (filePath: string, refusal: Refusal): void => {
      exitCode = EXIT_CODE.incomplete;
      reporter.report({ filePath, level: "error", ...refusal });
    };
    const deliver = async (outcome: FileOutcome): Promise<void> => {
      const job = jobOf.get(outcome.request)!;
      const { resultPath } = outcome.request;
      const isToTake = outcome.kind === "extracted" && job.outputPath !== null;
      const refusal = isToTake ? await guard.checkAgain(resultPath, job.outputPath) : null;
      if (refusal !== null) refuse(job.filePath, refusal);
      else if (!(await deliverOutcome(outcome, job, reporter))) exitCode = EXIT_CODE.incomplete;
    };
    try {
      reportRepeated(inputs, reporter);
      const requests: ExtractRequest[] = [];
      for (const job of jobs) {
        const refusal = await guard.check(job);
        if (refusal === null) requests.push(job.request);
        else refuse(job.filePath, refusal);
      }
      if (requests.length === 0) return exitCode;
      await withTools(options, signal, async (tools, atOnce) =>
        extractFiles(requests, tools, { atOnce, signal, listen: reporter.listen, deliver }),
      );
      return exitCode;
    } finally {
      reporter.end();
      // What workers had begun to write when they were ended.
      await Promise.all(jobs.map((job) => rm(job.request.resultPath, { force: true })));
      const pictureDirs = jobs.flatMap(({ overlayDir }) => (overlayDir === null ? [] : [overlayDir]));
      await Promise.all(pictureDirs.map((folder) => removeTemporariesOf(process.pid, folder)));
    }
  });
}

/** Looks at all places that will be written to, before anything is read. */
async function prepareOutputs(
  jobs: readonly Destination[],
  { out, overlay, logFile }: ExtractOptions,
  { identities }: Inputs,
): Promise<void> {
  if (out !== undefined) await prepareFolder(userPath(out), `--out ${out}`);
  else if (overlay === true) await prepareFolder(userPath("."), "--overlay without --out");
  if (out === undefined) assertStandardOutputApart(identities);
  if (logFile !== undefined) {
    const outputPaths = jobs.flatMap(({ outputPath }) => (outputPath === null ? [] : [outputPath]));
    await assertLogFileApart(logFile, { identities, outputPaths });
  }
}

function reportRepeated({ repeated }: Inputs, reporter: Reporter): void {
  for (const { filePath, firstPath } of repeated) {
    const message =
      filePath === firstPath
        ? "was named more than once; it is read once"
        : `is the same file as ${shownPath(firstPath)}; it is read once`;
    reporter.report({ filePath, level: "info", code: "read-once", message });
  }
}

function planJobs(
  filePaths: readonly string[],
  options: ExtractOptions,
  temporaryFolder: string,
): readonly Job[] {
  if (filePaths.length > 1 && options.out === undefined) {
    throw new UsageError(`${filePaths.length} files need a folder for their results: add --out DIR.`);
  }
  const outDir = optionalUserPath(options.out);
  const pipeline = chosenPipeline(options.pipeline);
  const pages = options.pages === undefined ? null : parsePageRanges(options.pages);
  const modelPath = optionalUserPath(options.model);
  const overlayRoot = options.overlay === true ? (outDir ?? userPath(".")) : null;
  return planOutputs(filePaths, outDir, overlayRoot).map((destination) => {
    const { filePath, outputPath, overlayDir } = destination;
    const resultPath =
      outputPath === null ? join(temporaryFolder, "result.json") : temporaryBeside(outputPath);
    return {
      ...destination,
      request: {
        filePath,
        resultPath,
        pipeline,
        pages,
        modelPath,
        overlayDir,
        withoutRepair: !options.repair,
      },
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
  if (outputPath === null) await copyToStandardOutput(resultPath);
  else await takeName(resultPath, outputPath);
  const destination = outputPath === null ? null : shownPath(outputPath);
  return describeExtraction(outcome.summary, pipelineName, destination, outcome.wallMs);
}
