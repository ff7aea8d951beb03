import { z } from "zod";
import { COLUMN_ROLES } from "../../model/form.ts";

/** The entries that an office may put into dictionaries of its own, by file. A CSV cell with a list parts it by `|`. */
const text = z.string({ error: "has to be there, as text" }).trim().min(1, "has to be there");
const list = z.union([z.array(text), text.transform((value) => value.split("|").map((part) => part.trim()))]);

/** Shorter ones are near to too many words; what has other signs in it is never compared with a text. */
const WORDING = /^(?=(?:[^\u0e01-\u0e2e]*[\u0e01-\u0e2e]){3})[\u0e01-\u0e4e.() ]+$/u;

export const OWN_SCHEMAS = {
  places: z.strictObject({
    code: z
      .string({ error: "has to be there, as text" })
      .regex(/^(?:\d{2}){1,3}$/u, "needs 2, 4 or 6 digits"),
    name: text,
  }),
  offices: z.strictObject({
    officeCode: text.optional(),
    name: text,
    district: text.optional(),
    province: text,
  }),
  "policy-headings": z.strictObject({
    title: text,
    /** The id of a policy that the wording stands for; without it the heading is a policy of its own. */
    id: z
      .string()
      .regex(/^[a-z-]+$/u, "may have small letters and hyphens only")
      .optional(),
  }),
  "column-headings": z.strictObject({
    heading: text,
    role: z.enum([...COLUMN_ROLES, "other"], {
      error: `has to be one of ${COLUMN_ROLES.join(", ")}, other`,
    }),
  }),
  phrases: z.strictObject({
    phrase: text.regex(
      WORDING,
      "needs three Thai letters or more, and no other signs than Thai ones, dots and spaces: numbers and Latin words are never repaired",
    ),
  }),
  abbreviations: z.strictObject({
    form: text.refine((value) => value.includes("."), "needs a full stop"),
    meaning: text,
    contexts: list.optional(),
  }),
} as const;

export type OwnKind = keyof typeof OWN_SCHEMAS;
export type OwnEntry<Kind extends OwnKind> = z.infer<(typeof OWN_SCHEMAS)[Kind]>;
export const OWN_KINDS = Object.keys(OWN_SCHEMAS) as readonly OwnKind[];

/** An entry with the place it was written at. */
export interface Sourced<T> {
  readonly file: string;
  readonly lineNumber: number;
  readonly entry: T;
}

/** All entries of a folder. */
export type OwnEntries = { readonly [Kind in OwnKind]: readonly Sourced<OwnEntry<Kind>>[] };
