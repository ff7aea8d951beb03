import { Ajv2020 } from "ajv/dist/2020.js";
import * as fc from "fast-check";
import { describe, expect, expectTypeOf, test } from "vitest";
import { z } from "zod";
import type { PointBox } from "../../src/model/box.ts";
import type { Evidence, Repair } from "../../src/model/evidence.ts";
import { extractionSchema, hrPolicyRecordSchema, isHrPolicyDocument } from "../../src/model/extraction.ts";
import type {
  ExtractedCell,
  Extraction,
  ExtractionPage,
  HrPolicyRecord,
} from "../../src/model/extraction.ts";
import type { ReadingMethod } from "../../src/model/page.ts";
import type { Remark } from "../../src/model/remark.ts";
import { contractDocuments, withOneChange } from "../support/contract-documents.ts";
import type { Json } from "../support/contract-documents.ts";
import { contract, resolve } from "../support/contract-schema.ts";
import type { ContractSchema } from "../support/contract-schema.ts";

const validate = new Ajv2020({ strict: false }).compile(contract);
const isValidByContract = (document: Json): boolean => validate(document);
const isValidByZod = (document: Json): boolean => extractionSchema.safeParse(document).success;

/** A schema in a form in which two spellings of the same constraint are equal. */
interface Constraint {
  readonly types: readonly string[];
  readonly values?: readonly unknown[];
  readonly limits?: Readonly<Record<string, unknown>>;
  readonly items?: Constraint;
  readonly properties?: Readonly<Record<string, Constraint>>;
  readonly required?: readonly string[];
  readonly others?: Constraint;
}

function typesOf(schema: ContractSchema): readonly string[] {
  if (schema.enum !== undefined || schema.const !== undefined) return [];
  if (schema.type === undefined) return [];
  return typeof schema.type === "string" ? [schema.type] : schema.type;
}

/** Flattens references, `x | null` and zod's safe-integer bounds; descriptions and key order fall away. */
function constraintOf(reference: ContractSchema): Constraint {
  const schema = resolve(reference);
  if (schema.anyOf !== undefined) {
    const parts = schema.anyOf.map(constraintOf);
    const values = parts.flatMap((part) => part.values ?? []);
    const isNullable = parts.some((part) => part.types.includes("null"));
    const merged: Constraint = Object.assign({}, ...parts);
    if (values.length > 0) return { types: [], values: [...values, ...(isNullable ? [null] : [])] };
    return { ...merged, types: parts.flatMap((part) => part.types).toSorted() };
  }
  const { pattern, minLength, minItems, minimum, maximum } = schema;
  const limits = Object.entries({ pattern, minLength, minItems, minimum, maximum }).filter(
    ([, limit]) => limit !== undefined && Math.abs(Number(limit)) !== Number.MAX_SAFE_INTEGER,
  );
  const values = schema.const === undefined ? schema.enum : [schema.const];
  const others =
    Object.keys(schema.additionalProperties ?? {}).length > 0 ? schema.additionalProperties : undefined;
  return {
    types: typesOf(schema).toSorted(),
    ...(values === undefined ? {} : { values }),
    ...(limits.length === 0 ? {} : { limits: Object.fromEntries(limits) }),
    ...(schema.items === undefined ? {} : { items: constraintOf(schema.items) }),
    ...(schema.properties === undefined || Object.keys(schema.properties).length === 0
      ? {}
      : {
          properties: Object.fromEntries(
            Object.entries(schema.properties).map(([name, inner]) => [name, constraintOf(inner)]),
          ),
          required: (schema.required ?? []).toSorted(),
        }),
    ...(others === undefined ? {} : { others: constraintOf(others) }),
  };
}

describe("the schema in code and the contract", () => {
  const inCode = z.toJSONSchema(extractionSchema, { reused: "inline" }) as unknown as ContractSchema;
  const [hrPolicyInCode, otherInCode] = inCode.properties!["documents"]!.items!.anyOf!;
  const document = contract.$defs!["document"]!;

  test("agree outside the documents", () => {
    const { documents: _contractDocuments, ...expected } = constraintOf(contract).properties!;
    const { documents: _codeDocuments, ...actual } = constraintOf(inCode).properties!;
    expect(actual).toEqual(expected);
    expect(constraintOf(inCode).required).toEqual(constraintOf(contract).required);
  });

  test("agree on a document of any kind", () => {
    expect(constraintOf(otherInCode!)).toEqual(constraintOf(document));
  });

  test("agree on a document of the HR-policy report", () => {
    const properties = {
      ...document.properties,
      ...document.if!.properties,
      ...document.then!.properties,
    };
    expect(constraintOf(hrPolicyInCode!)).toEqual(constraintOf({ ...document, properties }));
  });

  test("list the fields of every object in the same order", () => {
    const orders = (reference: ContractSchema): string[] => {
      const { properties = {}, items, additionalProperties, anyOf = [] } = resolve(reference);
      const inner = [...Object.values(properties), ...anyOf, items, additionalProperties];
      const here = Object.keys(properties).join();
      return [here, ...inner.flatMap((schema) => (schema === undefined ? [] : orders(schema)))];
    };
    const record = constraintOf(contract.$defs!["hrPolicyRecord"]!);
    expect(Object.keys(hrPolicyRecordSchema.shape)).toEqual(Object.keys(record.properties!));
    expect(new Set(orders(inCode))).toEqual(
      new Set([...orders(contract), ...orders(contract.$defs!["hrPolicyRecord"]!)]),
    );
  });
});

test("what the contract allows is valid in code, and nothing is lost", () => {
  fc.assert(
    fc.property(contractDocuments, (document) => {
      expect(isValidByContract(document)).toBe(true);
      expect(extractionSchema.parse(document)).toEqual(document);
    }),
    { numRuns: 300 },
  );
});

test("both judge a document with one change alike", () => {
  let rejected = 0;
  fc.assert(
    fc.property(contractDocuments, fc.nat(), fc.nat(), (document, place, kind) => {
      const changed = withOneChange(document, place, kind);
      const expected = isValidByContract(changed);
      if (!expected) rejected++;
      expect(isValidByZod(changed)).toBe(expected);
    }),
    { numRuns: 800 },
  );
  expect(rejected).toBeGreaterThan(200);
});

test("the types are those of the model", () => {
  expectTypeOf<Extraction["remarks"][number]>().toEqualTypeOf<Remark>();
  expectTypeOf<ExtractedCell["evidence"]>().toEqualTypeOf<Evidence>();
  expectTypeOf<ExtractedCell["evidence"]["boxes"][number]>().toEqualTypeOf<PointBox>();
  expectTypeOf<ExtractedCell["evidence"]["repairs"][number]>().toEqualTypeOf<Repair>();
  expectTypeOf<ExtractionPage["method"]>().toEqualTypeOf<ReadingMethod | null>();
  expectTypeOf<HrPolicyRecord["budgetAllocatedBaht"]>().toEqualTypeOf<number | null>();
});

test("a document of the HR-policy report is told from others", () => {
  const documents = fc.sample(contractDocuments, 50).flatMap((value) => {
    const extraction: Extraction = extractionSchema.parse(value);
    return extraction.documents;
  });
  const kinds = documents.map((document) => {
    const isHrPolicy = isHrPolicyDocument(document);
    if (isHrPolicy) expectTypeOf(document.records).toEqualTypeOf<readonly HrPolicyRecord[]>();
    return [document.reportKind === "hr-policy-report", isHrPolicy];
  });
  expect(kinds).toContainEqual([true, true]);
  expect(kinds.every(([expected, actual]) => expected === actual)).toBe(true);
});
