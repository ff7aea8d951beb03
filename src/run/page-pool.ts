import type { ReadPage } from "../model/reading.ts";
import { InputError } from "../raster/input-error.ts";
import type { InputErrorCode } from "../raster/input-error.ts";
import type { PageReaderOptions } from "./page-reader.ts";
import type { StageTime } from "./stage-clock.ts";
import type { OpenedFile, RefusedError, WorkerAnswer } from "./worker-messages.ts";
import { NO_LISTENERS, createWorkerPool } from "./worker-pool.ts";
import type { PageListeners, WorkerPoolSettings } from "./worker-pool.ts";
import { WorkerLostError } from "./worker-process.ts";

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

/** Child processes that read pages, for any number of files one after the other or side by side. */
export interface PagePool {
  /** @throws InputError where no page of the file can be read. */
  open(options: PageReaderOptions): Promise<OpenedFile>;
  /** Never rejects for the page's sake: a page that cannot be read is a `failed` outcome. */
  read(options: PageReaderOptions, pageNumber: number, listeners?: PageListeners): Promise<PageOutcome>;
  /** Waits for every process to end. */
  close(): Promise<void>;
}

export function createPagePool(settings: WorkerPoolSettings): PagePool {
  const workers = createWorkerPool(settings);
  return {
    async open(options) {
      try {
        const answer = await workers.ask({ kind: "open", options }, NO_LISTENERS);
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
        const answer = await workers.ask({ kind: "read", options, pageNumber }, { ...listeners, onStart });
        if (answer.kind === "read") return { ...answer, wallMs: performance.now() - startMs };
        const error = asError(answer);
        return failed(
          answer.kind === "refused" ? (answer.error.code ?? "page-failed") : "page-failed",
          error.message,
        );
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error;
        return error.reason === "timeout"
          ? failed(
              "page-timeout",
              `${error.message}, twice. Give it more time with --page-timeout, or scan it again.`,
            )
          : failed("page-crashed", `${error.message}, twice. Scan the page again.`);
      }
    },
    close: () => workers.close(),
  };
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
