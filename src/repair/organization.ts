import type { Repair } from "../model/evidence.ts";
import type { Remark } from "../model/remark.ts";
import type { OfficeDictionary, OfficeKind } from "./dictionary-schema.ts";
import type { EditCosts } from "./edit-costs.ts";
import type { EvidencePlace } from "./evidence-text.ts";
import type { PlaceIndex } from "./place-index.ts";

/** The office of a document, as in the output contract. */
export interface Organization {
  readonly name: string | null;
  readonly kind: OfficeKind | null;
  readonly subdistrict: string | null;
  readonly subdistrictCode: string | null;
  readonly district: string | null;
  readonly districtCode: string | null;
  readonly province: string | null;
  readonly provinceCode: string | null;
}

/** How one field came from what was read. */
export interface FieldRepairs {
  /** Null where the field follows from the others; then its repairs apply to the empty text. */
  readonly observed: string | null;
  /** Applied in order to `observed`, those with `applied` give the field's text. */
  readonly repairs: readonly Repair[];
  /** 0..1 */
  readonly confidence: number;
  /** Where `observed` was read; null with it. */
  readonly place: EvidencePlace | null;
}

export interface ResolvedOrganization {
  readonly organization: Organization;
  readonly repairs: {
    readonly name: FieldRepairs;
    readonly district: FieldRepairs;
    readonly province: FieldRepairs;
  };
  /** The lowest of the fields that have a value; 0 where there is none. */
  readonly confidence: number;
  readonly remarks: readonly Remark[];
}

export interface OrganizationDictionaries {
  readonly places: PlaceIndex;
  readonly offices: OfficeDictionary;
  readonly costs: EditCosts;
}
