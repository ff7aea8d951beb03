import { z } from "zod";

/** A value as JSON has it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: JsonValue;
}

function isJsonObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** By code unit: the same on every machine, whatever its locale. */
function byCodeUnit(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** The schema of a value behind null and choices; of several possible ones the first that accepts the value. */
function schemaFor(schema: z.core.$ZodType | undefined, value: JsonValue): z.core.$ZodType | undefined {
  if (schema instanceof z.ZodNullable) return schemaFor(schema.unwrap(), value);
  if (!(schema instanceof z.ZodUnion)) return schema;
  const option = schema.options.find((candidate) => z.safeParse(candidate, value).success);
  return option === undefined ? undefined : schemaFor(option, value);
}

/**
 * The same value with its keys in the order of the schema; keys that the schema does not name follow by code unit.
 * Equal values come out with equal order, in whatever order they were put together.
 */
export function orderKeys(value: JsonValue, anySchema?: z.core.$ZodType): JsonValue {
  const schema = schemaFor(anySchema, value);
  if (Array.isArray(value)) {
    const element = schema instanceof z.ZodArray ? schema.element : undefined;
    return value.map((item: JsonValue) => orderKeys(item, element));
  }
  if (!isJsonObject(value)) return value;
  const shape: z.core.$ZodShape = schema instanceof z.ZodObject ? schema.shape : {};
  const inner = schema instanceof z.ZodRecord ? schema.valueType : undefined;
  const known = Object.keys(shape).filter((key) => Object.hasOwn(value, key));
  const others = Object.keys(value).filter((key) => !Object.hasOwn(shape, key));
  return Object.fromEntries(
    [...known, ...others.toSorted(byCodeUnit)].map((key) => [
      key,
      orderKeys(value[key]!, shape[key] ?? inner),
    ]),
  );
}
