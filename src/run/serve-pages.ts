import type { PageReader, PageReaderOptions } from "./page-reader.ts";
import { findNonFinite } from "./find-non-finite.ts";
import type { TranscriptReader } from "./open-transcript.ts";
import type { OpenedFile, RefusedError, WorkerAnswer, WorkerNews, WorkerRequest } from "./worker-messages.ts";

/** A file as a worker has it open. */
export type FileReader = PageReader | TranscriptReader;

/** The file is not the one that was opened first: what is read from it would be mixed with another file's pages. */
class FileChangedError extends Error {
  override readonly name = "FileChangedError";
  readonly code = "file-changed";
}

/**
 * Turns this process into a worker of a `PagePool`: answers its requests, and keeps the last file open for the
 * next page of it. Ends when the pool says so or when the pool's process is gone.
 */
export function servePages(open: (options: PageReaderOptions) => Promise<FileReader>): void {
  let current: { readonly key: string; readonly reader: FileReader } | null = null;

  const closeCurrent = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.reader.close();
  };

  const openAnew = async (options: PageReaderOptions): Promise<FileReader> => {
    await closeCurrent();
    const reader = await open(options);
    current = { key: JSON.stringify(options), reader };
    return reader;
  };

  const reach = async (options: PageReaderOptions, sha256: string): Promise<FileReader> => {
    const isOpen = current !== null && current.key === JSON.stringify(options);
    const reader = isOpen ? current!.reader : await openAnew(options);
    if (reader.sha256 === sha256) return reader;
    throw new FileChangedError(
      "The file was changed after it had been opened, so this page is not read. Extract the file again.",
    );
  };

  const tellStage = (stage: string): void => {
    process.send?.({ kind: "stage", stage } satisfies WorkerNews);
  };

  const answer = async (request: Exclude<WorkerRequest, { kind: "close" }>): Promise<WorkerAnswer> => {
    if (request.kind === "open")
      return { kind: "opened", file: describeFile(await openAnew(request.options)) };
    const reader = await reach(request.options, request.sha256);
    if (request.kind === "transcribe") {
      if (reader.kind !== "transcript") throw new Error("A scan was to be read as a transcript.");
      return { kind: "transcribed", summary: await reader.extract(request.task) };
    }
    if (reader.kind !== "scan") throw new Error("A transcript was to be read as a scan.");
    const read = await reader.readPage(request.pageNumber, tellStage);
    // Between processes such a number becomes null, and one page would spoil the whole file's result.
    const place = findNonFinite(read.page);
    if (place !== null) throw new Error(`no finite number at ${place}`);
    return { kind: "read", ...read, rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20) };
  };

  const handle = async (request: WorkerRequest): Promise<void> => {
    if (request.kind === "close") {
      await closeCurrent();
      process.exit(0);
    }
    process.send?.(
      await answer(request).catch((error: unknown) => ({ kind: "refused", error: describe(error) }) as const),
    );
  };

  process.on("message", (request: WorkerRequest) => void handle(request));
  // The pool ends its workers on Ctrl-C; a terminal sends the signal to them as well.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(0));
}

function describeFile({ kind, fileName, sha256, pageCount, remarks }: OpenedFile): OpenedFile {
  return { kind, fileName, sha256, pageCount, remarks };
}

function describe(error: unknown): RefusedError {
  if (!(error instanceof Error)) return { name: "Error", code: null, message: String(error), stack: null };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { name: error.name, code, message: error.message, stack: error.stack ?? null };
}
