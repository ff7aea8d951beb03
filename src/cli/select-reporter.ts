import { STANDARD_ERROR_SINK, openLogFile } from "./log-sink.ts";
import type { LogSink } from "./log-sink.ts";
import { packageVersion } from "./package-version.ts";
import {
  createPlainReporter,
  createQuietReporter,
  createTerminalReporter,
  joinReporters,
  withLabels,
} from "./reporter.ts";
import type { Reporter } from "./reporter.ts";
import { fileLabels } from "./shortest-unique.ts";

export interface ReporterOptions {
  readonly log?: true;
  readonly logFile?: string;
  readonly quiet?: true;
}

/**
 * What tells of a run: a changing line on a terminal, plain lines elsewhere, JSON lines with `--log`, and those into
 * a file beside the others with `--log-file`. A file that is named twice is told of twice.
 */
export async function selectReporter(
  options: ReporterOptions,
  filePaths: readonly string[],
): Promise<Reporter> {
  const shown = await selectShown(options, filePaths.length);
  const { logFile } = options;
  const onLost = (reason: string): void =>
    shown.warn(
      `--log-file ${logFile}: no more is written there: ${reason}. The results do not suffer from it.`,
    );
  const logs = logFile === undefined ? [] : [await createLog(await openLogFile(logFile, onLost))];
  return withLabels(joinReporters([shown, ...logs]), fileLabels([...new Set(filePaths)]));
}

async function selectShown(options: ReporterOptions, fileCount: number): Promise<Reporter> {
  const { stderr } = process;
  const write = (line: string): void => void stderr.write(`${line}\n`);
  if (options.log === true) return createLog(STANDARD_ERROR_SINK);
  if (options.quiet === true) return createQuietReporter(write);
  return stderr.isTTY ? createTerminalReporter(stderr, fileCount) : createPlainReporter(write);
}

/** Loaded only when asked for: the logger costs a tenth of a second of start-up. */
async function createLog(sink: LogSink): Promise<Reporter> {
  const { createLogReporter } = await import("./log-reporter.ts");
  return createLogReporter(sink, packageVersion());
}
