import type { PointBox } from "../model/box.ts";
import type { Evidence, Repair } from "../model/evidence.ts";
import { type ExtractionDocument, type Organization, UNKNOWN_ORGANIZATION } from "../model/extraction.ts";
import type { ReadLine } from "../model/reading.ts";
import type { Remark } from "../model/remark.ts";
import { roundConfidence } from "./field-confidence.ts";
import type { ReadingConditions } from "./field-reading.ts";
import { readFiscalYear } from "./read-fiscal-year.ts";
import { readTitle } from "./read-title.ts";

/** A text that may name the office, and where it stands. */
export interface Mention {
  readonly text: string;
  readonly boxes: readonly PointBox[];
}

/** Finds the office that a report's texts name; the places it answers with count lines and mentions from 0. */
export type OfficeResolver = (evidence: {
  readonly coverLines: readonly string[];
  readonly titleLines: readonly string[];
  readonly mentions: readonly string[];
}) => {
  readonly organization: Organization;
  readonly repairs: Readonly<Record<"name" | "district" | "province", OfficeField>>;
  readonly remarks: readonly Remark[];
};

interface OfficeField {
  readonly observed: string | null;
  readonly repairs: readonly Repair[];
  readonly confidence: number;
  readonly place: {
    readonly part: "cover" | "title" | "mention";
    readonly firstIndex: number;
    readonly lastIndex: number;
  } | null;
}

/** What a report says about itself, on its cover and over its first table. */
export interface HeadingSource {
  readonly coverLines: readonly ReadLine[];
  readonly titleLines: readonly ReadLine[];
  /** Running text that may name the office. */
  readonly mentions: readonly Mention[];
}

export type DocumentHeading = Pick<
  ExtractionDocument,
  "title" | "organization" | "fiscalYearBE" | "evidence" | "remarks"
>;

/** Title, office and fiscal year of a report, each with its evidence. */
export function buildDocumentHeading(
  source: HeadingSource,
  conditions: ReadingConditions,
  resolveOffice: OfficeResolver,
): DocumentHeading {
  const { coverLines, titleLines, mentions } = source;
  const title = readTitle(titleLines, conditions);
  const year = readFiscalYear([...new Set([...coverLines, ...titleLines])], conditions);
  const office = resolveOffice({
    coverLines: coverLines.map((line) => line.text),
    titleLines: titleLines.map((line) => line.text),
    mentions: mentions.map((mention) => mention.text),
  });
  const organization = { ...UNKNOWN_ORGANIZATION, ...office.organization };
  const evidenceOf = (field: OfficeField): Evidence => ({
    observed: field.observed,
    method: conditions.method,
    confidence: roundConfidence(field.confidence),
    boxes: boxesOf(field, source),
    repairs: field.repairs,
  });
  return {
    title: title.value,
    organization,
    fiscalYearBE: year.value,
    evidence: {
      title: title.evidence,
      "organization.name": evidenceOf(office.repairs.name),
      "organization.district": evidenceOf(office.repairs.district),
      "organization.province": evidenceOf(office.repairs.province),
      fiscalYearBE: year.evidence,
    },
    remarks: [...title.remarks, ...year.remarks, ...office.remarks],
  };
}

function boxesOf(
  { place }: OfficeField,
  { coverLines, titleLines, mentions }: HeadingSource,
): readonly PointBox[] {
  if (place === null) return [];
  if (place.part === "mention") return mentions[place.firstIndex]?.boxes ?? [];
  const lines = place.part === "cover" ? coverLines : titleLines;
  return lines.slice(place.firstIndex, place.lastIndex + 1).map((line) => line.box);
}
