import type { ExtractionEvent } from "../run/extraction-event.ts";

/** How far a run is; grows with each event. */
export interface Progress {
  readonly filesDone: number;
  readonly fileCount: number;
  readonly pagesDone: number;
  /** Pages of the files opened so far. */
  readonly pagesKnown: number;
  /** Pages of each file opened so far that are not done. */
  readonly pagesOpen: ReadonlyMap<string, number>;
  /** Files that ended without having been opened. */
  readonly filesRefused: number;
  /** The greatest share of all pages, from 0 to 1, that was seen to be done so far: it never goes back. */
  readonly shareDone: number;
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
    pagesOpen: new Map(),
    filesRefused: 0,
    shareDone: 0,
    underWay: new Map(),
    startMs: null,
    lastDoneMs: 0,
  };
}

/** The progress after an event that happened at `nowMs`. */
export function advance(progress: Progress, event: ExtractionEvent, nowMs: number): Progress {
  return withShare(apply(progress, event, nowMs));
}

function apply(progress: Progress, event: ExtractionEvent, nowMs: number): Progress {
  switch (event.kind) {
    case "file-opened": {
      const count = event.pageNumbers.length;
      const pagesOpen = new Map(progress.pagesOpen).set(event.filePath, count);
      return { ...progress, pagesOpen, pagesKnown: progress.pagesKnown + count };
    }
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
      const pagesOpen = new Map(progress.pagesOpen);
      pagesOpen.set(event.filePath, (pagesOpen.get(event.filePath) ?? 1) - 1);
      return { ...progress, underWay, pagesOpen, pagesDone: progress.pagesDone + 1, lastDoneMs: nowMs };
    }
    case "file-done":
      break;
  }
  return progress;
}

/** The progress after a file ended, well or not; pages that nobody told of, a transcript's, are done with it. */
export function countFile(progress: Progress, filePath: string): Progress {
  const left = progress.pagesOpen.get(filePath);
  return withShare({
    ...progress,
    filesDone: progress.filesDone + 1,
    filesRefused: progress.filesRefused + (left === undefined ? 1 : 0),
    pagesDone: progress.pagesDone + (left ?? 0),
    pagesOpen: left === undefined ? progress.pagesOpen : new Map(progress.pagesOpen).set(filePath, 0),
  });
}

/** Files of which nobody knows yet how many pages they have. */
export function filesUnknown({ fileCount, pagesOpen, filesRefused }: Progress): number {
  return Math.max(0, fileCount - pagesOpen.size - filesRefused);
}

/** The pages of all files, where those not opened yet are taken to have as many as the others have on average. */
export function pagesExpected(progress: Progress): number {
  const { pagesKnown, pagesOpen } = progress;
  if (pagesOpen.size === 0) return pagesKnown;
  return Math.ceil((pagesKnown * (pagesOpen.size + filesUnknown(progress))) / pagesOpen.size);
}

function withShare(progress: Progress): Progress {
  const expected = pagesExpected(progress);
  const share = expected === 0 ? 0 : Math.min(1, progress.pagesDone / expected);
  return { ...progress, shareDone: Math.max(progress.shareDone, share) };
}

/** So many files tell what the others will be like. */
const FILES_ENOUGH = 5;

/**
 * Milliseconds until all pages are done, `null` before the first page is, and before it is known or can be guessed how many
 * there are. The pace is that until the last page was
 * done, so that the time left counts down while the next ones are read.
 */
export function timeLeftMs(progress: Progress, nowMs: number): number | null {
  const { pagesDone, pagesOpen, startMs, lastDoneMs } = progress;
  if (startMs === null || pagesDone === 0) return null;
  if (filesUnknown(progress) > 0 && pagesOpen.size < FILES_ENOUGH) return null;
  const msPerPage = (lastDoneMs - startMs) / pagesDone;
  return Math.max(0, msPerPage * (pagesExpected(progress) - pagesDone) - (nowMs - lastDoneMs));
}

function keyOf(event: { readonly filePath: string; readonly pageNumber: number }): string {
  return `${event.filePath}#${event.pageNumber}`;
}
