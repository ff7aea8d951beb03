import { availableParallelism } from "node:os";
import type { WorkerAnswer, WorkerRequest } from "./worker-messages.ts";
import { WorkerLostError, startWorker } from "./worker-process.ts";
import type { WorkerProcess } from "./worker-process.ts";

export interface WorkerPoolSettings {
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

/** Hears of a page while it is read; all of it again where the page is tried once more. */
export interface PageListeners {
  readonly onStart: () => void;
  readonly onStage: (stage: string) => void;
}

export const NO_LISTENERS: PageListeners = { onStart: () => undefined, onStage: () => undefined };

export type WorkRequest = Exclude<WorkerRequest, { kind: "close" }>;

/** Child processes that answer requests, each one at a time. */
export interface WorkerPool {
  /** Rejects with a `WorkerLostError` where two processes were lost over it, and when the pool is aborted or closed. */
  ask(request: WorkRequest, listeners: PageListeners): Promise<WorkerAnswer>;
  /** Waits for every process to end. */
  close(): Promise<void>;
}

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

/**
 * A small pool of our own. `tinypool`, the maintained one with child processes, has no time limit for a job, cannot replace
 * a process after so many jobs, and does not end a child whose parent was killed while something keeps it running.
 */
export function createWorkerPool(settings: WorkerPoolSettings): WorkerPool {
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
    // A process may die while it has nothing to do.
    for (const member of members) if (member.process.isLost && !member.busy) retire(member);
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
    ask: (request, listeners) =>
      new Promise((resolve, reject) => {
        if (closedBecause !== null) {
          reject(closedBecause);
          return;
        }
        queue.push({ request, listeners, resolve, reject, attempt: 0 });
        dispatch();
      }),
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
