import { summarizeExtraction } from "../emit/summarize-extraction.ts";
import type { ExtractionSummary } from "../emit/summarize-extraction.ts";
import { extractionPieces } from "../emit/extraction-pieces.ts";
import type { ReadPage } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { ModelInfo } from "../ocr/engine.ts";
import { InputError } from "../raster/input-error.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { buildExtraction } from "./build-extraction.ts";
import type { ExtractionListener } from "./extraction-event.ts";
import type { PageOutcome, PagePool } from "./page-pool.ts";
import type { PageReaderOptions } from "./page-reader.ts";
import type { Pipeline } from "./pipeline.ts";
import type { OpenedFile } from "./worker-messages.ts";
import { writePieces } from "./write-pieces.ts";

/** A file and what to do with it. */
export interface ExtractRequest {
  readonly filePath: string;
  /** Where the result goes; a file that is not there yet. What failed may leave a part of it. */
  readonly resultPath: string;
  readonly pipeline: Pipeline;
  /** The pages to read, or `null` for all. Those that the file does not have are left out. */
  readonly pages: ((pageNumber: number) => boolean) | null;
  readonly modelPath: string | null;
  readonly overlayDir: string | null;
  /** Texts are left as they were read. */
  readonly withoutRepair?: boolean;
}

/** What all files of a run share. */
export interface ExtractTools {
  readonly pool: PagePool;
  readonly model: ModelInfo;
  /** Called once a file's pages are under way, so that loading costs no time. */
  readonly loadDictionaries: () => Dictionaries;
  /** The folder of own dictionaries that these are made with, for other processes; null for none. */
  readonly dictionariesDir: string | null;
  readonly version: string;
}

/**
 * Extracts one file into `resultPath`: opens it, has its pages read in any order, and lets the recipe make documents of
 * them. The result depends on nothing but file, recipe, model and dictionaries. A transcript is done as a whole by one
 * worker, so that a long one keeps no one else waiting.
 *
 * @throws InputError where no page can be had from the file, or none of those asked for.
 */
export async function extractFile(
  request: ExtractRequest,
  tools: ExtractTools,
  listen: ExtractionListener = () => undefined,
): Promise<ExtractionSummary> {
  const startMs = performance.now();
  const { filePath, pipeline, resultPath, modelPath, overlayDir } = request;
  const withoutRepair = request.withoutRepair === true;
  const options = { filePath, modelPath, overlayDir };
  const file = await tools.pool.open(options);
  const pageNumbers = wantedPages(file, request.pages);
  listen({ kind: "file-opened", filePath, pageNumbers });
  const finish = (assembleStartMs: number): void => {
    const endMs = performance.now();
    listen({ kind: "file-done", filePath, wallMs: endMs - startMs, assembleMs: endMs - assembleStartMs });
  };
  if (file.kind === "transcript") {
    const assembleStartMs = performance.now();
    const { dictionariesDir, version } = tools;
    const task = {
      pipelineName: pipeline.name,
      pageNumbers,
      withoutRepair,
      dictionariesDir,
      version,
      resultPath,
    };
    const summary = await tools.pool.transcribe(options, file, task);
    finish(assembleStartMs);
    return summary;
  }
  const [pages, dictionaries] = await Promise.all([
    Promise.all(pageNumbers.map((pageNumber) => readPage(options, file, pageNumber, tools, listen))),
    Promise.resolve().then(tools.loadDictionaries),
  ]);
  const assembleStartMs = performance.now();
  const extraction = buildExtraction(pages, {
    file,
    pipeline,
    dictionaries,
    model: tools.model.name,
    knowsThaiDigits: tools.model.knowsThaiDigits,
    withoutRepair,
    version: tools.version,
  });
  finish(assembleStartMs);
  await writePieces(resultPath, extractionPieces(extraction));
  return summarizeExtraction(extraction);
}

function wantedPages(file: OpenedFile, isWanted: ExtractRequest["pages"]): readonly number[] {
  const all = Array.from({ length: file.pageCount }, (_, index) => index + 1);
  const pageNumbers = isWanted === null ? all : all.filter(isWanted);
  if (pageNumbers.length > 0) return pageNumbers;
  const count = file.pageCount === 1 ? "1 page" : `${file.pageCount} pages`;
  const message = `${file.fileName} has ${count} and none of those asked for. Change --pages or leave it out.`;
  throw new InputError("file-without-pages", message);
}

async function readPage(
  options: PageReaderOptions,
  file: OpenedFile,
  pageNumber: number,
  { pool }: ExtractTools,
  listen: ExtractionListener,
): Promise<ReadPage> {
  const { filePath } = options;
  const outcome = await pool.read(options, file.sha256, pageNumber, {
    onStart: () => listen({ kind: "page-started", filePath, pageNumber }),
    onStage: (stage) => listen({ kind: "page-stage", filePath, pageNumber, stage }),
  });
  if (outcome.kind === "failed") {
    const { code, message, wallMs } = outcome;
    listen({ kind: "page-failed", filePath, pageNumber, code, message, wallMs });
    return failedPage(pageNumber, outcome);
  }
  const { page, wallMs, stages, rssMiB } = outcome;
  listen({ kind: "page-done", filePath, pageNumber, pageKind: page.kind, wallMs, stages, rssMiB });
  return page;
}

/** A page that could not be read keeps its place, so that what runs over it is seen to be incomplete. */
function failedPage(pageNumber: number, outcome: Extract<PageOutcome, { kind: "failed" }>): ReadPage {
  return {
    pageNumber,
    widthPt: 0,
    heightPt: 0,
    kind: "failed",
    method: null,
    tables: [],
    lines: [],
    remarks: [remark(outcome.code, "error", outcome.message, { pageNumber })],
  };
}
