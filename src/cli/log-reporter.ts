import { pino } from "pino";
import type { LogSink } from "./log-sink.ts";
import type { Reporter } from "./reporter.ts";

/**
 * JSON lines, one for each event, with the file, the page and durations as fields. They hold no scanned text and no
 * names of people, so that a log can be handed on.
 */
export function createLogReporter(sink: LogSink, version: string): Reporter {
  const log = pino({ name: "raingan", base: { version }, timestamp: pino.stdTimeFunctions.isoTime }, sink);
  return {
    listen({ kind, filePath, ...fields }) {
      const record = { event: kind, file: filePath, ...fields };
      if (kind === "page-failed") log.warn(record);
      else if (kind === "page-stage" || kind === "page-started") log.debug(record);
      else log.info(record);
    },
    report({ filePath, level, code, message, frames }) {
      const record = { event: "file-reported", file: filePath, code };
      log[level](frames === undefined ? record : { ...record, frames }, message);
    },
    warn: (message) => log.warn({ event: "warning" }, message),
    end: () => sink.close(),
  };
}
