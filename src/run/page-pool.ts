import { availableParallelism } from "node:os";
import { InputError } from "../raster/input-error.ts";
import type { InputErrorCode } from "../raster/input-error.ts";
import type { ReadPage } from "../model/reading.ts";
import type { PageReaderOptions } from "./page-reader.ts";
import type { StageTime } from "./stage-clock.ts";
import type { OpenedFile, RefusedError, WorkerAnswer, WorkerRequest } from "./worker-messages.ts";
import { WorkerLostError, startWorker } from "./worker-process.ts";
import type { WorkerProcess } from "./worker-process.ts";

export interface PagePoolSettings {
  /** The module that each child process runs; it calls `servePages`. */
  readonly workerScript: URL;
  /** How many processes at most; all cores unless told otherwise. They start as work comes in. */
  readonly workerCount?: number;
  /** A page that takes longer is given to another process, once. */
  readonly pageTimeoutMs?: number;
  /** A process that has read this many pages is replaced: the recognizer's memory never shrinks. */
  readonly pagesPerWorker?: number;
  /** Ends all processes at once; whatever is under way rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

const DEFAULT_PAGE_TIMEOUT_MS = 180_000;
const DEFAULT_PAGES_PER_WORKER = 100;
const ATTEMPTS = 2;

/** What became of a page. */
export type PageOutcome =
  | {
      readonly kind: "read";
      readonly page: ReadPage;
      readonly stages: readonly StageTime[];
      readonly wallMs: number;
      readonly rssMiB: number;
    }
  | { readonly kind: "failed"; readonly code: string; readonly message: string; readonly wallMs: number };

/** Hears of a page while it is read; all of it again where the page is tried once more. */
export interface PageListeners {
  readonly onStart: () => void;
  readonly onStage: (stage: string) => void;
}

const NO_LISTENERS: PageListeners = { onStart: () => undefined, onStage: () => undefined };

/** Child processes that read pages, for any number of files one after the other or side by side. */
export interface PagePool {
  /** @throws InputError where no page of the file can be read. */
  open(options: PageReaderOptions): Promise<OpenedFile>;
  /** Never rejects for the page's sake: a page that cannot be read is a `failed` outcome. */
  read(options: PageReaderOptions, pageNumber: number, listeners?: PageListeners): Promise<PageOutcome>;
  /** Waits for every process to end. */
  close(): Promise<void>;
}

type WorkRequest = Exclude<WorkerRequest, { kind: "close" }>;

interface Job {
  readonly request: WorkRequest;
  readonly listeners: PageListeners;
  readonly resolve: (answer: WorkerAnswer) => void;
  readonly reject: (error: unknown) => void;
  attempt: number;
}

interface Member {
  readonly process: WorkerProcess;
  pagesRead: number;
  busy: boolean;
  openFile: string | null;
}

export function createPagePool(settings: PagePoolSettings): PagePool {
  const workerCount = settings.workerCount ?? availableParallelism();
  const pageTimeoutMs = settings.pageTimeoutMs ?? DEFAULT_PAGE_TIMEOUT_MS;
  const pagesPerWorker = settings.pagesPerWorker ?? DEFAULT_PAGES_PER_WORKER;
  const { signal } = settings;
  const members = new Set<Member>();
  const queue: Job[] = [];
  const endings = new Set<Promise<void>>();
  let closedBecause: Error | null = null;

  /** Gives waiting jobs to idle processes and to new ones while there may be more. */
  const dispatch = (): void => {
    while (queue.length > 0) {
      const member = idleMember() ?? newMember();
      if (member === null) return;
      void work(member, takeJobFor(member));
    }
  };

  const idleMember = (): Member | null => {
    const idle = [...members].filter((member) => !member.busy);
    // A process that has the file of a waiting job open goes first: opening costs a second of work.
    return idle.find((member) => queue.some((job) => isOpenIn(job, member))) ?? idle[0] ?? null;
  };

  const newMember = (): Member | null => {
    if (members.size >= workerCount) return null;
    const member = { process: startWorker(settings.workerScript), pagesRead: 0, busy: false, openFile: null };
    members.add(member);
    return member;
  };

  const takeJobFor = (member: Member): Job => {
    const index = queue.findIndex((job) => isOpenIn(job, member));
    return queue.splice(Math.max(0, index), 1)[0]!;
  };

  const work = async (member: Member, job: Job): Promise<void> => {
    member.busy = true;
    member.openFile = job.request.options.filePath;
    job.attempt += 1;
    job.listeners.onStart();
    try {
      job.resolve(await member.process.ask(job.request, pageTimeoutMs, job.listeners.onStage));
      if (job.request.kind === "read") member.pagesRead += 1;
    } catch (error) {
      if (closedBecause !== null) job.reject(closedBecause);
      else if (error instanceof WorkerLostError && job.attempt < ATTEMPTS) queue.unshift(job);
      else job.reject(error);
    }
    member.busy = false;
    if (member.process.isLost || member.pagesRead >= pagesPerWorker) retire(member);
    dispatch();
  };

  const retire = (member: Member): void => {
    members.delete(member);
    const ending = member.process.close().finally(() => endings.delete(ending));
    endings.add(ending);
  };

  const request = (asked: WorkRequest, listeners: PageListeners): Promise<WorkerAnswer> =>
    new Promise((resolve, reject) => {
      if (closedBecause !== null) {
        reject(closedBecause);
        return;
      }
      queue.push({ request: asked, listeners, resolve, reject, attempt: 0 });
      dispatch();
    });

  const killAll = (): void => {
    for (const member of members) member.process.kill();
  };
  /** From here on every job is refused for this reason, those under way included. */
  const refuseAll = (reason: Error): void => {
    closedBecause ??= reason;
    for (const job of queue.splice(0)) job.reject(closedBecause);
  };
  const onAbort = (): void => {
    refuseAll(signal?.reason as Error);
    killAll();
  };
  if (signal?.aborted === true) onAbort();
  signal?.addEventListener("abort", onAbort, { once: true });
  process.once("exit", killAll);

  return {
    async open(options) {
      try {
        const answer = await request({ kind: "open", options }, NO_LISTENERS);
        if (answer.kind === "opened") return answer.file;
        throw asError(answer);
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error;
        const message = `The file cannot be opened: ${error.message}. Print it to PDF again and hand that in.`;
        throw new InputError("file-damaged", message, { cause: error });
      }
    },
    async read(options, pageNumber, listeners = NO_LISTENERS) {
      let startMs = performance.now();
      const onStart = (): void => {
        startMs = performance.now();
        listeners.onStart();
      };
      const failed = (code: string, message: string): PageOutcome => ({
        kind: "failed",
        code,
        message,
        wallMs: performance.now() - startMs,
      });
      try {
        const answer = await request({ kind: "read", options, pageNumber }, { ...listeners, onStart });
        if (answer.kind === "read") return { ...answer, wallMs: performance.now() - startMs };
        const error = asError(answer);
        return failed(
          answer.kind === "refused" ? (answer.error.code ?? "page-failed") : "page-failed",
          error.message,
        );
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error;
        return failed(error.reason === "timeout" ? "page-timeout" : "page-crashed", error.message);
      }
    },
    async close() {
      signal?.removeEventListener("abort", onAbort);
      process.off("exit", killAll);
      refuseAll(new Error("The pool is closed."));
      for (const member of members) {
        if (member.busy) member.process.kill();
        retire(member);
      }
      await Promise.all(endings);
    },
  };
}

function isOpenIn(job: Job, member: Member): boolean {
  return job.request.options.filePath === member.openFile;
}

function asError(answer: WorkerAnswer): Error {
  if (answer.kind !== "refused") return new Error(`Unexpected answer of a worker: ${answer.kind}`);
  const { error } = answer;
  if (error.name === "InputError") return new InputError(error.code as InputErrorCode, error.message);
  return restoreError(error);
}

function restoreError(error: RefusedError): Error {
  const restored = new Error(error.message);
  restored.name = error.name;
  if (error.stack !== null) restored.stack = error.stack;
  return restored;
}
