import type { OfficeDictionary, OfficeKind } from "./dictionary-schema.ts";
import { type EditCosts, encodeText, weightOf } from "./edit-costs.ts";
import { jointNameCost, type NameReading } from "./name-reading.ts";
import { skeletonOf } from "./phrase-index.ts";
import type { Place, PlaceIndex, PlaceSpelling } from "./place-index.ts";
import type { OrganizationReadings } from "./read-organization.ts";

type NamedAfter = OfficeDictionary["kinds"][number]["namedAfter"];

/** One way to understand the evidence: an office of this name at this place. */
export interface OrganizationHypothesis {
  /** Null where nothing stands behind the kind of office. */
  readonly name: PlaceSpelling | null;
  /** False for a name that is no place's: then it is what some reading says. */
  readonly isListed: boolean;
  readonly subdistrict: Place | null;
  readonly district: Place | null;
  readonly province: Place | null;
  /** What the readings say against it; differences are odds: one wrong consonant is 1. */
  readonly cost: number;
}

/** Hypotheses that are weighed with every reading; the first pass sees only the two strongest. */
const REFINED_HYPOTHESES = 120;
const STRONGEST_READINGS = 2;

/**
 * Districts that are looked into, those that the readings of district and province fit best: with both read, the
 * right one was never below the second in 500 offices at 20 % wrong letters.
 */
const SEARCHED_DISTRICTS = 150;

/** Districts in which a name outside every list may lie, and readings that may give such a name. */
const UNLISTED_DISTRICTS = 8;
const UNLISTED_NAMES = 6;

/**
 * What it takes to believe in a name outside the list, as a share of its letters and once: 24 of 5,334 อบต. carry
 * one, of municipalities many, and those names often are a listed one with a word more.
 */
const UNLISTED_SHARE = { subdistrict: 0.5, province: 0.6, any: 0.2 } as const;
const UNLISTED_ONCE = { subdistrict: 1.2, province: 1, any: 0.4 } as const;

/**
 * More for a name that is a listed one of the named district but for marks: both its readings had lost the upper of
 * two marks (ทัพรั้ง, ม่วงตึ๊ด) in two of 200 reports, while an office that spells its sub-district otherwise is rare.
 */
const LISTED_BUT_FOR_MARKS = 0.8;

/** A municipality may be called after its district or province; most are called after a sub-district. */
const OTHER_LEVEL_COST = 0.1;

interface Placed {
  readonly spelling: PlaceSpelling;
  readonly subdistrict: Place | null;
  readonly district: Place | null;
  readonly province: Place;
  readonly placeCost: number;
}

/** Every reasonable way to understand the readings, cheapest first; empty where nothing was read. */
export function weighHypotheses(
  readings: OrganizationReadings,
  places: PlaceIndex,
  costs: EditCosts,
): OrganizationHypothesis[] {
  const { names, districts, provinces, office } = readings;
  const namedAfter = office?.namedAfter ?? "any";
  const jointCosts = (all: ReadonlyMap<string, Place>, read: readonly NameReading[]): Map<string, number> =>
    new Map(
      [...all].map(([code, { spellings }]) => [
        code,
        read.length === 0 ? 0 : Math.min(...spellings.map(({ codes }) => jointNameCost(read, codes, costs))),
      ]),
    );
  const provinceCosts = jointCosts(places.provinces, provinces);
  const districtCosts = jointCosts(places.districts, districts);
  const placeCost = (code: string): number =>
    (districtCosts.get(code.slice(0, 4)) ?? 0) + provinceCosts.get(code.slice(0, 2))!;

  const districtCodes = [...places.districts.keys()];
  const searched =
    districts.length + provinces.length === 0
      ? districtCodes
      : districtCodes
          .map((code) => ({ code, cost: placeCost(code) }))
          .toSorted((a, b) => a.cost - b.cost)
          .slice(0, SEARCHED_DISTRICTS)
          .map(({ code }) => code);
  const listed =
    names.length === 0 ? [] : listNames(namedAfter, office?.kind ?? null, searched, places, placeCost);
  const unlisted = unlistedHypotheses(readings, namedAfter, places, placeCost, costs);
  return [...weighListed(listed, names, costs), ...unlisted].toSorted((a, b) => a.cost - b.cost);
}

function listNames(
  namedAfter: NamedAfter,
  kind: OfficeKind | null,
  districtCodes: readonly string[],
  places: PlaceIndex,
  placeCost: (code: string) => number,
): Placed[] {
  const placed: Placed[] = [];
  const add = (
    { spellings }: Place,
    province: Place,
    district: Place | null,
    subdistrict: Place | null,
    cost: number,
  ): void => {
    for (const spelling of spellings) {
      placed.push({ spelling, subdistrict, district, province, placeCost: cost });
    }
  };
  if (namedAfter === "province") {
    for (const province of places.provinces.values()) {
      add(province, province, null, null, placeCost(province.code) + OTHER_LEVEL_COST);
    }
  }
  for (const code of districtCodes) {
    const district = places.districts.get(code)!;
    const province = places.provinces.get(code.slice(0, 2))!;
    const cost = placeCost(code);
    if (namedAfter === "province") {
      add(province, province, district, null, cost);
      continue;
    }
    const subdistricts = places.subdistrictsOf(code);
    for (const subdistrict of subdistricts) add(subdistrict, province, district, subdistrict, cost);
    for (const listed of places.officesOf?.get(code) ?? []) {
      if (listed.kind !== kind || subdistricts.some(({ name }) => name === listed.name)) continue;
      placed.push({ spelling: listed, subdistrict: null, district, province, placeCost: cost });
    }
    if (namedAfter === "subdistrict") continue;
    // เทศบาลเมืองพิจิตร lies in the district เมืองพิจิตร and is called after the province.
    for (const place of district.name.endsWith(province.name) ? [district, province] : [district]) {
      if (subdistricts.some(({ name }) => name === place.name)) continue;
      add(place, province, district, null, cost + OTHER_LEVEL_COST);
    }
  }
  return placed;
}

function weighListed(
  listed: readonly Placed[],
  names: readonly NameReading[],
  costs: EditCosts,
): OrganizationHypothesis[] {
  const strongest = names.toSorted((a, b) => b.weight - a.weight).slice(0, STRONGEST_READINGS);
  const weigh = (
    candidates: readonly Placed[],
    readings: readonly NameReading[],
  ): OrganizationHypothesis[] => {
    // The same name stands at up to 28 places.
    const known = new Map<string, number>();
    const costOf = ({ name, codes }: PlaceSpelling): number => {
      const cost = known.get(name) ?? jointNameCost(readings, codes, costs);
      known.set(name, cost);
      return cost;
    };
    return candidates.map(({ spelling, subdistrict, district, province, placeCost }) => ({
      name: spelling,
      isListed: true,
      subdistrict,
      district,
      province,
      cost: placeCost + costOf(spelling),
    }));
  };
  const order = weigh(listed, strongest)
    .map(({ cost }, index) => ({ cost, candidate: listed[index]! }))
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, REFINED_HYPOTHESES);
  return weigh(
    order.map(({ candidate }) => candidate),
    names,
  );
}

/** A name of its own at any place that fits; every reading has to be explained by it, as by a listed one. */
function unlistedHypotheses(
  { names, districts, provinces }: OrganizationReadings,
  namedAfter: NamedAfter,
  places: PlaceIndex,
  placeCost: (code: string) => number,
  costs: EditCosts,
): OrganizationHypothesis[] {
  const spellings = ownSpellings(names).map((name) => ({
    name,
    cost:
      UNLISTED_ONCE[namedAfter] +
      UNLISTED_SHARE[namedAfter] * weightOf(name.codes, costs.missing) +
      jointNameCost(names, name.codes, costs),
  }));
  const level = districts.length > 0 ? places.districts : places.provinces;
  const areas = [...(districts.length + provinces.length === 0 ? [] : level.values())]
    .map((place) => ({ place, cost: placeCost(place.code) }))
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, UNLISTED_DISTRICTS);
  const located =
    areas.length === 0
      ? [{ district: null, province: null, cost: 0 }]
      : areas.map(({ place, cost }) => ({
          district: districts.length > 0 ? place : null,
          province: places.provinces.get(place.code.slice(0, 2))!,
          cost,
        }));
  const named = spellings.length === 0 ? [{ name: null, cost: 0 }] : spellings;
  return located.flatMap(({ district, province, cost }) => {
    const nearby = new Set(district === null ? [] : namesIn(district, places).map(skeletonOf));
    return named.map((own) => ({
      name: own.name,
      isListed: false,
      subdistrict: null,
      district,
      province,
      cost:
        cost +
        own.cost +
        (own.name !== null && nearby.has(skeletonOf(own.name.name)) ? LISTED_BUT_FOR_MARKS : 0),
    }));
  });
}

function namesIn(district: Place, places: PlaceIndex): string[] {
  return [district, ...places.subdistrictsOf(district.code)].flatMap(({ spellings }) =>
    spellings.map(({ name }) => name),
  );
}

/** What the readings say by themselves, the most supported first. */
function ownSpellings(names: readonly NameReading[]): PlaceSpelling[] {
  const weights = new Map<string, number>();
  for (const { source, nameStart, ownLength, weight } of names) {
    const name = source.compact.text.slice(nameStart, nameStart + ownLength);
    weights.set(name, (weights.get(name) ?? 0) + weight);
  }
  return [...weights]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, UNLISTED_NAMES)
    .map(([name]) => ({ name, codes: encodeText(name) }));
}
