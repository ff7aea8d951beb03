import type { Extraction } from "../model/extraction.ts";
import { extractionPieces } from "./extraction-pieces.ts";

/**
 * The output document as it is written, as one string: the pieces of `extractionPieces` joined. A document of some
 * hundred thousand rows is longer than a string can be, and has to be written piece by piece.
 *
 * @throws ExtractionContractError where the document breaks the contract
 */
export function serializeExtraction(extraction: Extraction): string {
  return [...extractionPieces(extraction)].join("");
}
