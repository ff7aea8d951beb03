import { basename } from "node:path";
import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import type { ReadPage } from "../model/reading.ts";
import { InputError } from "../raster/input-error.ts";
import type { InputErrorCode } from "../raster/input-error.ts";
import type { PageReaderOptions } from "./page-reader.ts";
import type { StageTime } from "./stage-clock.ts";
import type { OpenedFile, RefusedError, TranscriptTask, WorkerAnswer } from "./worker-messages.ts";
import { NO_LISTENERS, createWorkerPool } from "./worker-pool.ts";
import type { PageListeners, WorkerPoolSettings } from "./worker-pool.ts";
import { WorkerLostError } from "./worker-process.ts";
import { OutputError } from "./write-pieces.ts";

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
  /**
   * Never rejects for the page's sake: a page that cannot be read is a `failed` outcome, and so is one of a file that is
   * no longer the one of this hash.
   */
  read(
    options: PageReaderOptions,
    sha256: string,
    pageNumber: number,
    listeners?: PageListeners,
  ): Promise<PageOutcome>;
  /** @throws InputError where the transcript cannot be understood within the limits of a page. */
  transcribe(options: PageReaderOptions, file: OpenedFile, task: TranscriptTask): Promise<ExtractionSummary>;
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
        const name = basename(options.filePath);
        const message = `${name} cannot be opened: ${error.message}, twice. ${ADVICE_FOR_FILE[error.reason]}`;
        throw new InputError("file-damaged", message, { cause: error });
      }
    },
    async read(options, sha256, pageNumber, listeners = NO_LISTENERS) {
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
        const request = { kind: "read", options, sha256, pageNumber } as const;
        const answer = await workers.ask(request, { ...listeners, onStart });
        if (answer.kind === "read") return { ...answer, wallMs: performance.now() - startMs };
        if (answer.kind === "refused" && answer.error.code !== null) {
          return failed(answer.error.code, answer.error.message);
        }
        return failed("page-failed", `${describeFault(asError(answer))} The other pages are not affected.`);
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error;
        return failed(
          CODE_FOR_PAGE[error.reason],
          `${error.message}, twice. ${ADVICE_FOR_PAGE[error.reason]}`,
        );
      }
    },
    async transcribe(options, { fileName, sha256 }, task) {
      try {
        const answer = await workers.ask({ kind: "transcribe", options, sha256, task }, NO_LISTENERS);
        if (answer.kind === "transcribed") return answer.summary;
        throw asError(answer);
      } catch (error) {
        if (!(error instanceof WorkerLostError)) throw error;
        const message = `${fileName} cannot be understood: ${error.message}, twice. ${ADVICE_FOR_FILE[error.reason]}`;
        throw new InputError("file-too-large", message, { cause: error });
      }
    },
    close: () => workers.close(),
  };
}

const CODE_FOR_PAGE = { timeout: "page-timeout", memory: "page-too-large", crash: "page-crashed" } as const;
const ADVICE_FOR_PAGE = {
  timeout: "Give it more time with --page-timeout, or scan it again.",
  memory: "Close other programs and use --workers 1, or scan the page at 300 dpi in black and white.",
  crash: "Scan the page again.",
} as const;
const ADVICE_FOR_FILE = {
  timeout: "Give it more time with --page-timeout, or split it into parts.",
  memory: "Close other programs and use --workers 1, or split it into parts.",
  crash: "Print it to PDF again and hand that in.",
} as const;

function asError(answer: WorkerAnswer): Error {
  if (answer.kind !== "refused") return new Error(`Unexpected answer of a worker: ${answer.kind}`);
  const { error } = answer;
  if (error.name === "InputError") return new InputError(error.code as InputErrorCode, error.message);
  if (error.name === "OutputError") return new OutputError(error.message);
  return restoreError(error);
}

/** A fault of the program, in one line that does not frighten. */
function describeFault({ message }: Error): string {
  return `A fault in the program kept it from being read (${message.replaceAll(/\s+/gu, " ").trim()}).`;
}

function restoreError(error: RefusedError): Error {
  const restored = new Error(error.message);
  restored.name = error.name;
  if (error.stack !== null) restored.stack = error.stack;
  return restored;
}
