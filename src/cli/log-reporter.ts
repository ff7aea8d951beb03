import { pino } from "pino";
import type { Reporter } from "./reporter.ts";

/**
 * JSON lines, one for each event, with the file, the page and durations as fields. They hold no scanned text and no
 * names of people, so that a log can be handed on.
 *
 * @param destination a file, or 2 for standard error
 */
export function createLogReporter(destination: string | 2, version: string): Reporter {
  const stream = pino.destination({ dest: destination, sync: true, mkdir: true });
  const log = pino({ name: "raingan", base: { version }, timestamp: pino.stdTimeFunctions.isoTime }, stream);
  return {
    listen({ kind, filePath, ...fields }) {
      const record = { event: kind, file: filePath, ...fields };
      if (kind === "page-failed") log.warn(record);
      else if (kind === "page-stage" || kind === "page-started") log.debug(record);
      else log.info(record);
    },
    report({ filePath, level, code, message }) {
      log[level]({ event: "file-reported", file: filePath, code }, message);
    },
    end: () => stream.flushSync(),
  };
}
