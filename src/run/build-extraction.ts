import type { Extraction, ExtractionDocument, ExtractionPage } from "../model/extraction.ts";
import type { ReadPage } from "../model/reading.ts";
import { remark } from "../model/remark.ts";
import type { Remark } from "../model/remark.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";
import { addOfficeCodes } from "../repair/own/add-office-codes.ts";
import { undoRepairs } from "../repair/undo-repairs.ts";
import { displayBoxes } from "./displayed-boxes.ts";
import type { Pipeline, PipelineResult } from "./pipeline.ts";
import type { OpenedFile } from "./worker-messages.ts";

/** What an extraction is made of, beside the pages. */
export interface ExtractionParts {
  readonly file: Omit<OpenedFile, "kind">;
  readonly pipeline: Pipeline;
  readonly dictionaries: Dictionaries;
  /** What read the pages, for the output. */
  readonly model: string;
  /** False where the recognition model reads other digits in place of some Thai ones. */
  readonly knowsThaiDigits: boolean;
  /** Texts are left as they were read. */
  readonly withoutRepair: boolean;
  readonly version: string;
  /** Makes places on the pages what they are in the file. */
  readonly cite?: (result: PipelineResult) => PipelineResult;
}

/** Lets the recipe make documents of the pages of a file, in page order. Pure; the same pages give the same extraction. */
export function buildExtraction(pages: readonly ReadPage[], parts: ExtractionParts): Extraction {
  const { file, pipeline, dictionaries, model, knowsThaiDigits, withoutRepair, version } = parts;
  const { fileName, sha256, pageCount } = file;
  const cite = parts.cite ?? ((result: PipelineResult) => result);
  const assembled = cite(pipeline.assemble(pages, { sha256, fileName, knowsThaiDigits, dictionaries }));
  const documents = addOfficeCodes(
    withoutRepair ? undoRepairs(assembled.documents) : assembled.documents,
    dictionaries.listedOffices,
  );
  const left = pageCount - pages.length;
  const extraction: Extraction = {
    schemaVersion: "1.0",
    producer: { name: "raingan", version, model, dictionaries: dictionaries.hash },
    source: { fileName, sha256, pageCount },
    pages: pages.map(toExtractionPage),
    documents,
    remarks: [
      ...file.remarks,
      ...(left > 0 ? [pagesLeftOut(left)] : []),
      ...assembled.remarks,
      ...(isNothingFound(pages, documents) ? [nothingFound(pipeline.name)] : []),
    ],
  };
  return displayBoxes(extraction, pages);
}

function toExtractionPage({ pageNumber, kind, method, remarks }: ReadPage): ExtractionPage {
  return { pageNumber, kind, method, remarks };
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
