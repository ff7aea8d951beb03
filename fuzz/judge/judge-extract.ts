import { parse } from "node:path";
import type { Watched } from "../run/watch-process.ts";
import { breach, type Breach } from "./rules.ts";
import { unfitText } from "./unfit-text.ts";
import { checkOutput } from "./valid-output.ts";

/** What a batch was to do. */
export interface ExtractExpectation {
  readonly cases: readonly {
    readonly index: number;
    readonly prefix: string;
    readonly fileName: string;
  }[];
  /** Good files with what is written of each when it is alone, by the name of the output. */
  readonly neighbours: readonly { readonly outputName: string; readonly text: string }[];
  readonly peakRssLimitMiB: number;
  /** Whether only what did not end well is shown. */
  readonly isQuiet: boolean;
  /** The folder that all of it happened in. */
  readonly folder: string;
}

/** What it left. */
export interface ExtractFindings extends Watched {
  /** The lines of the log, wherever they went. */
  readonly log: string;
  /** What a person sees; empty where the log is shown. */
  readonly shown: string;
  /** By the name of the file. */
  readonly outputs: ReadonlyMap<string, string>;
  /** What lies about that should not. */
  readonly leftOver: readonly string[];
  readonly changedInputs: readonly string[];
}

/** What became of a case: `result`, `refused file-damaged`, `page page-damaged`, … */
export interface Outcome {
  readonly index: number;
  readonly outcome: string;
}

export interface Judgement {
  readonly breaches: readonly Breach[];
  readonly outcomes: readonly Outcome[];
}

interface LogRecord {
  readonly event?: string;
  readonly level?: number;
  readonly file?: string;
  readonly code?: string | null;
  readonly message?: string;
  readonly msg?: string;
  readonly pageNumber?: number;
}

/** Codes of pages and files that mean that something broke, and of those that took what they may not. */
const CRASHES: ReadonlySet<string> = new Set(["unexpected", "page-failed", "page-crashed", "file-crashed"]);
const HANGS: ReadonlySet<string> = new Set(["page-timeout", "file-timeout"]);
const MEMORY: ReadonlySet<string> = new Set(["page-too-large", "file-needs-memory"]);
/** A file that ends so has a result all the same. */
const WITH_RESULT: ReadonlySet<string> = new Set(["pages-failed", "nothing-found", "no-page-read"]);
const WARN_LEVEL = 40;
const EXIT = { ok: 0, incomplete: 1 } as const;

/** Judges one call of `extract` with `--out` and a log. */
export function judgeExtract(expectation: ExtractExpectation, findings: ExtractFindings): Judgement {
  const { records, others } = readLog(findings.log);
  const reports = records.filter(({ event }) => event === "file-reported");
  const judged = expectation.cases.map((entry) => judgeCase(entry, records, expectation, findings));
  const isWorse = (record: LogRecord): boolean => (record.level ?? 0) >= WARN_LEVEL;
  const expectedExit = reports.some(isWorse) ? EXIT.incomplete : EXIT.ok;
  const breaches: Breach[] = [...judgeEnd(findings, expectation.peakRssLimitMiB)];
  for (const line of others) breaches.push(breach("no-crash", null, `in the log: ${line}`));
  breaches.push(...judgeShown(findings.shown, reports.filter(isWorse).length, expectation));
  if (findings.stdout !== "")
    breaches.push(breach("one-line", null, `on standard output: ${findings.stdout}`));
  const hasEnded = findings.signal === null && !findings.isTimedOut;
  if (hasEnded && findings.exitCode !== expectedExit) {
    breaches.push(breach("exit-code", null, `${findings.exitCode} instead of ${expectedExit}`));
  }
  for (const { outputName, text } of expectation.neighbours) {
    const found = findings.outputs.get(outputName);
    if (found === text) continue;
    breaches.push(
      breach("neighbours", null, `${outputName} is ${found === undefined ? "missing" : "different"}`),
    );
  }
  return {
    breaches: [...breaches, ...judged.flatMap((entry) => entry.breaches)],
    outcomes: judged.map(({ index, outcome }) => ({ index, outcome })),
  };
}

/** Every line that a person sees is fit to be seen; with `--quiet` there is one for each file that did not end well. */
function judgeShown(
  shown: string,
  worseCount: number,
  { isQuiet, folder }: ExtractExpectation,
): readonly Breach[] {
  const lines = shown.split("\n").filter((line) => line !== "");
  const unfit = lines.flatMap((line) => {
    const why = unfitText(line, folder);
    if (why === null) return [];
    return [breach(why === "a stack trace" ? "no-crash" : "one-line", null, `shown with ${why}: ${line}`)];
  });
  const isCounted = !isQuiet || lines.length === worseCount;
  return isCounted
    ? unfit
    : [...unfit, breach("one-line", null, `${lines.length} lines for ${worseCount} files`)];
}

/** What holds for every process that was watched. */
export function judgeEnd(
  findings: Watched & Partial<Pick<ExtractFindings, "leftOver" | "changedInputs">>,
  peakRssLimitMiB: number,
): readonly Breach[] {
  const {
    isTimedOut,
    signal,
    peakRssMiB,
    wallMs,
    processesLeft,
    leftOver = [],
    changedInputs = [],
  } = findings;
  const breaches: Breach[] = [];
  if (isTimedOut) breaches.push(breach("no-hang", null, `not done after ${Math.round(wallMs / 1000)} s`));
  else if (signal !== null) breaches.push(breach("no-crash", null, `ended by ${signal}`));
  if (peakRssMiB > peakRssLimitMiB) {
    breaches.push(breach("memory", null, `a process held ${peakRssMiB} MiB, more than ${peakRssLimitMiB}`));
  }
  if (processesLeft > 0) breaches.push(breach("no-process-left", null, `${processesLeft} processes`));
  // What was killed from outside cannot clean up.
  if (leftOver.length > 0 && !isTimedOut) breaches.push(breach("nothing-left", null, leftOver.join(", ")));
  for (const name of changedInputs) breaches.push(breach("inputs-kept", null, name));
  return breaches;
}

function judgeCase(
  { index, prefix, fileName }: ExtractExpectation["cases"][number],
  records: readonly LogRecord[],
  { folder }: ExtractExpectation,
  { outputs }: ExtractFindings,
): Judgement & Outcome {
  const own = records.filter(({ file }) => file?.startsWith(prefix) === true);
  const reports = own.filter(({ event }) => event === "file-reported");
  const pageCodes = own.flatMap(({ event, code }) => (event === "page-failed" ? [code ?? "?"] : []));
  const breaches: Breach[] = [];
  const add = (rule: Breach["rule"], detail: string): void => void breaches.push(breach(rule, index, detail));
  if (reports.length !== 1) add("one-line", `${reports.length} reports`);
  const [report] = reports;
  for (const { code, message, msg } of own) {
    const text = message ?? msg ?? "";
    if (CRASHES.has(code ?? "")) add("no-crash", `${code}: ${text}`);
    if (HANGS.has(code ?? "")) add("no-hang", `${code}: ${text}`);
    if (MEMORY.has(code ?? "")) add("memory", `${code}: ${text}`);
    const unfit = unfitText(withoutName(text, fileName), folder);
    if (unfit !== null) add("one-line", `${unfit}: ${text}`);
  }
  const written = [...outputs].filter(([name]) => name.startsWith(prefix));
  const shouldWrite =
    report !== undefined && ((report.level ?? 0) < WARN_LEVEL || WITH_RESULT.has(report.code ?? ""));
  if (report !== undefined && written.length !== (shouldWrite ? 1 : 0)) {
    add(
      "valid-output",
      `${written.length} outputs where the report is ${report.code ?? "good"}: ${report.msg ?? ""}`,
    );
  }
  for (const [, text] of written) {
    const checked = checkOutput(text);
    if ("problem" in checked) {
      add("valid-output", checked.problem);
      continue;
    }
    for (const remark of [
      ...checked.extraction.remarks,
      ...checked.extraction.pages.flatMap((page) => page.remarks),
    ]) {
      const unfit = unfitText(remark.message, folder);
      if (unfit !== null) add("one-line", `${unfit} in the remark ${remark.code}: ${remark.message}`);
    }
  }
  const outcome =
    report === undefined ? "no report" : [report.code ?? "result", ...new Set(pageCodes)].join(" ");
  return { index, outcome, breaches, outcomes: [] };
}

/** In a log a name may have any characters, which JSON writes as escapes; where names are shown, they are judged too. */
function withoutName(text: string, fileName: string): string {
  return text.replaceAll(fileName, "").replaceAll(parse(fileName).name, "");
}

/** The records of a log, and lines that are none. */
function readLog(stderr: string): {
  readonly records: readonly LogRecord[];
  readonly others: readonly string[];
} {
  const records: LogRecord[] = [];
  const others: string[] = [];
  for (const line of stderr.split("\n")) {
    if (line.trim() === "") continue;
    try {
      records.push(JSON.parse(line) as LogRecord);
    } catch {
      others.push(line);
    }
  }
  return { records, others };
}
