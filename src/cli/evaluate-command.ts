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
import { extractScans } from "./extract-scans.ts";
import type { Case, ScanOptions } from "./extract-scans.ts";
import { EXIT_CODE, UsageError } from "./exit-code.ts";
import type { ExitCode } from "./exit-code.ts";
import { interruptible } from "./interruption.ts";
import { outputNames } from "./output-names.ts";
import { selectReporter } from "./select-reporter.ts";
import type { ReporterOptions } from "./select-reporter.ts";
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
      const cases = await readCases(pairs, fail);
      const scanned = await extractScans(cases.filter(isScan), options, reporter, signal, temporaryFolder);
      for (const { name, filePath, expected } of cases) {
        try {
          const outcome = scanned.get(filePath);
          if (outcome?.kind === "failed") throw outcome.error;
          const found = await readJudged(outcome?.request.resultPath ?? filePath);
          evaluations.push({ name, evaluation: evaluateDocuments(expected, found) });
        } catch (error) {
          fail(filePath, error);
        }
      }
    } finally {
      reporter.end();
    }
    process.stdout.write(`${renderEvaluations(evaluations, options)}\n`);
    return exitCode;
  });
}

/** Reads the expected files; one that cannot be read is told of, and the others are evaluated. */
async function readCases(
  pairs: readonly EvaluationPair[],
  fail: (filePath: string, error: unknown) => void,
): Promise<readonly Case[]> {
  const names = outputNames(pairs.map((pair) => pair.filePath));
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
