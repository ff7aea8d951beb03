import type { OfficeDictionary, OfficeKind } from "../dictionary-schema.ts";
import type { Place, PlaceIndex } from "../place-index.ts";

/** An office of a list: what it is called, and where it lies. */
export interface ListedOffice {
  /** The code of the list it comes from; null where that has none. */
  readonly officeCode: string | null;
  readonly kind: OfficeKind;
  /** In full: เทศบาลตำบลหนองบัว. */
  readonly fullName: string;
  /** Without the kind: หนองบัว. */
  readonly ownName: string;
  /** Null for a provincial office, and where a list names none. */
  readonly districtCode: string | null;
  readonly provinceCode: string;
}

export interface OfficeRow {
  readonly officeCode?: string | undefined;
  readonly name: string;
  /** The kind as a column of its own, where the name does not begin with it. */
  readonly kind?: string | undefined;
  readonly district?: string | undefined;
  readonly province: string;
}

const PLACE_PREFIX = /^(?:จังหวัด|อำเภอ|เขต|จ\.|อ\.)\s*/u;

/** The office that a row of a list means, or what keeps it from being understood, in one sentence. */
export function toListedOffice(
  { officeCode, name, kind: kindName, district: districtName, province: provinceName }: OfficeRow,
  offices: OfficeDictionary,
  places: PlaceIndex,
): ListedOffice | string {
  const named = splitKind(name, kindName, offices);
  if (named === null) {
    const known = offices.kinds.map((kind) => kind.prefix).join(", ");
    return `"${name}" does not begin with a kind of office (${known}, or a short form).`;
  }
  const province = findPlace(places.provinces.values(), provinceName);
  if (province === null) return `There is no province "${provinceName}".`;
  if (districtName === undefined || named.namedAfter === "province") {
    return {
      ...named.office,
      officeCode: officeCode ?? null,
      districtCode: null,
      provinceCode: province.code,
    };
  }
  const inProvince = [...places.districts.values()].filter(({ code }) => code.startsWith(province.code));
  const district = findPlace(inProvince, districtName);
  if (district === null) return `There is no district "${districtName}" in the province ${province.name}.`;
  return {
    ...named.office,
    officeCode: officeCode ?? null,
    districtCode: district.code,
    provinceCode: province.code,
  };
}

function splitKind(
  name: string,
  kindName: string | undefined,
  { kinds }: OfficeDictionary,
): { office: Pick<ListedOffice, "kind" | "fullName" | "ownName">; namedAfter: string } | null {
  const find = (text: string): { kind: (typeof kinds)[number]; rest: string } | null => {
    for (const kind of kinds) {
      const prefix = [kind.prefix, ...kind.shortForms].find((form) => text.startsWith(form));
      if (prefix !== undefined) return { kind, rest: text.slice(prefix.length).trim() };
    }
    return null;
  };
  const found = find(name) ?? (kindName === undefined ? null : withRest(find(kindName), name));
  if (found === null || found.rest === "") return null;
  const { kind, rest } = found;
  return {
    office: { kind: kind.kind, fullName: kind.prefix + rest, ownName: rest },
    namedAfter: kind.namedAfter,
  };
}

function withRest<T>(
  found: { kind: T; rest: string } | null,
  rest: string,
): { kind: T; rest: string } | null {
  return found === null ? null : { ...found, rest };
}

function findPlace(candidates: Iterable<Place>, written: string): Place | null {
  const name = written.replace(PLACE_PREFIX, "").trim();
  for (const place of candidates) {
    if (place.spellings.some((spelling) => spelling.name === name)) return place;
  }
  return null;
}
