import type { ExtractionDocument } from "../model/extraction.ts";
import type { ReadPage } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import type { Dictionaries } from "../repair/load-dictionaries.ts";

/** What a recipe may know of the file beside its pages. */
export interface PipelineContext {
  /** Hexadecimal SHA-256 of the file, for record ids. */
  readonly sha256: string;
  readonly fileName: string;
  /** False where the recognition model reads other digits in place of some Thai ones. */
  readonly knowsThaiDigits: boolean;
  readonly dictionaries: Dictionaries;
}

export interface PipelineResult {
  readonly documents: readonly ExtractionDocument[];
  /** What concerns the file as a whole and none of its documents or pages. */
  readonly remarks: readonly Remark[];
}

/** A recipe: how the pages of one kind of report become records. Pure; the same pages give the same result. */
export interface Pipeline {
  /** As given to `--pipeline`, and the `reportKind` of its documents. */
  readonly name: string;
  readonly description: string;
  /** `pages` are in page order; one that could not be read is there with the kind `failed`. */
  assemble(pages: readonly ReadPage[], context: PipelineContext): PipelineResult;
}
