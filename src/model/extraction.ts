import { z } from "zod";
import { dateMentionSchema, evidenceSchema, openObject, remarkSchema } from "./extraction-parts.ts";
import type { DeepReadonly } from "./extraction-parts.ts";

/**
 * The output document: one for each input file, valid against `fixtures/contract/extraction.schema.json`.
 * This schema is its source in code. Texts keep the print's wording; `null` is "nothing" or, with a remark,
 * "unreadable"; money is in baht, years are Buddhist Era, boxes are in points, confidence is 0 to 1.
 * Every object may carry further fields, which parsing keeps.
 */

const pageNumber = z.int().min(1);
const pageNumbers = z.array(pageNumber).min(1);
const remarks = z.array(remarkSchema);
const printedText = z.string().min(1).nullable();
const printedNumber = z.int().min(1).nullable();
const baht = z.number().min(0).nullable();
const evidenceByField = z.record(z.string(), evidenceSchema);

/** What one page of the file turned out to be; a failed page keeps its place. */
export const extractionPageSchema = openObject({
  pageNumber,
  kind: z.enum(["cover", "table", "text", "blank", "failed"]),
  method: z.enum(["ocr", "text-layer", "transcript"]).nullable(),
  remarks,
});

/** The office that reports; codes are those of the Ministry of Interior. */
export const organizationSchema = openObject({
  /** In full: องค์การบริหารส่วนตำบลไผ่สิงห์. */
  name: z.string().nullable(),
  kind: z
    .enum([
      "subdistrict-administrative-organization",
      "subdistrict-municipality",
      "town-municipality",
      "city-municipality",
      "provincial-administrative-organization",
      "special",
    ])
    .nullable(),
  /** The sub-district that the office is named after, where there is one in its district. */
  subdistrict: z.string().nullable(),
  subdistrictCode: z
    .string()
    .regex(/^[0-9]{6}$/)
    .nullable(),
  district: z.string().nullable(),
  districtCode: z
    .string()
    .regex(/^[0-9]{4}$/)
    .nullable(),
  province: z.string().nullable(),
  provinceCode: z
    .string()
    .regex(/^[0-9]{2}$/)
    .nullable(),
});

/** One activity of a report on the HR policy, however many pages it runs over. */
export const hrPolicyRecordSchema = openObject({
  recordId: z.string(),
  policyNumber: printedNumber,
  /** Without its number and without (ต่อ). */
  policyTitle: printedText,
  activityNumber: printedNumber,
  activityName: printedText,
  target: printedText,
  result: printedText,
  /** Risk, problem, obstacle, way to solve it. */
  issues: printedText,
  budgetAllocatedBaht: baht,
  budgetDisbursedBaht: baht,
  followedPolicy: z.boolean().nullable(),
  deviatedFromPolicy: z.boolean().nullable(),
  completed: z.boolean().nullable(),
  dates: z.array(dateMentionSchema),
  pageNumbers,
  /** The lowest of the fields' confidences. */
  confidence: z.number().min(0).max(1),
  /** `review` where a person should look. */
  status: z.enum(["clean", "review"]),
  /** Keyed by the record's field name. */
  evidence: evidenceByField,
  remarks,
});

/** A cell of any ruled table; an empty one has the text "". */
export const extractedCellSchema = openObject({
  text: z.string(),
  rowSpan: z.int().min(1),
  columnSpan: z.int().min(1),
  evidence: evidenceSchema,
});

/** Any ruled table as header paths and rows. A place without a cell (covered by a span) is null. */
export const extractedTableSchema = openObject({
  pageNumbers,
  /** For each column its header texts from the top level down. */
  columns: z.array(z.array(z.string())),
  rows: z.array(z.array(extractedCellSchema.nullable())),
  remarks,
});

/** What a document is apart from its records. */
const documentShape = {
  pageNumbers,
  reportKind: z.string(),
  title: z.string().nullable(),
  organization: organizationSchema,
  fiscalYearBE: z.int().min(2500).max(2700).nullable(),
  /** For title, organization.name, organization.district, organization.province, fiscalYearBE. */
  evidence: evidenceByField,
  records: z.array(z.looseObject({})),
  tables: z.array(extractedTableSchema),
  remarks,
};

/** A report on the HR policy; its records have the form of this recipe. */
export const hrPolicyDocumentSchema = openObject({
  ...documentShape,
  reportKind: z.literal("hr-policy-report"),
  records: z.array(hrPolicyRecordSchema),
});

/** A report of any other kind; its recipe says what its records are. */
export const otherDocumentSchema = openObject({
  ...documentShape,
  reportKind: z.string().refine((kind) => kind !== "hr-policy-report", "has records of its own form"),
});

/** One report found in the file; a file in which a second cover begins has two. */
export const extractionDocumentSchema = z.union([hrPolicyDocumentSchema, otherDocumentSchema]);

/** The whole output document. */
export const extractionSchema = openObject({
  schemaVersion: z.literal("1.0"),
  producer: openObject({
    name: z.string(),
    version: z.string(),
    /** Name and hash of the recognition model. */
    model: z.string(),
    /** Hash of the dictionaries in force. */
    dictionaries: z.string(),
  }),
  source: openObject({
    fileName: z.string(),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    pageCount: z.int().min(0),
  }),
  pages: z.array(extractionPageSchema),
  documents: z.array(extractionDocumentSchema),
  remarks,
});

export type Extraction = DeepReadonly<z.infer<typeof extractionSchema>>;
export type ExtractionPage = DeepReadonly<z.infer<typeof extractionPageSchema>>;
export type ExtractionDocument = DeepReadonly<z.infer<typeof extractionDocumentSchema>>;
export type HrPolicyDocument = DeepReadonly<z.infer<typeof hrPolicyDocumentSchema>>;
export type OtherDocument = DeepReadonly<z.infer<typeof otherDocumentSchema>>;
export type HrPolicyRecord = DeepReadonly<z.infer<typeof hrPolicyRecordSchema>>;
export type Organization = DeepReadonly<z.infer<typeof organizationSchema>>;

/** An office of which nothing is known. */
export const UNKNOWN_ORGANIZATION: Organization = {
  name: null,
  kind: null,
  subdistrict: null,
  subdistrictCode: null,
  district: null,
  districtCode: null,
  province: null,
  provinceCode: null,
};
export type ExtractedTable = DeepReadonly<z.infer<typeof extractedTableSchema>>;
export type ExtractedCell = DeepReadonly<z.infer<typeof extractedCellSchema>>;

/** Whether a document's records are those of the HR-policy report. */
export function isHrPolicyDocument(document: ExtractionDocument): document is HrPolicyDocument {
  return document.reportKind === "hr-policy-report";
}
