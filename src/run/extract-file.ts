import type { Extraction, ExtractionDocument, ExtractionPage } from "../model/extraction.ts";
import type { ReadPage } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import type { ModelInfo } from "../ocr/engine.ts";
import { InputError } from "../raster/input-error.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { addOfficeCodes } from "../repair/own/add-office-codes.ts";
import { undoRepairs } from "../repair/undo-repairs.ts";
import { citeLines, citeRemarks } from "../transcript/cite-lines.ts";
import { displayBoxes } from "./displayed-boxes.ts";
import type { ExtractionListener } from "./extraction-event.ts";
import type { PageOutcome, PagePool } from "./page-pool.ts";
import type { Pipeline, PipelineResult } from "./pipeline.ts";
import { readTranscriptFile } from "./read-transcript-file.ts";
import type { TranscriptFile } from "./read-transcript-file.ts";
import type { OpenedFile } from "./worker-messages.ts";

/** A file and what to do with it. */
export interface ExtractRequest {
  readonly filePath: string;
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
  readonly version: string;
}

/**
 * Extracts one file: opens it, has its pages read in any order, and lets the recipe make documents of them. The
 * result depends on nothing but file, recipe, model and dictionaries.
 *
 * @throws InputError where no page can be had from the file, or none of those asked for.
 */
export async function extractFile(
  request: ExtractRequest,
  tools: ExtractTools,
  listen: ExtractionListener = () => undefined,
): Promise<Extraction> {
  const startMs = performance.now();
  const { filePath, pipeline } = request;
  const transcript = await readTranscriptFile(filePath);
  const source = transcript === null ? await openScan(request, tools, listen) : openTranscript(transcript);
  const { file } = source;
  const pageNumbers = wantedPages(file, request.pages);
  listen({ kind: "file-opened", filePath, pageNumbers });
  const [pages, dictionaries] = await Promise.all([
    Promise.all(pageNumbers.map(source.readPage)),
    Promise.resolve().then(tools.loadDictionaries),
  ]);

  const assembleStartMs = performance.now();
  const context = {
    sha256: file.sha256,
    fileName: file.fileName,
    knowsThaiDigits: tools.model.knowsThaiDigits,
    dictionaries,
  };
  const assembled = source.cite(pipeline.assemble(pages, context));
  const { remarks } = assembled;
  const documents = addOfficeCodes(
    request.withoutRepair === true ? undoRepairs(assembled.documents) : assembled.documents,
    dictionaries.listedOffices,
  );
  const endMs = performance.now();
  listen({ kind: "file-done", filePath, wallMs: endMs - startMs, assembleMs: endMs - assembleStartMs });
  const left = file.pageCount - pageNumbers.length;
  const extraction: Extraction = {
    schemaVersion: "1.0",
    producer: {
      name: "raingan",
      version: tools.version,
      model: source.model,
      dictionaries: dictionaries.hash,
    },
    source: { fileName: file.fileName, sha256: file.sha256, pageCount: file.pageCount },
    pages: pages.map(toExtractionPage),
    documents,
    remarks: [
      ...file.remarks,
      ...(left > 0 ? [pagesLeftOut(left)] : []),
      ...remarks,
      ...(isNothingFound(pages, documents) ? [nothingFound(pipeline.name)] : []),
    ],
  };
  return displayBoxes(extraction, pages);
}

/** A file whose pages can be had one by one. */
interface Source {
  readonly file: OpenedFile;
  /** What read the pages, for the output. */
  readonly model: string;
  readonly readPage: (pageNumber: number) => Promise<ReadPage>;
  /** Makes places on the pages what they are in the file. */
  readonly cite: (result: PipelineResult) => PipelineResult;
}

function wantedPages(file: OpenedFile, isWanted: ExtractRequest["pages"]): readonly number[] {
  const all = Array.from({ length: file.pageCount }, (_, index) => index + 1);
  const pageNumbers = isWanted === null ? all : all.filter(isWanted);
  if (pageNumbers.length > 0) return pageNumbers;
  const count = file.pageCount === 1 ? "1 page" : `${file.pageCount} pages`;
  const message = `${file.fileName} has ${count} and none of those asked for. Change --pages or leave it out.`;
  throw new InputError("file-without-pages", message);
}

/** Pages that are there already; no model has a part in them. */
function openTranscript({ fileName, sha256, pages, linesOf }: TranscriptFile): Source {
  return {
    file: { fileName, sha256, pageCount: pages.length, remarks: [] },
    model: "none (transcript)",
    readPage: async (pageNumber) => pages[pageNumber - 1]!,
    cite: ({ documents, remarks }) => ({
      documents: citeLines(documents, linesOf),
      remarks: citeRemarks(remarks, linesOf),
    }),
  };
}

async function openScan(
  request: ExtractRequest,
  { pool, model }: ExtractTools,
  listen: ExtractionListener,
): Promise<Source> {
  const { filePath, modelPath, overlayDir } = request;
  const options = { filePath, modelPath, overlayDir };
  const file = await pool.open(options);
  const readPage = async (pageNumber: number): Promise<ReadPage> => {
    const outcome = await pool.read(options, pageNumber, {
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
  };
  return { file, model: model.name, readPage, cite: (result) => result };
}

function toExtractionPage({ pageNumber, kind, method, remarks }: ReadPage): ExtractionPage {
  return { pageNumber, kind, method, remarks };
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

/** Pages were read, and still there is neither a record nor a table. */
function isNothingFound(pages: readonly ReadPage[], documents: readonly ExtractionDocument[]): boolean {
  const isEmpty = documents.every((document) => document.records.length + document.tables.length === 0);
  return isEmpty && pages.some((page) => page.kind !== "failed");
}

function nothingFound(pipelineName: string): Remark {
  const message = `No table was found that the recipe ${pipelineName} reads; another recipe may.`;
  return remark("nothing-found", "error", message);
}

function pagesLeftOut(count: number): Remark {
  const pages = count === 1 ? "1 page was" : `${count} pages were`;
  return remark("pages-left-out", "info", `${pages} not asked for and not read.`);
}
