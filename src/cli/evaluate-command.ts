import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { evaluateDocuments } from "../evaluate/evaluate-documents.ts";
import { sumEvaluations } from "../evaluate/evaluation.ts";
import { readJudgedFile } from "../evaluate/read-judged-file.ts";
import { renderMarkdown, renderTerminal } from "../evaluate/render-report.ts";
import { reportConfusions } from "../evaluate/report-confusions.ts";
import { reportDifferences } from "../evaluate/report-differences.ts";
import { reportTables } from "../evaluate/report-tables.ts";
import type { NamedEvaluation } from "../evaluate/report-tables.ts";
import type { JudgedDocument } from "../evaluate/truth.ts";
import { describeError } from "./describe-error.ts";
import { evaluationPairs } from "./evaluation-pairs.ts";
import type { EvaluationPair } from "./evaluation-pairs.ts";
import { extractScans, keptPath } from "./extract-scans.ts";
import type { Case, ScanOptions } from "./extract-scans.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import type { Refusal } from "./found-output.ts";
import { guardOutputs } from "./guard-outputs.ts";
import { interruptible } from "./interruption.ts";
import { assertLogFileApart } from "./keep-apart.ts";
import { outputNames } from "./output-names.ts";
import { planOutputs } from "./plan-outputs.ts";
import { prepareFolder } from "./prepare-folder.ts";
import { printable, printableLines } from "./printable.ts";
import { resolveInputs } from "./resolve-inputs.ts";
import { selectReporter } from "./select-reporter.ts";
import type { ReporterOptions } from "./select-reporter.ts";
import { userPath } from "./user-path.ts";
import { withTemporaryFolder } from "./with-temporary-folder.ts";

export interface EvaluateOptions extends ReporterOptions, ScanOptions {
  readonly expected?: string;
  readonly markdown?: true;
  readonly differences?: true;
  readonly confusions?: number;
}

/** `raingan evaluate`: extractions, or scans that are extracted first, against expected files. */
export async function evaluateCommand(names: readonly string[], options: EvaluateOptions): Promise<ExitCode> {
  const pairs = evaluationPairs(names, options.expected ?? null);
  return withTemporaryFolder((folder) => evaluatePairs(pairs, options, folder));
}

async function evaluatePairs(
  pairs: readonly EvaluationPair[],
  options: EvaluateOptions,
  temporaryFolder: string,
): Promise<ExitCode> {
  return interruptible(async (signal) => {
    await prepareOutputs(pairs, options);
    const reporter = await selectReporter(
      options,
      pairs.filter(isScan).map((pair) => pair.filePath),
    );
    const evaluations: NamedEvaluation[] = [];
    let exitCode: ExitCode = EXIT_CODE.ok;
    const fail = (filePath: string, error: unknown): void => {
      exitCode = EXIT_CODE.incomplete;
      reporter.report({ filePath, ...describeError(error) });
    };
    try {
      const all = await readCases(pairs, fail);
      const refused = await refuseToKeep(all, options, signal);
      for (const [{ filePath }, refusal] of refused) {
        exitCode = EXIT_CODE.incomplete;
        reporter.report({ filePath, level: "error", ...refusal });
      }
      const cases = all.filter((entry) => !refused.has(entry));
      const scanned = await extractScans(cases.filter(isScan), options, reporter, signal, temporaryFolder);
      for (const { name, filePath, expected } of cases) {
        try {
          const outcome = scanned.get(filePath);
          if (outcome?.kind === "failed") throw outcome.error;
          const found = await readJudged(outcome?.request.resultPath ?? filePath);
          evaluations.push({ name: printable(name), evaluation: evaluateDocuments(expected, found) });
        } catch (error) {
          fail(filePath, error);
        }
      }
    } finally {
      reporter.end();
    }
    process.stdout.write(`${printableLines(renderEvaluations(evaluations, options))}\n`);
    return exitCode;
  });
}

/** Looks at all places that will be written to, before anything is read. */
async function prepareOutputs(
  pairs: readonly EvaluationPair[],
  { keep, logFile }: EvaluateOptions,
): Promise<void> {
  if (keep !== undefined) await prepareFolder(userPath(keep), `--keep ${keep}`);
  if (logFile === undefined) return;
  const { identities } = await resolveInputs(
    pairs.flatMap(({ filePath, truthPath }) => [filePath, truthPath]),
  );
  const kept = keep === undefined ? [] : planOutputs(filePathsOf(pairs), userPath(keep), null);
  const outputPaths = kept.flatMap(({ outputPath }) => (outputPath === null ? [] : [outputPath]));
  await assertLogFileApart(logFile, { identities, outputPaths });
}

/** Reads the expected files; one that cannot be read is told of, and the others are evaluated. */
async function readCases(
  pairs: readonly EvaluationPair[],
  fail: (filePath: string, error: unknown) => void,
): Promise<readonly Case[]> {
  const names = outputNames(filePathsOf(pairs));
  const cases: Case[] = [];
  for (const [index, pair] of pairs.entries()) {
    try {
      cases.push({ ...pair, name: names[index]!, expected: await readJudged(pair.truthPath) });
    } catch (error) {
      fail(pair.truthPath, error);
    }
  }
  return cases;
}

/** The scans whose extraction would be kept in the place of something else, with the reason. */
async function refuseToKeep(
  cases: readonly Case[],
  { keep, replace }: EvaluateOptions,
  signal: AbortSignal,
): Promise<ReadonlyMap<Case, Refusal>> {
  const refused = new Map<Case, Refusal>();
  if (keep === undefined) return refused;
  const { identities } = await resolveInputs(
    cases.flatMap(({ filePath, truthPath }) => [filePath, truthPath]),
  );
  const guard = guardOutputs({ inputs: identities, mayReplace: replace === true, signal });
  for (const entry of cases.filter(isScan)) {
    const outputPath = keptPath(userPath(keep), entry);
    const refusal = await guard.check({ filePath: entry.filePath, outputPath, overlayDir: null });
    if (refusal !== null) refused.set(entry, refusal);
  }
  return refused;
}

function filePathsOf(pairs: readonly EvaluationPair[]): readonly string[] {
  return pairs.map((pair) => pair.filePath);
}

function isScan(pair: EvaluationPair): boolean {
  return !pair.filePath.toLowerCase().endsWith(".json");
}

async function readJudged(filePath: string): Promise<readonly JudgedDocument[]> {
  const name = basename(filePath);
  const text = await readFile(filePath, "utf8").catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${name} cannot be read (${cause.code}). Check the path.`, { cause });
  });
  try {
    return readJudgedFile(JSON.parse(text));
  } catch (cause) {
    const message = `${name} is neither an extraction nor an expected file; see the output contract for its form.`;
    throw new UsageError(message, { cause });
  }
}

function renderEvaluations(evaluations: readonly NamedEvaluation[], options: EvaluateOptions): string {
  const render = options.markdown === true ? renderMarkdown : renderTerminal;
  const tables = [...reportTables(evaluations)];
  if (options.confusions !== undefined) {
    tables.push(
      reportConfusions(sumEvaluations(evaluations.map((entry) => entry.evaluation)), options.confusions),
    );
  }
  const parts = [render(tables), ...(options.differences === true ? [reportDifferences(evaluations)] : [])];
  return parts.filter((part) => part !== "").join("\n\n");
}
