import { fork } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { getCompileCacheDir } from "node:module";
import type { WorkerAnswer, WorkerNews, WorkerRequest } from "./worker-messages.ts";

/** A worker that is asked to end has this long for it. */
const CLOSE_TIMEOUT_MS = 5_000;
/**
 * A worker's heap: a page takes a tenth of it, a transcript of 100,000 rows most (docs/reliability.md). More than that is
 * a file that nobody meant, and an office PC has no more to give. Pixels lie outside of the heap and have a limit of their own.
 */
const HEAP_LIMIT_MIB = 3072;
/**
 * What keeps a worker's memory flat, measured over 77 pages: without these it grew from 367 to 477 MiB, with them from 218 to 269,
 * for the same time. V8 may hold 4 MiB of young objects instead of 16, and on Linux every large array is given back when it is freed.
 */
const WORKER_FLAGS: readonly string[] = ["--max-semi-space-size=4", `--max-old-space-size=${HEAP_LIMIT_MIB}`];
const WORKER_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: `${2 ** 21}` };
/** Enough of a crash's last words to tell what it was. */
const LAST_WORDS_LENGTH = 2_000;

/** Why a worker was lost: it took too long, more memory than it may have, or died of something else. */
export type LossReason = "timeout" | "memory" | "crash";

/** The worker died, or was ended because it took too long; what it was doing may be tried with another one. */
export class WorkerLostError extends Error {
  override readonly name = "WorkerLostError";
  readonly reason: LossReason;

  constructor(reason: LossReason, message: string) {
    super(message);
    this.reason = reason;
  }
}

/** One child process that answers one request at a time. */
export interface WorkerProcess {
  /** True from when the process ended, or was told to, so that no more can be asked of it. */
  readonly isLost: boolean;
  /** Rejects with a `WorkerLostError` when the process dies, or after `timeoutMs`, which ends it. */
  ask(request: WorkerRequest, timeoutMs: number, onStage: (stage: string) => void): Promise<WorkerAnswer>;
  /** Lets the process end by itself, and ends it when it does not. */
  close(): Promise<void>;
  /** Ends the process at once. */
  kill(): void;
}

/** Starts a worker. Its standard output goes nowhere, since that of the pool's process holds results. */
export function startWorker(script: URL): WorkerProcess {
  const cache = getCompileCacheDir();
  const env = {
    ...WORKER_ENVIRONMENT,
    ...process.env,
    ...(cache === undefined ? {} : { NODE_COMPILE_CACHE: cache }),
  };
  const child = fork(script, {
    env,
    execArgv: [...WORKER_FLAGS],
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
  const exit = once(child, "exit").catch(() => undefined);
  let isLost = false;
  let lastWords = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    lastWords = (lastWords + text).slice(-LAST_WORDS_LENGTH);
  });
  const kill = (): void => {
    isLost = true;
    child.kill("SIGKILL");
  };
  child.once("exit", () => (isLost = true));
  // Spawning fails, or a message cannot be sent: either way nothing more will come from this process.
  child.on("error", kill);
  return {
    get isLost() {
      return isLost;
    },
    async ask(request, timeoutMs, onStage) {
      try {
        return await ask(child, request, timeoutMs, onStage, () => lastWords);
      } catch (error) {
        kill();
        throw error;
      }
    },
    async close() {
      if (!isLost && child.connected) child.send({ kind: "close" } satisfies WorkerRequest, () => undefined);
      const timer = setTimeout(kill, CLOSE_TIMEOUT_MS);
      await exit;
      clearTimeout(timer);
    },
    kill,
  };
}

function ask(
  child: ChildProcess,
  request: WorkerRequest,
  timeoutMs: number,
  onStage: (stage: string) => void,
  lastWords: () => string,
): Promise<WorkerAnswer> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void): void => {
      clearTimeout(timer);
      child.off("message", onMessage);
      child.off("close", onClose);
      child.off("error", onError);
      finish();
    };
    const onMessage = (raw: unknown): void => {
      const message = raw as WorkerAnswer | WorkerNews;
      if (message.kind === "stage") onStage(message.stage);
      else settle(() => resolve(message));
    };
    const onError = (error: Error): void =>
      settle(() => reject(new WorkerLostError("crash", `the reading process failed (${error.message})`)));
    const onClose = (code: number | null, signal: string | null): void =>
      settle(() => reject(toLostError(code, signal, lastWords())));
    const timer = setTimeout(() => {
      settle(() => reject(new WorkerLostError("timeout", `no answer within ${timeoutMs / 1000} s`)));
    }, timeoutMs);
    child.on("message", onMessage);
    child.on("close", onClose);
    child.on("error", onError);
    child.send(request, (error) => {
      if (error !== null) onError(error);
    });
  });
}

/** What V8 and the recognizer say when there is no more memory. */
const OUT_OF_MEMORY = /heap out of memory|allocation failed|out of memory|cannot enlarge memory/iu;

function toLostError(code: number | null, signal: string | null, lastWords: string): WorkerLostError {
  if (OUT_OF_MEMORY.test(lastWords)) {
    return new WorkerLostError(
      "memory",
      `more memory is needed than the ${HEAP_LIMIT_MIB} MB that there may be`,
    );
  }
  // Nobody else ends a worker in this way: the system does when its memory is at an end.
  if (signal === "SIGKILL") {
    return new WorkerLostError(
      "memory",
      "the system ended the reading process (SIGKILL), as it does for want of memory",
    );
  }
  return new WorkerLostError("crash", describeExit(code, signal, lastWords));
}

function describeExit(code: number | null, signal: string | null, lastWords: string): string {
  const how = signal === null ? `ended with exit code ${code ?? "?"}` : `was ended by ${signal}`;
  const why = lastWords
    .split("\n")
    .findLast((line) => /error|fatal|abort|memory/iu.test(line))
    ?.trim();
  return `the reading process ${how}${why === undefined ? "" : ` (${why})`}`;
}
