import { least } from "../model/extremes.ts";
import type { OfficeDictionary } from "./dictionary-schema.ts";
import type { EditCosts } from "./edit-costs.ts";
import type { EvidencePart, EvidenceText } from "./evidence-text.ts";
import { findApproximate, type FoundPattern } from "./find-approximate.ts";
import { type NameReading, readName } from "./name-reading.ts";

type OfficeEntry = OfficeDictionary["kinds"][number];

/** What the evidence names, each with all its readings. */
export interface OrganizationReadings {
  /** Null where no kind of office was found. */
  readonly office: OfficeEntry | null;
  readonly names: readonly NameReading[];
  readonly districts: readonly NameReading[];
  readonly provinces: readonly NameReading[];
}

/** The cover names the office that made the report; running text names others too. */
const WEIGHT = { cover: 1, title: 0.7, mention: 0.3 } as const;
const ALL_MENTIONS_WEIGHT = 1.5;

/** Share of a marker's letters that may be wrong; short ones are found in other words sooner. */
const MAX_PREFIX_DISTANCE = 0.35;
/** Where running text alone says what kind of office it is: เทศบาลทราบ is no เทศบาลนคร. */
const MAX_LONE_MENTION_DISTANCE = 0.12;
const MAX_MARKER_DISTANCE = 0.3;
/** Behind a space, where a word begins anyway. */
const MAX_FREE_MARKER_DISTANCE = 0.4;
const MAX_SHORT_FORM_DISTANCE = 0.12;
const MAX_COMMITTEE_DISTANCE = 0.2;

export function readOrganization(
  sources: readonly EvidenceText[],
  dictionary: OfficeDictionary,
  costs: EditCosts,
): OrganizationReadings {
  const office = decideKind(sources, dictionary, costs);
  const names: NameReading[] = [];
  const districts: NameReading[] = [];
  const provinces: NameReading[] = [];
  for (const source of sources) {
    const found = findMarkers(source, office, dictionary, costs);
    const limits = new Set(
      [...found.offices, ...found.districts, ...found.provinces, ...found.ends].map(({ start }) => start),
    );
    const weight = WEIGHT[source.part];
    const read = (marker: FoundPattern): NameReading => readName(source, marker, limits, weight, costs);
    names.push(...found.offices.map(read));
    districts.push(...found.districts.map(read));
    provinces.push(...found.provinces.map(read));
  }
  return {
    office,
    names: weighReadings(names),
    districts: weighReadings(districts),
    provinces: weighReadings(provinces),
  };
}

/** Leaves out markers with no name behind them; mentions together weigh no more than cover and title. */
function weighReadings(readings: readonly NameReading[]): NameReading[] {
  const named = readings.filter(({ ownLength }) => ownLength > 0);
  const mentions = named.filter(({ source }) => source.part === "mention").length;
  const weight = Math.min(WEIGHT.mention, ALL_MENTIONS_WEIGHT / mentions);
  return named.map((reading) => (reading.source.part === "mention" ? { ...reading, weight } : reading));
}

/** The kind whose prefix is read best on cover and title, else in the running text. */
function decideKind(
  sources: readonly EvidenceText[],
  dictionary: OfficeDictionary,
  costs: EditCosts,
): OfficeEntry | null {
  for (const [parts, maxDistance] of [
    [["cover", "title"], 1],
    [["mention"], MAX_LONE_MENTION_DISTANCE],
  ] as const) {
    const looked = sources.filter(({ part }) => (parts as readonly EvidencePart[]).includes(part));
    const ranked = dictionary.kinds
      .map((office) => {
        const distances = looked.map((source) => ({
          weight: WEIGHT[source.part],
          distance: Math.min(1, nearestOf(findOffices(source, office, costs))),
        }));
        return {
          office,
          distance: Math.min(1, nearestOf(distances)),
          total: distances.reduce((sum, { weight, distance }) => sum + weight * distance, 0),
        };
      })
      .filter(({ distance }) => distance < 1 && distance <= maxDistance)
      .toSorted((a, b) => a.total - b.total);
    if (ranked[0] !== undefined) return ranked[0].office;
  }
  return null;
}

function nearestOf(found: readonly { readonly distance: number }[]): number {
  return least(
    found.map(({ distance }) => distance),
    1,
  );
}

/** Where a kind of office is named, in full or short; of overlapping finds the longest. */
export function findOffices(source: EvidenceText, office: OfficeEntry, costs: EditCosts): FoundPattern[] {
  const inFull = findApproximate(source.compact, office.prefix, MAX_PREFIX_DISTANCE, costs);
  const short = office.shortForms
    .flatMap((form) => findApproximate(source.compact, form, MAX_SHORT_FORM_DISTANCE, costs))
    .filter(({ start }) => standsFree(source, start));
  return withoutOverlaps([...inFull, ...short]);
}

/** A short form begins a word; behind `ก.` it is the committee of all such offices. */
function standsFree({ compact }: EvidenceText, start: number): boolean {
  // What the pattern looks for is at most three letters long; `^` is the text's own beginning.
  const before = compact.text.slice(Math.max(0, start - 3), start);
  if (before.endsWith("ก.")) return false;
  return compact.breakBefore[start] === true || /(?:^|ของ|[^\u0e01-\u0e4e.])$/u.test(before);
}

interface FoundMarkers {
  readonly offices: readonly FoundPattern[];
  readonly districts: readonly FoundPattern[];
  readonly provinces: readonly FoundPattern[];
  /** Other words at which a name has ended. */
  readonly ends: readonly FoundPattern[];
}

function findMarkers(
  source: EvidenceText,
  office: OfficeEntry | null,
  dictionary: OfficeDictionary,
  costs: EditCosts,
): FoundMarkers {
  const { placeMarkers } = dictionary;
  const find = (patterns: readonly string[], maxDistance: number): FoundPattern[] =>
    patterns.flatMap((pattern) => findApproximate(source.compact, pattern, maxDistance, costs));
  const offices = office === null ? [] : findOffices(source, office, costs);
  if (source.part === "mention") {
    // A district or province in running text may be anyone's: only the office's own bodies tell.
    const committees = find(dictionary.provinceCommittees, MAX_COMMITTEE_DISTANCE);
    return { offices, districts: [], provinces: withoutOverlaps(committees), ends: [] };
  }
  const free = (found: FoundPattern): boolean => !offices.some((other) => overlap(found, other));
  const short = (patterns: readonly string[]): FoundPattern[] =>
    find(patterns, 0).filter(({ start }) => source.compact.breakBefore[start]);
  const inFull = (patterns: readonly string[]): FoundPattern[] =>
    find(patterns, MAX_FREE_MARKER_DISTANCE).filter(
      (found) =>
        free(found) && (found.distance <= MAX_MARKER_DISTANCE || source.compact.breakBefore[found.start]),
    );
  return {
    offices,
    districts: [...inFull(placeMarkers.district), ...short(placeMarkers.shortDistrict)],
    provinces: [...inFull(placeMarkers.province), ...short(placeMarkers.shortProvince)],
    ends: inFull([...placeMarkers.subdistrict, ...dictionary.endsOfName]),
  };
}

function overlap(a: FoundPattern, b: FoundPattern): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Of overlapping finds the longest, of equally long ones the nearest; in the order of the text. */
function withoutOverlaps(found: readonly FoundPattern[]): FoundPattern[] {
  const kept: FoundPattern[] = [];
  const size = ({ start, end }: FoundPattern): number => end - start;
  for (const next of found.toSorted((a, b) => size(b) - size(a) || a.distance - b.distance)) {
    if (!kept.some((other) => overlap(other, next))) kept.push(next);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
