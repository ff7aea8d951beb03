import * as fc from "fast-check";
import type { ContractSchema } from "./contract-schema.ts";
import { contract, resolve } from "./contract-schema.ts";

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Strings that the contract's few patterns accept, by pattern. */
const BY_PATTERN: Record<string, fc.Arbitrary<string>> = {
  "^[0-9a-f]{64}$": fc.string({
    unit: fc.constantFrom(...Array.from("0123456789abcdef")),
    minLength: 64,
    maxLength: 64,
  }),
  "^[0-9]{6}$": fc.constantFrom("600310", "660105"),
  "^[0-9]{4}$": fc.constantFrom("6003", "6601"),
  "^[0-9]{2}$": fc.constantFrom("60", "66"),
  "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": fc.constantFrom("2022-11-28", "2023-03-31"),
};

const thaiText = fc.constantFrom("ก", "ผลการดำเนินงาน\n-ข้อ ๑", "๑๔๐,๐๐๐", "a");
const key = fc.constantFrom("title", "result", "organization.name", "budgetAllocatedBaht");

function ofType(type: string, schema: ContractSchema): fc.Arbitrary<Json> {
  const { minimum = -1e6, maximum = 1e6 } = schema;
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: minimum, max: maximum });
    case "number":
      return fc.double({ min: minimum, max: maximum, noNaN: true }).map((value) => (value === 0 ? 0 : value));
    case "string": {
      if (schema.pattern !== undefined) return BY_PATTERN[schema.pattern]!;
      return (schema.minLength ?? 0) > 0 ? thaiText : fc.oneof(thaiText, fc.constant(""));
    }
    case "array":
      return fc.array(fromContract(schema.items!), { minLength: schema.minItems ?? 0, maxLength: 2 });
    case "object":
      return objectOf(schema);
    default:
      throw new Error(`The contract has no type ${type}.`);
  }
}

function objectOf(schema: ContractSchema): fc.Arbitrary<Json> {
  const properties = Object.entries(schema.properties ?? {});
  const fixed = fc.record(Object.fromEntries(properties.map(([name, inner]) => [name, fromContract(inner)])));
  const extra =
    schema.additionalProperties === undefined
      ? fc.dictionary(fc.constant("note"), thaiText, { maxKeys: 1 })
      : fc.dictionary(key, fromContract(schema.additionalProperties), { maxKeys: 2 });
  return fc.tuple(fixed, extra).map(([known, added]) => Object.assign(added, known));
}

/** Values that are valid against a schema of the contract, with further fields here and there. */
function fromContract(reference: ContractSchema): fc.Arbitrary<Json> {
  const schema = resolve(reference);
  if (schema.const !== undefined) return fc.constant(schema.const as Json);
  if (schema.enum !== undefined) return fc.constantFrom(...(schema.enum as Json[]));
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map(fromContract));
  if (schema.if !== undefined && schema.then !== undefined) {
    const { if: condition, then, ...rest } = schema;
    const narrowed = {
      ...rest,
      properties: { ...rest.properties, ...condition.properties, ...then.properties },
    };
    return fc.oneof(objectOf(rest), objectOf(narrowed));
  }
  const types = typeof schema.type === "string" ? [schema.type] : (schema.type ?? []);
  return fc.oneof(...types.map((type) => ofType(type, schema)));
}

/** Whole output documents that are valid against the contract. */
export const contractDocuments: fc.Arbitrary<Json> = fromContract(contract);

/** Values that are wrong, or just another kind, in most places of a document. */
const otherValues: readonly Json[] = [
  null,
  true,
  "",
  "x",
  "hr-policy-report",
  -1,
  0,
  0.5,
  2499,
  1e9,
  [],
  {},
  [null],
];

/** The paths to every value inside a document. */
function pathsOf(value: Json, path: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const here = [...path, name];
    return [here].concat(pathsOf(inner, here));
  });
}

/**
 * A copy of a document with one value removed or replaced by another kind of value; `place` and `kind` choose
 * which and how.
 */
export function withOneChange(document: Json, place: number, kind: number): Json {
  const copy = structuredClone(document);
  const paths = pathsOf(copy);
  const path = paths[place % paths.length]!;
  let parent = copy as { [key: string]: Json };
  for (const name of path.slice(0, -1)) parent = parent[name] as { [key: string]: Json };
  const name = path.at(-1)!;
  const choice = kind % (otherValues.length + 1);
  if (choice < otherValues.length) parent[name] = otherValues[choice]!;
  else if (Array.isArray(parent)) parent.splice(Number(name), 1);
  else delete parent[name];
  return copy;
}
