import type { ReadPage } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import type { PageReaderOptions } from "./page-reader.ts";
import type { StageTime } from "./stage-clock.ts";

/** What is known of a file once it is open. */
export interface OpenedFile {
  readonly fileName: string;
  readonly sha256: string;
  readonly pageCount: number;
  readonly remarks: readonly Remark[];
}

/** What the pool asks of a worker; one thing at a time. */
export type WorkerRequest =
  | { readonly kind: "open"; readonly options: PageReaderOptions }
  | { readonly kind: "read"; readonly options: PageReaderOptions; readonly pageNumber: number }
  | { readonly kind: "close" };

/** What a worker says while it reads a page, before its answer. */
export interface WorkerNews {
  readonly kind: "stage";
  readonly stage: string;
}

/** What a worker answers to `open` and `read`. */
export type WorkerAnswer =
  | { readonly kind: "opened"; readonly file: OpenedFile }
  | {
      readonly kind: "read";
      readonly page: ReadPage;
      readonly stages: readonly StageTime[];
      /** What the process holds in memory after the page. */
      readonly rssMiB: number;
    }
  | { readonly kind: "refused"; readonly error: RefusedError };

/** An error that crossed the border between processes: `code` is that of an `InputError` or a `PageError`. */
export interface RefusedError {
  readonly name: string;
  readonly code: string | null;
  readonly message: string;
  readonly stack: string | null;
}
