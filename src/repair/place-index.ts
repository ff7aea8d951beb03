import type { OfficeKind, PlaceDictionary } from "./dictionary-schema.ts";
import { encodeText } from "./edit-costs.ts";

/** A spelling of a place, encoded for the edit distance. */
export interface PlaceSpelling {
  readonly name: string;
  readonly codes: Uint8Array;
}

/** A province (two digits), district (four) or sub-district (six); its code begins with its parent's. */
export interface Place {
  readonly code: string;
  readonly name: string;
  /** The official name first, then other spellings. */
  readonly spellings: readonly PlaceSpelling[];
}

/** The name of a listed office without its kind. */
export interface OfficeSpelling extends PlaceSpelling {
  readonly kind: OfficeKind;
}

/** The gazetteer by level. */
export interface PlaceIndex {
  readonly provinces: ReadonlyMap<string, Place>;
  readonly districts: ReadonlyMap<string, Place>;
  readonly subdistricts: ReadonlyMap<string, Place>;
  /** The sub-districts of a district, by its code. */
  readonly subdistrictsOf: ReadonlyMap<string, readonly Place[]>;
  /** Listed offices by their district's code, where an office brings a list. */
  readonly officesOf?: ReadonlyMap<string, readonly OfficeSpelling[]>;
}

/**
 * Chief districts are called after their province (`เมืองพิจิตร`) and printed `อำเภอเมือง` as often as in full.
 */
const CHIEF_DISTRICT = "เมือง";

export function buildPlaceIndex(dictionary: PlaceDictionary): PlaceIndex {
  const aliases = new Map<string, string[]>();
  for (const { code, name } of dictionary.aliases) aliases.set(code, [...(aliases.get(code) ?? []), name]);
  const encoded = new Map<string, PlaceSpelling>();
  const spell = (name: string): PlaceSpelling => {
    const known = encoded.get(name) ?? { name, codes: encodeText(name) };
    encoded.set(name, known);
    return known;
  };
  const toPlace = (code: string, name: string, others: readonly string[] = []): Place => ({
    code,
    name,
    spellings: [name, ...others, ...(aliases.get(code) ?? [])].map(spell),
  });

  const provinces = new Map<string, Place>();
  const districts = new Map<string, Place>();
  const subdistricts = new Map<string, Place>();
  const subdistrictsOf = new Map<string, Place[]>();
  for (const province of dictionary.provinces) {
    provinces.set(province.code, toPlace(province.code, province.name));
    for (const district of province.districts) {
      const isChief = district.name === CHIEF_DISTRICT + province.name;
      districts.set(district.code, toPlace(district.code, district.name, isChief ? [CHIEF_DISTRICT] : []));
      const children = district.subdistricts
        .split("|")
        .map((entry) => toPlace(district.code + entry.slice(0, 2), entry.slice(3)));
      subdistrictsOf.set(district.code, children);
      for (const child of children) subdistricts.set(child.code, child);
    }
  }
  return { provinces, districts, subdistricts, subdistrictsOf };
}
