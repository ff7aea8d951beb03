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

export type PlaceLevel = "subdistrict" | "district" | "province";

/** The gazetteer by level. */
export interface PlaceIndex {
  readonly provinces: ReadonlyMap<string, Place>;
  readonly districts: ReadonlyMap<string, Place>;
  /** All of the country: to look one up in its district is cheaper. */
  readonly subdistricts: ReadonlyMap<string, Place>;
  /** The sub-districts of a district, by its code; none for a code that no district has. */
  readonly subdistrictsOf: (districtCode: string) => readonly Place[];
  /** Every spelling of every place, by level. */
  readonly names: Readonly<Record<PlaceLevel, ReadonlySet<string>>>;
  /** Listed offices by their district's code, where an office brings a list. */
  readonly officesOf?: ReadonlyMap<string, readonly OfficeSpelling[]>;
}

/**
 * Chief districts are called after their province (`เมืองพิจิตร`) and printed `อำเภอเมือง` as often as in full.
 */
const CHIEF_DISTRICT = "เมือง";

/** Sub-districts are taken apart when they are asked for: a report is looked for in 150 of the 928 districts. */
export function buildPlaceIndex(dictionary: PlaceDictionary): PlaceIndex {
  const aliases = new Map<string, string[]>();
  for (const { code, name } of dictionary.aliases) aliases.set(code, [...(aliases.get(code) ?? []), name]);
  const toPlace = (code: string, name: string, others: readonly string[] = []): Place => ({
    code,
    name,
    spellings: [name, ...others, ...(aliases.get(code) ?? [])].map((spelling) => ({
      name: spelling,
      codes: encodeText(spelling),
    })),
  });

  const provinces = new Map<string, Place>();
  const districts = new Map<string, Place>();
  const written = new Map<string, string>();
  for (const province of dictionary.provinces) {
    provinces.set(province.code, toPlace(province.code, province.name));
    for (const district of province.districts) {
      const isChief = district.name === CHIEF_DISTRICT + province.name;
      districts.set(district.code, toPlace(district.code, district.name, isChief ? [CHIEF_DISTRICT] : []));
      written.set(district.code, district.subdistricts);
    }
  }

  const byDistrict = new Map<string, readonly Place[]>();
  const subdistrictsOf = (districtCode: string): readonly Place[] => {
    const known = byDistrict.get(districtCode);
    if (known !== undefined) return known;
    const entries = written.get(districtCode)?.split("|") ?? [];
    const places = entries.map((entry) => toPlace(districtCode + entry.slice(0, 2), entry.slice(3)));
    byDistrict.set(districtCode, places);
    return places;
  };
  let subdistricts: PlaceIndex["subdistricts"] | null = null;
  let names: PlaceIndex["names"] | null = null;
  return {
    provinces,
    districts,
    get subdistricts() {
      return (subdistricts ??= new Map(
        [...districts.keys()].flatMap((code) => subdistrictsOf(code).map((place) => [place.code, place])),
      ));
    },
    subdistrictsOf,
    get names() {
      return (names ??= {
        // As written, since taking apart all sub-districts for their names alone would take ten times as long.
        subdistrict: new Set([
          ...[...written.values()].flatMap((text) => text.split("|").map((entry) => entry.slice(3))),
          ...dictionary.aliases.filter(({ code }) => code.length === 6).map(({ name }) => name),
        ]),
        district: spellingsOf(districts),
        province: spellingsOf(provinces),
      });
    },
  };
}

function spellingsOf(places: ReadonlyMap<string, Place>): Set<string> {
  return new Set([...places.values()].flatMap(({ spellings }) => spellings.map(({ name }) => name)));
}
