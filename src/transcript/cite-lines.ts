import type { PointBox } from "../model/box.ts";
import type { Evidence } from "../model/evidence.ts";
import { isHrPolicyDocument } from "../model/extraction.ts";
import type { ExtractedTable, ExtractionDocument, HrPolicyRecord } from "../model/extraction.ts";
import type { Remark } from "../model/remark.ts";
import type { LaidOutTranscript } from "./lay-out-pages.ts";

/** First and last line of a transcript, numbered from 1. */
type Lines = NonNullable<ReturnType<LaidOutTranscript["linesOf"]>>;
type LinesOf = LaidOutTranscript["linesOf"];

/** Evidence that cites a transcript: it has no place on paper, so no boxes, but lines of the text. */
interface TranscriptEvidence extends Evidence {
  readonly transcriptLines: readonly Lines[];
}

interface TranscriptRemark extends Remark {
  readonly transcriptLines: Lines | null;
}

/**
 * The documents of a transcript with lines of its text in place of boxes: the places that its pages were laid out in are
 * made up, and a box in the output would say that something stands there on paper. Pages stay, since a transcript
 * tells them.
 */
export function citeLines(documents: readonly ExtractionDocument[], linesOf: LinesOf): ExtractionDocument[] {
  return documents.map((document): ExtractionDocument => {
    const shared = {
      evidence: citeEvidence(document.evidence, linesOf),
      tables: document.tables.map((table) => citeTable(table, linesOf)),
      remarks: citeRemarks(document.remarks, linesOf),
    };
    return isHrPolicyDocument(document)
      ? { ...document, ...shared, records: document.records.map((record) => citeRecord(record, linesOf)) }
      : { ...document, ...shared };
  });
}

export function citeRemarks(remarks: readonly Remark[], linesOf: LinesOf): TranscriptRemark[] {
  return remarks.map((remark) => ({
    ...remark,
    box: null,
    transcriptLines: remark.box === null ? null : linesOf(remark.box),
  }));
}

function citeRecord(record: HrPolicyRecord, linesOf: LinesOf): HrPolicyRecord {
  return {
    ...record,
    evidence: citeEvidence(record.evidence, linesOf),
    remarks: citeRemarks(record.remarks, linesOf),
  };
}

function citeTable(table: ExtractedTable, linesOf: LinesOf): ExtractedTable {
  return {
    ...table,
    rows: table.rows.map((row) =>
      row.map((cell) => (cell === null ? null : { ...cell, evidence: cite(cell.evidence, linesOf) })),
    ),
    remarks: citeRemarks(table.remarks, linesOf),
  };
}

function citeEvidence(
  evidence: Readonly<Record<string, Evidence>>,
  linesOf: LinesOf,
): Record<string, TranscriptEvidence> {
  return Object.fromEntries(Object.entries(evidence).map(([name, value]) => [name, cite(value, linesOf)]));
}

function cite(evidence: Evidence, linesOf: LinesOf): TranscriptEvidence {
  return { ...evidence, boxes: [], transcriptLines: distinctLines(evidence.boxes, linesOf) };
}

function distinctLines(boxes: readonly PointBox[], linesOf: LinesOf): Lines[] {
  const found = boxes.flatMap((box) => linesOf(box) ?? []);
  return found.filter(
    (lines, index) =>
      found.findIndex((other) => other.first === lines.first && other.last === lines.last) === index,
  );
}
