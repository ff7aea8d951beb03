import { measureSureness } from "./measure-confidence.ts";
import type { ConfidenceMeasure } from "./measure-confidence.ts";
import { measureText } from "./measure-text.ts";
import { isSameText } from "./record-fields.ts";
import { NOTHING, oneCase, sumTally } from "./tally.ts";
import type { Tallies, Tally } from "./tally.ts";
import type { JudgedDocument } from "./truth.ts";

/** Measures of what cover and title say. */
export const DOCUMENT_MEASURES = [
  "documents",
  "titleErrors",
  "titles",
  "offices",
  "districts",
  "provinces",
  "codes",
  "years",
] as const;
export type DocumentMeasure = (typeof DOCUMENT_MEASURES)[number];

const CODE_FIELDS = ["kind", "subdistrict", "subdistrictCode", "districtCode", "provinceCode"] as const;

type Stated = string | number | null;

/** A document's fields by the names that its evidence has. */
function documentField(document: JudgedDocument | null, name: string): Stated | undefined {
  switch (name) {
    case "title":
      return document?.title;
    case "fiscalYearBE":
      return document?.fiscalYearBE;
    case "organization.name":
      return document?.organization?.name;
    case "organization.district":
      return document?.organization?.district;
    case "organization.province":
      return document?.organization?.province;
    default:
      return undefined;
  }
}

function isRight(expected: Stated, found: Stated | undefined): boolean {
  if (typeof expected === "string" && typeof found === "string") return isSameText(expected, found);
  return expected === (found ?? null);
}

/** Measures a found document's fields; `null` is a document that is missing. */
export function measureDocument(
  expected: JudgedDocument,
  found: JudgedDocument | null,
): Tallies<DocumentMeasure> {
  const judge = (name: string): Tally => {
    const stated = documentField(expected, name);
    return stated === undefined
      ? NOTHING
      : oneCase(found !== null && isRight(stated, documentField(found, name)));
  };
  const codes = CODE_FIELDS.flatMap((field) => {
    const stated = expected.organization?.[field];
    return stated === undefined
      ? []
      : [oneCase(found !== null && isRight(stated, found.organization?.[field]))];
  });
  return {
    documents: oneCase(found !== null),
    titleErrors:
      expected.title === undefined
        ? NOTHING
        : measureText(expected.title, found?.title ?? null).characterErrors,
    titles: judge("title"),
    offices: judge("organization.name"),
    districts: judge("organization.district"),
    provinces: judge("organization.province"),
    codes: sumTally(codes),
    years: judge("fiscalYearBE"),
  };
}

/** Measures the confidences of a document's own fields. */
export function measureDocumentConfidence(
  expected: JudgedDocument,
  found: JudgedDocument,
): readonly Partial<Tallies<ConfidenceMeasure>>[] {
  return Object.entries(found.evidence ?? {}).flatMap(([name, evidence]) => {
    const stated = documentField(expected, name);
    if (stated === undefined) return [];
    return [measureSureness(evidence.confidence, isRight(stated, documentField(found, name)))];
  });
}
