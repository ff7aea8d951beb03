import { z } from "zod";

/**
 * What the evaluation reads: an extraction, a file of expected values in the same form, or a table
 * transcribed by hand. Every value may be left out of a truth file; what a truth does not state is not
 * measured. (`null` is a statement: the print has nothing there.)
 */
const date = z.object({
  field: z.string(),
  text: z.string(),
  iso: z.string(),
  isoEnd: z.string().nullable(),
});

const evidence = z.object({ confidence: z.number() });

const text = z.string().nullish();
const amount = z.number().nullish();
const mark = z.boolean().nullish();
const integer = z.number().int().nullish();

const record = z.object({
  policyNumber: integer,
  policyTitle: text,
  activityNumber: integer,
  activityName: text,
  target: text,
  result: text,
  issues: text,
  budgetAllocatedBaht: amount,
  budgetDisbursedBaht: amount,
  followedPolicy: mark,
  deviatedFromPolicy: mark,
  completed: mark,
  dates: z.array(date).optional(),
  pageNumbers: z.array(z.number().int()).optional(),
  status: z.enum(["clean", "review"]).optional(),
  evidence: z.record(z.string(), evidence).optional(),
});

const organization = z.object({
  name: text,
  kind: text,
  subdistrict: text,
  subdistrictCode: text,
  district: text,
  districtCode: text,
  province: text,
  provinceCode: text,
});

const cell = z.object({
  text: z.string(),
  rowSpan: z.number().int().min(1).optional(),
  columnSpan: z.number().int().min(1).optional(),
});

const table = z.object({
  columns: z.array(z.array(z.string())),
  rows: z.array(z.array(cell.nullable())),
});

const document = z.object({
  reportKind: z.string(),
  title: text,
  organization: organization.optional(),
  fiscalYearBE: integer,
  evidence: z.record(z.string(), evidence).optional(),
  records: z.array(record).default([]),
  tables: z.array(table).optional(),
});

const documentsFile = z.object({ documents: z.array(document) });

const headerCell = z.object({
  t: z.string(),
  rowspan: z.number().int().min(1).default(1),
  colspan: z.number().int().min(1).default(1),
});

/** A page's table transcribed by hand: header rows as in HTML, body cells by place. */
const transcribedTable = z.object({
  title: z.array(z.string()),
  header: z.array(z.array(headerCell)),
  rows: z.array(z.array(z.union([z.string(), headerCell]).nullable())),
});

export type JudgedRecord = z.infer<typeof record>;
export type JudgedTable = z.infer<typeof table>;
export type JudgedDocument = z.infer<typeof document>;
export type JudgedDate = z.infer<typeof date>;
export type TranscribedTable = z.infer<typeof transcribedTable>;

export const judgedFile = z.union([documentsFile, transcribedTable]);
