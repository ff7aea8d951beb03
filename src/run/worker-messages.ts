import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import type { ReadPage } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import type { PageReaderOptions } from "./page-reader.ts";
import type { StageTime } from "./stage-clock.ts";

/** What is known of a file once it is open. */
export interface OpenedFile {
  /** A scan is read page by page; a transcript is there as a whole. */
  readonly kind: "scan" | "transcript";
  readonly fileName: string;
  readonly sha256: string;
  readonly pageCount: number;
  readonly remarks: readonly Remark[];
}

/** What is to be made of a transcript. */
export interface TranscriptTask {
  readonly pipelineName: string;
  readonly pageNumbers: readonly number[];
  readonly withoutRepair: boolean;
  /** The folder of own dictionaries; null for none. */
  readonly dictionariesDir: string | null;
  readonly version: string;
  /** Where the result goes; a file that is not there yet. */
  readonly resultPath: string;
}

/** What the pool asks of a worker; one thing at a time. `sha256` is that of the file when it was first opened. */
export type WorkerRequest =
  | { readonly kind: "open"; readonly options: PageReaderOptions }
  | {
      readonly kind: "read";
      readonly options: PageReaderOptions;
      readonly sha256: string;
      readonly pageNumber: number;
    }
  | {
      readonly kind: "transcribe";
      readonly options: PageReaderOptions;
      readonly sha256: string;
      readonly task: TranscriptTask;
    }
  | { readonly kind: "close" };

/** What a worker says while it reads a page, before its answer. */
export interface WorkerNews {
  readonly kind: "stage";
  readonly stage: string;
}

/** What a worker answers to `open`, `read` and `transcribe`. */
export type WorkerAnswer =
  | { readonly kind: "opened"; readonly file: OpenedFile }
  | {
      readonly kind: "read";
      readonly page: ReadPage;
      readonly stages: readonly StageTime[];
      /** What the process holds in memory after the page. */
      readonly rssMiB: number;
    }
  | { readonly kind: "transcribed"; readonly summary: ExtractionSummary }
  | { readonly kind: "refused"; readonly error: RefusedError };

/** An error that crossed the border between processes: `code` is that of an `InputError` or a `PageError`. */
export interface RefusedError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: string | null;
}
