import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import { extractFile } from "./extract-file.ts";
import type { ExtractRequest, ExtractTools } from "./extract-file.ts";
import type { ExtractionListener } from "./extraction-event.ts";

/** What became of one file of several. */
export type FileOutcome =
  | {
      readonly kind: "extracted";
      readonly request: ExtractRequest;
      readonly wallMs: number;
      /** What the file at the request's `resultPath` holds. */
      readonly summary: ExtractionSummary;
    }
  | {
      readonly kind: "failed";
      readonly request: ExtractRequest;
      readonly wallMs: number;
      readonly error: unknown;
    };

/**
 * Extracts files side by side, `atOnce` at a time, and hands over each outcome as soon as it is there: a file
 * that fails does not keep the others from being done.
 *
 * Rejects with the signal's reason when aborted.
 */
export async function extractFiles(
  requests: readonly ExtractRequest[],
  tools: ExtractTools,
  run: {
    readonly atOnce: number;
    readonly signal: AbortSignal;
    readonly listen: ExtractionListener;
    /** Must not reject: a result that cannot be written is this file's failure, not the others'. */
    readonly deliver: (outcome: FileOutcome) => Promise<void>;
  },
): Promise<void> {
  const waiting = requests.values();
  const next = async (): Promise<void> => {
    for (const request of waiting) {
      run.signal.throwIfAborted();
      const outcome = await extractOne(request, tools, run.listen);
      run.signal.throwIfAborted();
      await run.deliver(outcome);
    }
  };
  await Promise.all(Array.from({ length: Math.min(run.atOnce, requests.length) }, next));
}

async function extractOne(
  request: ExtractRequest,
  tools: ExtractTools,
  listen: ExtractionListener,
): Promise<FileOutcome> {
  const startMs = performance.now();
  const wallMs = (): number => performance.now() - startMs;
  try {
    const summary = await extractFile(request, tools, listen);
    return { kind: "extracted", request, wallMs: wallMs(), summary };
  } catch (error) {
    return { kind: "failed", request, wallMs: wallMs(), error };
  }
}
