/** The shapes of the files in `dictionaries/`. Every one states where it comes from and under which licence. */
import { z } from "zod";
import { COLUMN_ROLES } from "../model/form.ts";

const provenance = { source: z.string().min(1), licence: z.string().min(1) };
const text = z.string().min(1);
const texts = z.array(text).min(1);
const cost = z.number().min(0).max(3);

/**
 * `subdistricts` holds, separated by `|`, the last two digits of each code, a space and the name: one text for a
 * district is checked in a tenth of the time of its ten names.
 */
const districtSchema = z.strictObject({
  code: z.string().regex(/^\d{4}$/u),
  name: text,
  subdistricts: z.string().regex(/^\d{2} [^|\s]+(?:\|\d{2} [^|\s]+)*$/u),
});

export const placeDictionarySchema = z.strictObject({
  ...provenance,
  provinces: z.array(
    z.strictObject({
      code: z.string().regex(/^\d{2}$/u),
      name: text,
      districts: z.array(districtSchema).min(1),
    }),
  ),
  /** Other spellings and former names; the length of the code tells the level. */
  aliases: z.array(z.strictObject({ code: z.string().regex(/^(\d{2}){1,3}$/u), name: text })),
});
export type PlaceDictionary = z.infer<typeof placeDictionarySchema>;

const officeKindSchema = z.enum([
  "subdistrict-administrative-organization",
  "subdistrict-municipality",
  "town-municipality",
  "city-municipality",
  "provincial-administrative-organization",
]);
export type OfficeKind = z.infer<typeof officeKindSchema> | "special";

export const officeDictionarySchema = z.strictObject({
  ...provenance,
  kinds: z.array(
    z.strictObject({
      kind: officeKindSchema,
      prefix: text,
      shortForms: texts,
      /** `any`: the name may be a sub-district's, a district's, a province's or its own. */
      namedAfter: z.enum(["subdistrict", "province", "any"]),
    }),
  ),
  /** Offices that are one of a kind: their whole name is here. */
  special: z.array(
    z.strictObject({
      name: text,
      districtCode: z
        .string()
        .regex(/^\d{4}$/u)
        .nullable(),
      provinceCode: z.string().regex(/^\d{2}$/u),
    }),
  ),
  placeMarkers: z.strictObject({
    subdistrict: texts,
    district: texts,
    province: texts,
    shortDistrict: texts,
    shortProvince: texts,
  }),
  /** Bodies of the office's own province: the province named behind them is the office's. */
  provinceCommittees: texts,
  /** Words that follow an office's name in a title, perhaps without a space. */
  endsOfName: texts,
});
export type OfficeDictionary = z.infer<typeof officeDictionarySchema>;

export const policyHeadingDictionarySchema = z.strictObject({
  ...provenance,
  headings: z.array(
    z.strictObject({ id: z.string().regex(/^[a-z-]+$/u), title: text, variants: z.array(text) }),
  ),
});
export type PolicyHeadingDictionary = z.infer<typeof policyHeadingDictionarySchema>;

const columnRoleSchema = z.enum(COLUMN_ROLES);
/** What a column of the report form holds. */
export type ColumnRole = z.infer<typeof columnRoleSchema>;

const columnGroupSchema = z.enum(["budget", "result"]);
export type ColumnGroup = z.infer<typeof columnGroupSchema>;

export const columnHeadingDictionarySchema = z.strictObject({
  ...provenance,
  groups: z.array(z.strictObject({ group: columnGroupSchema, wordings: texts })),
  /** In the order in which the form prints its columns. */
  roles: z.array(
    z.strictObject({
      role: columnRoleSchema,
      group: columnGroupSchema.nullable(),
      wordings: texts,
      /** Headings of columns that take the role where no other column has a better claim. */
      weakWordings: texts.optional(),
    }),
  ),
  /** Headings of columns that have no role; listed so that they are not taken for their near-twins. */
  others: z.array(text),
});
export type ColumnHeadingDictionary = z.infer<typeof columnHeadingDictionarySchema>;

export const confusionDictionarySchema = z.strictObject({
  ...provenance,
  /** `missing`: printed but not read; `extra`: read but not printed; `exchange`: another of the class read. */
  classes: z.array(
    z.strictObject({ name: text, characters: text, missing: cost, extra: cost, exchange: cost }),
  ),
  otherCharacters: z.strictObject({ missing: cost, extra: cost, exchange: cost }),
  /** One character read for one of another class. */
  acrossClasses: cost,
  /** Characters of which any is read for any other. */
  groups: z.array(z.strictObject({ members: z.array(text).min(2), cost })),
  /** Strings of up to three characters read for one another, in this direction only. */
  pairs: z.array(z.strictObject({ observed: text.max(3), truth: text.max(3), cost })),
  /** What the engine in use was seen to do; where it says something it stands instead of all above. */
  measured: z
    .strictObject({
      /** Name and hash of the model. */
      model: text,
      /** Printed characters that were compared, without white space. */
      characters: z.int().min(0),
      /** How often each was printed. */
      printed: z.record(text, z.int().min(1)),
      /**
       * By the engine's confidence in whole percent: how many of its characters there were, how many of them were
       * wrong (`changed`), how many places between two characters of which this is the less sure (`gaps`), and in how
       * many of them something printed was not read (`missing`).
       */
      confidences: z
        .array(
          z.strictObject({
            percent: z.int().min(0).max(100),
            characters: z.int().min(0),
            changed: z.int().min(0),
            gaps: z.int().min(0),
            missing: z.int().min(0),
          }),
        )
        .default([]),
      /** `truth` printed and `observed` read this often; empty is nothing read, or nothing printed. */
      confusions: z.array(
        z.strictObject({
          truth: z.string().max(3),
          observed: z.string().max(3),
          count: z.int().min(1),
          cost,
        }),
      ),
    })
    .optional(),
});
export type ConfusionDictionary = z.infer<typeof confusionDictionarySchema>;

export const phraseDictionarySchema = z.strictObject({
  ...provenance,
  /** A slip in one of these is repaired where it has made a string that is no word. */
  groups: z.array(z.strictObject({ group: z.string().regex(/^[a-z-]+$/u), phrases: texts })),
  /**
   * Wordings that nothing else in these reports is nearly like: what differs from one in marks alone is a slip even
   * where it is made of words (นำอยู่ นำทำงาน). `isLoose`: also where letters differ, if another place of the
   * document has the wording. `isBeforeDigit`: only in front of a number.
   */
  settled: z.array(
    z.strictObject({ phrase: text, isLoose: z.boolean().optional(), isBeforeDigit: z.boolean().optional() }),
  ),
});
export type PhraseDictionary = z.infer<typeof phraseDictionarySchema>;

export const abbreviationDictionarySchema = z.strictObject({
  ...provenance,
  /** An abbreviation is looked for only near one of its `contexts`; without any it is never a repair. */
  abbreviations: z.array(
    z.strictObject({ form: z.string().regex(/\.|^ก\.กลาง$/u), meaning: text, contexts: z.array(text) }),
  ),
});
export type AbbreviationDictionary = z.infer<typeof abbreviationDictionarySchema>;

/** Words of one first letter are one text, separated by spaces; so are those that no list makes words. */
export const wordDictionarySchema = z.strictObject({ ...provenance, words: texts, unlikely: text });
export type WordDictionary = z.infer<typeof wordDictionarySchema>;
