import { basename } from "node:path";
import { createLogUpdate } from "log-update";
import type { ExtractionEvent, ExtractionListener } from "../run/extraction-event.ts";
import { advance, countFile, noProgress } from "./progress.ts";
import { printable } from "./printable.ts";
import { renderProgress } from "./render-progress.ts";
import { isDebugging } from "./unexpected-error.ts";

/** How a file ended, in one line that says what to do next if it did not end well. */
export interface FileReport {
  readonly filePath: string;
  readonly level: "info" | "warn" | "error";
  /** Stable, for scripts that read the log; `null` where all is well. */
  readonly code: string | null;
  readonly message: string;
  /** Where in the program it went wrong, for those who mend it. */
  readonly frames?: readonly string[];
}

/** Tells a person, or a program, what happens during a run; on standard error, since results go to standard output. */
export interface Reporter {
  readonly listen: ExtractionListener;
  report(file: FileReport): void;
  /** Something about the run itself. */
  warn(message: string): void;
  /** Leaves the terminal as it was found. */
  end(): void;
}

/** Between two pages the time left goes on counting down. */
const REDRAW_INTERVAL_MS = 500;

/** One line that changes in place, above which a line for each finished file stays. */
export function createTerminalReporter(stream: NodeJS.WriteStream, fileCount: number): Reporter {
  const draw = createLogUpdate(stream);
  let progress = noProgress(fileCount);
  const redraw = (): void => draw(renderProgress(progress, performance.now(), stream.columns || undefined));
  const timer = setInterval(redraw, REDRAW_INTERVAL_MS).unref();
  redraw();
  const writeAbove = (line: string): void => {
    draw.clear();
    stream.write(`${line}\n`);
    if (progress.filesDone < fileCount) redraw();
  };
  return {
    listen(event) {
      progress = advance(progress, event, performance.now());
      redraw();
    },
    report(file) {
      progress = countFile(progress, file.filePath);
      writeAbove(reportLine(file));
    },
    warn: (message) => writeAbove(warningLine(message)),
    end() {
      clearInterval(timer);
      draw.clear();
      draw.done();
    },
  };
}

/** A plain line for each opened file, page and finished file: for pipes and logs of a scheduler. */
export function createPlainReporter(write: (line: string) => void): Reporter {
  return {
    listen(event) {
      const line = eventLine(event);
      if (line !== null) write(line);
    },
    report: (file) => write(reportLine(file)),
    warn: (message) => write(warningLine(message)),
    end: () => undefined,
  };
}

/** Only what did not end well. */
export function createQuietReporter(write: (line: string) => void): Reporter {
  return {
    listen: () => undefined,
    report(file) {
      if (file.level !== "info") write(reportLine(file));
    },
    warn: (message) => write(warningLine(message)),
    end: () => undefined,
  };
}

/** Gives files the names that a person knows them by, in events and reports. */
export function withLabels(reporter: Reporter, labels: ReadonlyMap<string, string>): Reporter {
  const label = (filePath: string): string => labels.get(filePath) ?? basename(filePath);
  return {
    listen: (event) => reporter.listen({ ...event, filePath: label(event.filePath) }),
    report: (file) => reporter.report({ ...file, filePath: label(file.filePath) }),
    warn: (message) => reporter.warn(message),
    end: () => reporter.end(),
  };
}

/** Tells two reporters the same. */
export function joinReporters(reporters: readonly Reporter[]): Reporter {
  return {
    listen: (event) => reporters.forEach((reporter) => reporter.listen(event)),
    report: (file) => reporters.forEach((reporter) => reporter.report(file)),
    warn: (message) => reporters.forEach((reporter) => reporter.warn(message)),
    end: () => reporters.forEach((reporter) => reporter.end()),
  };
}

function eventLine(event: ExtractionEvent): string | null {
  const name = printable(event.filePath);
  switch (event.kind) {
    case "file-opened":
      return `${name}: ${event.pageNumbers.length === 1 ? "1 page" : `${event.pageNumbers.length} pages`} to read`;
    case "page-done":
      return `${name}: page ${event.pageNumber} read (${event.pageKind}, ${(event.wallMs / 1000).toFixed(1)} s)`;
    case "page-failed":
      return `${name}: page ${event.pageNumber} failed: ${printable(event.message)}`;
    case "page-started":
    case "page-stage":
    case "file-done":
      break;
  }
  return null;
}

function warningLine(message: string): string {
  return `warning: ${printable(message)}`;
}

function reportLine({ filePath, level, message, frames = [] }: FileReport): string {
  const prefix = { info: "", warn: "warning: ", error: "error: " }[level];
  const name = basename(filePath);
  // Many messages are sentences that begin with the file's name.
  const line = message.startsWith(`${name} `)
    ? `${prefix}${filePath}${message.slice(name.length)}`
    : `${prefix}${filePath}: ${message}`;
  return [line, ...(isDebugging() ? frames : [])].map(printable).join("\n    ");
}
