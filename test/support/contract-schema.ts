import { readFileSync } from "node:fs";

/** The part of JSON Schema that the contract uses. */
export interface ContractSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, ContractSchema>>;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly ContractSchema[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: ContractSchema;
  readonly minItems?: number;
  readonly properties?: Readonly<Record<string, ContractSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: ContractSchema;
  readonly if?: ContractSchema;
  readonly then?: ContractSchema;
}

/** The output contract as handed over. */
export const contract = JSON.parse(
  readFileSync(new URL("../../fixtures/contract/extraction.schema.json", import.meta.url), "utf8"),
) as ContractSchema;

/** The schema itself, or the one of the contract's definitions that it refers to. */
export function resolve(schema: ContractSchema): ContractSchema {
  if (schema.$ref === undefined) return schema;
  const definition = contract.$defs?.[schema.$ref.replace("#/$defs/", "")];
  if (definition === undefined) throw new Error(`The contract has no ${schema.$ref}.`);
  return definition;
}
