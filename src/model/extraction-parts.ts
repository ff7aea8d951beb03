import { z } from "zod";
import type { PointBox } from "./box.ts";
import type { Evidence, Repair } from "./evidence.ts";
import type { Remark } from "./remark.ts";

/** The parts of the output document that every kind of field and table shares. */

export type DeepReadonly<T> = T extends readonly (infer Item)[]
  ? readonly DeepReadonly<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
    : T;

/**
 * An object of the contract: it needs the fields of `shape`, and keeps any others it carries. Its type lists the
 * fields of `shape` only; the index signature of a loose object would refuse the model's interfaces.
 */
export function openObject<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  return z.looseObject(shape);
}

const share = z.number().min(0).max(1);

export const boxSchema = openObject({
  pageNumber: z.int().min(1),
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
}) satisfies z.ZodType<PointBox>;

export const repairSchema = openObject({
  from: z.string(),
  to: z.string(),
  start: z.int().min(0),
  rule: z.string(),
  score: share,
  applied: z.boolean(),
}) satisfies z.ZodType<Repair>;

export const evidenceSchema = openObject({
  observed: z.string().nullable(),
  method: z.enum(["ocr", "text-layer", "transcript"]),
  confidence: share,
  boxes: z.array(boxSchema),
  repairs: z.array(repairSchema),
}) satisfies z.ZodType<Evidence>;

export const remarkSchema = openObject({
  code: z.string(),
  severity: z.enum(["info", "warning", "error"]),
  pageNumber: z.int().nullable(),
  field: z.string().nullable(),
  box: boxSchema.nullable(),
  message: z.string(),
}) satisfies z.ZodType<Remark>;

const isoDay = z.string().regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/);

/** A date found in a record's field, as printed and in the Common Era; `isoEnd` for the end of a range. */
export const dateMentionSchema = openObject({
  field: z.string(),
  text: z.string(),
  iso: isoDay,
  isoEnd: isoDay.nullable(),
});

export type DateMention = DeepReadonly<z.infer<typeof dateMentionSchema>>;
