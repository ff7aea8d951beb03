import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import { readTranscriptFile } from "./read-transcript-file.ts";
import type { OpenedFile, TranscriptTask } from "./worker-messages.ts";

/** A transcript, decoded and set on pages. */
export interface TranscriptReader extends OpenedFile {
  readonly kind: "transcript";
  /** Understands the pages and writes the extraction; no model has a part in it. */
  extract(task: TranscriptTask): Promise<ExtractionSummary>;
  close(): Promise<void>;
}

/**
 * Opens a file as a transcript; null where it is none. It runs in a worker: a transcript may be a hundred thousand rows long,
 * and whatever it takes, time and memory, is the worker's.
 *
 * @throws InputError where it is text without a letter, or more of it than can be read
 */
export async function openTranscript(filePath: string): Promise<TranscriptReader | null> {
  const transcript = await readTranscriptFile(filePath);
  if (transcript === null) return null;
  const { fileName, sha256, pages, remarks } = transcript;
  return {
    kind: "transcript",
    fileName,
    sha256,
    pageCount: pages.length,
    remarks,
    async extract(task) {
      // Loaded here alone: a worker that reads scans has no use for dictionaries and recipes.
      const { understandTranscript } = await import("./understand-transcript.ts");
      return understandTranscript(transcript, task);
    },
    close: async () => undefined,
  };
}
