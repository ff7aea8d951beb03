import type { PageReader, PageReaderOptions } from "./page-reader.ts";
import type { OpenedFile, RefusedError, WorkerAnswer, WorkerNews, WorkerRequest } from "./worker-messages.ts";

/**
 * Turns this process into a worker of a `PagePool`: answers its requests, and keeps the last file open for the
 * next page of it. Ends when the pool says so or when the pool's process is gone.
 */
export function servePages(open: (options: PageReaderOptions) => Promise<PageReader>): void {
  let current: { readonly key: string; readonly reader: PageReader } | null = null;

  const closeCurrent = async (): Promise<void> => {
    const closing = current;
    current = null;
    await closing?.reader.close();
  };

  const reach = async (options: PageReaderOptions): Promise<PageReader> => {
    const key = JSON.stringify(options);
    if (current?.key === key) return current.reader;
    await closeCurrent();
    const reader = await open(options);
    current = { key, reader };
    return reader;
  };

  const tellStage = (stage: string): void => {
    process.send?.({ kind: "stage", stage } satisfies WorkerNews);
  };

  const answer = async (request: Exclude<WorkerRequest, { kind: "close" }>): Promise<WorkerAnswer> => {
    try {
      const reader = await reach(request.options);
      if (request.kind === "open") return { kind: "opened", file: describeFile(reader) };
      const read = await reader.readPage(request.pageNumber, tellStage);
      return { kind: "read", ...read, rssMiB: Math.round(process.memoryUsage.rss() / 2 ** 20) };
    } catch (error) {
      return { kind: "refused", error: describe(error) };
    }
  };

  const handle = async (request: WorkerRequest): Promise<void> => {
    if (request.kind === "close") {
      await closeCurrent();
      process.exit(0);
    }
    process.send?.(await answer(request));
  };

  process.on("message", (request: WorkerRequest) => void handle(request));
  // The pool ends its workers on Ctrl-C; a terminal sends the signal to them as well.
  process.on("SIGINT", () => undefined);
  process.on("disconnect", () => process.exit(0));
}

function describeFile({ fileName, sha256, pageCount, remarks }: PageReader): OpenedFile {
  return { fileName, sha256, pageCount, remarks };
}

function describe(error: unknown): RefusedError {
  if (!(error instanceof Error)) return { name: "Error", code: null, message: String(error), stack: null };
  const code = "code" in error && typeof error.code === "string" ? error.code : null;
  return { name: error.name, code, message: error.message, stack: error.stack ?? null };
}
