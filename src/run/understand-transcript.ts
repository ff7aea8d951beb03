import { rm } from "node:fs/promises";
import { findPipeline } from "../../pipelines/registry.ts";
import { extractionPieces } from "../emit/extraction-pieces.ts";
import { summarizeExtraction } from "../emit/summarize-extraction.ts";
import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import { loadDictionaries } from "../repair/load-dictionaries.ts";
import { readOwnFolder } from "../repair/own/read-own-folder.ts";
import { citeLines, citeRemarks } from "../transcript/cite-lines.ts";
import { buildExtraction } from "./build-extraction.ts";
import type { TranscriptFile } from "./read-transcript-file.ts";
import type { TranscriptTask } from "./worker-messages.ts";
import { writePieces } from "./write-pieces.ts";

/** Makes documents of a transcript's pages, and writes the extraction to the place that the task names. */
export async function understandTranscript(
  { fileName, sha256, pages, remarks, linesOf }: TranscriptFile,
  task: TranscriptTask,
): Promise<ExtractionSummary> {
  const wanted = new Set(task.pageNumbers);
  const own = task.dictionariesDir === null ? undefined : readOwnFolder(task.dictionariesDir);
  const extraction = buildExtraction(
    pages.filter(({ pageNumber }) => wanted.has(pageNumber)),
    {
      file: { fileName, sha256, pageCount: pages.length, remarks },
      pipeline: findPipeline(task.pipelineName)!,
      dictionaries: loadDictionaries(undefined, own),
      model: "none (transcript)",
      // What another engine wrote is taken at its word.
      knowsThaiDigits: true,
      withoutRepair: task.withoutRepair,
      version: task.version,
      cite: (result) => ({
        documents: citeLines(result.documents, linesOf),
        remarks: citeRemarks(result.remarks, linesOf),
      }),
    },
  );
  // A worker that was ended over the same transcript may have left a part of it.
  await rm(task.resultPath, { force: true });
  await writePieces(task.resultPath, extractionPieces(extraction));
  return summarizeExtraction(extraction);
}
