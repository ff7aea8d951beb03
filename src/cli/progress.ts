import type { ExtractionEvent } from "../run/extraction-event.ts";

/** How far a run is; grows with each event. */
export interface Progress {
  readonly filesDone: number;
  readonly fileCount: number;
  readonly pagesDone: number;
  /** Pages of the files opened so far. */
  readonly pagesKnown: number;
  /** Pages under way with what is being done to each, in the order in which they began. */
  readonly underWay: ReadonlyMap<string, { readonly label: string; readonly stage: string }>;
  /** When the first page began, in milliseconds of any clock. */
  readonly startMs: number | null;
  /** When the last page so far was done. */
  readonly lastDoneMs: number;
}

export function noProgress(fileCount: number): Progress {
  return {
    filesDone: 0,
    fileCount,
    pagesDone: 0,
    pagesKnown: 0,
    underWay: new Map(),
    startMs: null,
    lastDoneMs: 0,
  };
}

/** The progress after an event that happened at `nowMs`. */
export function advance(progress: Progress, event: ExtractionEvent, nowMs: number): Progress {
  switch (event.kind) {
    case "file-opened":
      return { ...progress, pagesKnown: progress.pagesKnown + event.pageNumbers.length };
    case "page-started":
    case "page-stage": {
      const stage = event.kind === "page-stage" ? event.stage : "start";
      const label =
        progress.fileCount > 1 ? `${event.filePath} page ${event.pageNumber}` : `page ${event.pageNumber}`;
      const underWay = new Map(progress.underWay).set(keyOf(event), { label, stage });
      return { ...progress, underWay, startMs: progress.startMs ?? nowMs };
    }
    case "page-done":
    case "page-failed": {
      const underWay = new Map(progress.underWay);
      underWay.delete(keyOf(event));
      return { ...progress, underWay, pagesDone: progress.pagesDone + 1, lastDoneMs: nowMs };
    }
    case "file-done":
      break;
  }
  return progress;
}

/** The progress after a file ended, well or not. */
export function countFile(progress: Progress): Progress {
  return { ...progress, filesDone: progress.filesDone + 1 };
}

/**
 * Milliseconds until the known pages are done, `null` before the first page is. The pace is that until the last page was
 * done, so that the time left counts down while the next ones are read.
 */
export function timeLeftMs(progress: Progress, nowMs: number): number | null {
  const { pagesDone, pagesKnown, startMs, lastDoneMs } = progress;
  if (startMs === null || pagesDone === 0) return null;
  const msPerPage = (lastDoneMs - startMs) / pagesDone;
  return Math.max(0, msPerPage * (pagesKnown - pagesDone) - (nowMs - lastDoneMs));
}

function keyOf(event: { readonly filePath: string; readonly pageNumber: number }): string {
  return `${event.filePath}#${event.pageNumber}`;
}
