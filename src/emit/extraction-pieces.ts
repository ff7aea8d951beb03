import type { z } from "zod";
import { remarkSchema } from "../model/extraction-parts.ts";
import {
  extractedTableSchema,
  extractionPageSchema,
  extractionSchema,
  hrPolicyDocumentSchema,
  hrPolicyRecordSchema,
  otherDocumentSchema,
} from "../model/extraction.ts";
import type { Extraction } from "../model/extraction.ts";
import { ExtractionContractError } from "./extraction-contract-error.ts";
import type { ContractPath } from "./extraction-contract-error.ts";
import { orderKeys } from "./order-keys.ts";
import type { JsonObject, JsonValue } from "./order-keys.ts";
import { settleJson } from "./settle-json.ts";

/** A part of the output document: its schema, and which of its lists are written entry by entry. */
interface Part {
  readonly schema: z.ZodType;
  readonly lists: Readonly<Record<string, (entry: unknown) => Part>>;
}

const whole = (schema: z.ZodType): (() => Part) => {
  const part = { schema, lists: {} };
  return () => part;
};

const REMARKS = whole(remarkSchema);
const TABLE: Part = {
  schema: extractedTableSchema,
  lists: { rows: whole(extractedTableSchema.shape.rows.element), remarks: REMARKS },
};
const HR_POLICY_DOCUMENT: Part = {
  schema: hrPolicyDocumentSchema,
  lists: { records: whole(hrPolicyRecordSchema), tables: () => TABLE, remarks: REMARKS },
};
const OTHER_DOCUMENT: Part = {
  schema: otherDocumentSchema,
  lists: {
    records: whole(otherDocumentSchema.shape.records.element),
    tables: () => TABLE,
    remarks: REMARKS,
  },
};
const EXTRACTION: Part = {
  schema: extractionSchema,
  lists: { pages: whole(extractionPageSchema), documents: documentPart, remarks: REMARKS },
};

/** The kind of a report decides which of both schemas it has to fit; no document fits both. */
function documentPart(document: unknown): Part {
  const isHrPolicy =
    typeof document === "object" &&
    document !== null &&
    "reportKind" in document &&
    document.reportKind === "hr-policy-report";
  return isHrPolicy ? HR_POLICY_DOCUMENT : OTHER_DOCUMENT;
}

const INDENT = "  ";
/** Characters of a piece at least, the last one aside: writing each row by itself takes longer than making it. */
const PIECE_CHARACTERS = 64 * 1024;

/**
 * The output document as it is written, in pieces: beside the extraction itself no more than one record, row or remark
 * is held at a time, and the text as a whole may be longer than any string can be.
 *
 * JSON with an indent of two spaces and a final newline, keys in the contract's order, strings in NFC, boxes rounded to
 * 2 decimals, confidences and scores to 3. Equal documents give equal bytes, whatever the order in which their properties were set.
 *
 * @throws ExtractionContractError on the way, where a part of the document breaks the contract: what was written so far
 *   is then no document
 */
export function* extractionPieces(extraction: Extraction): Generator<string, void, undefined> {
  let piece = "";
  for (const text of partTexts(extraction, EXTRACTION, [], "")) {
    piece += text;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield piece;
    piece = "";
  }
  yield `${piece}\n`;
}

function* partTexts(value: unknown, part: Part, path: ContractPath, indent: string): Generator<string> {
  const { schema, lists } = part;
  const names = Object.keys(lists);
  if (names.length === 0) {
    yield textOf(toJson(value, schema, path), indent);
    return;
  }
  // Lists are checked and written entry by entry; the rest is checked with empty ones in their place.
  const entriesOf = listsIn(value, names);
  const empty = Object.fromEntries([...entriesOf.keys()].map((name) => [name, []]));
  const frame = toJson(entriesOf.size === 0 ? value : Object.assign({}, value, empty), schema, path);
  const inner = indent + INDENT;
  let separator = "{";
  for (const [name, own] of Object.entries(frame as JsonObject)) {
    yield `${separator}\n${inner}${JSON.stringify(name)}: `;
    separator = ",";
    const entries = entriesOf.get(name);
    if (entries === undefined || entries.length === 0) {
      yield textOf(own, inner);
      continue;
    }
    const entryIndent = inner + INDENT;
    for (const [index, entry] of entries.entries()) {
      yield `${index === 0 ? "[" : ","}\n${entryIndent}`;
      yield* partTexts(entry, lists[name]!(entry), [...path, name, index], entryIndent);
    }
    yield `\n${inner}]`;
  }
  yield `\n${indent}}`;
}

function listsIn(value: unknown, names: readonly string[]): Map<string, readonly unknown[]> {
  const lists = new Map<string, readonly unknown[]>();
  if (typeof value !== "object" || value === null) return lists;
  for (const name of names) {
    const list = (value as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(list)) lists.set(name, list);
  }
  return lists;
}

/** The part as JSON has it, valid, settled and in order. */
function toJson(value: unknown, schema: z.ZodType, path: ContractPath): JsonValue {
  const { success, data, error } = schema.safeParse(value);
  if (success) return orderKeys(settleJson(data), schema);
  const [issue] = error.issues;
  throw new ExtractionContractError([...path, ...(issue?.path ?? [])], issue?.message ?? error.message);
}

/** No string of JSON has a newline in it, so that every one is the layout's. */
function textOf(value: JsonValue, indent: string): string {
  return JSON.stringify(value, null, INDENT.length).replaceAll("\n", `\n${indent}`);
}
