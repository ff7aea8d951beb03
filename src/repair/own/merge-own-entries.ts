import type {
  AbbreviationDictionary,
  ColumnHeadingDictionary,
  PhraseDictionary,
  PlaceDictionary,
  PolicyHeadingDictionary,
} from "../dictionary-schema.ts";
import { problem } from "./own-row.ts";
import type { OwnProblem } from "./own-row.ts";
import type { OwnEntries } from "./own-schema.ts";

/** The built-in dictionaries that an office may add to. */
export interface OpenDictionaries {
  readonly places: PlaceDictionary;
  readonly "policy-headings": PolicyHeadingDictionary;
  readonly "column-headings": ColumnHeadingDictionary;
  readonly phrases: PhraseDictionary;
  readonly abbreviations: AbbreviationDictionary;
}

/** Under this name an office's own set phrases stand in repairs. */
const OWN_PHRASES = "own-phrases";

/**
 * The built-in dictionaries with an office's own entries laid over them: nothing built in is lost. An entry that
 * contradicts them (a place whose district does not exist) is a problem and left out.
 */
export function mergeOwnEntries(
  builtIn: OpenDictionaries,
  own: OwnEntries,
): { readonly merged: OpenDictionaries; readonly problems: readonly OwnProblem[] } {
  const problems: OwnProblem[] = [];
  return {
    merged: {
      places: mergePlaces(builtIn.places, own.places, problems),
      "policy-headings": mergeHeadings(builtIn["policy-headings"], own["policy-headings"], problems),
      "column-headings": mergeColumns(builtIn["column-headings"], own["column-headings"]),
      phrases: {
        ...builtIn.phrases,
        groups:
          own.phrases.length === 0
            ? builtIn.phrases.groups
            : [
                ...builtIn.phrases.groups,
                { group: OWN_PHRASES, phrases: own.phrases.map(({ entry }) => entry.phrase) },
              ],
      },
      abbreviations: {
        ...builtIn.abbreviations,
        abbreviations: [
          ...builtIn.abbreviations.abbreviations.filter(
            ({ form }) => !own.abbreviations.some(({ entry }) => entry.form === form),
          ),
          ...own.abbreviations.map(({ entry }) => ({ ...entry, contexts: entry.contexts ?? [] })),
        ],
      },
    },
    problems,
  };
}

/** A known code gets another spelling; a new sub-district's code puts it into its district. */
function mergePlaces(
  places: PlaceDictionary,
  own: OwnEntries["places"],
  problems: OwnProblem[],
): PlaceDictionary {
  const added = new Map<string, string[]>();
  const aliases = [...places.aliases];
  const districts = new Map(
    places.provinces.flatMap((province) => province.districts.map((district) => [district.code, district])),
  );
  const provinces = new Set(places.provinces.map(({ code }) => code));
  for (const { file, lineNumber, entry } of own) {
    const { code, name } = entry;
    const district = districts.get(code.slice(0, 4));
    const subdistricts = district?.subdistricts.split("|") ?? [];
    const isKnown =
      code.length === 2
        ? provinces.has(code)
        : district !== undefined &&
          (code.length === 4 || subdistricts.some((known) => known.startsWith(`${code.slice(4)} `)));
    if (isKnown) aliases.push({ code, name });
    else if (code.length === 6 && district !== undefined && !/[\s|]/u.test(name)) {
      added.set(district.code, [...(added.get(district.code) ?? []), `${code.slice(4)} ${name}`]);
    } else {
      const parent = code.length === 6 ? `district ${code.slice(0, 4)}` : "place";
      problems.push(problem(file, lineNumber, `"${code}": there is no such ${parent}.`));
    }
  }
  return {
    ...places,
    aliases,
    provinces: places.provinces.map((province) => ({
      ...province,
      districts: province.districts.map((district) => ({
        ...district,
        subdistricts: [district.subdistricts, ...(added.get(district.code) ?? [])].join("|"),
      })),
    })),
  };
}

function mergeHeadings(
  headings: PolicyHeadingDictionary,
  own: OwnEntries["policy-headings"],
  problems: OwnProblem[],
): PolicyHeadingDictionary {
  const known = new Map(headings.headings.map((heading) => [heading.id, heading]));
  for (const { file, lineNumber, entry } of own) {
    const id = entry.id ?? `own-${letterName(known.size)}`;
    const heading = known.get(id);
    if (heading === undefined && entry.id !== undefined) {
      const message = `There is no policy "${id}": leave "id" out, or use one of ${[...known.keys()].join(", ")}.`;
      problems.push(problem(file, lineNumber, message));
      continue;
    }
    const isNew = heading !== undefined && ![heading.title, ...heading.variants].includes(entry.title);
    if (heading === undefined) known.set(id, { id, title: entry.title, variants: [] });
    else if (isNew) known.set(id, { ...heading, variants: [...heading.variants, entry.title] });
  }
  return { ...headings, headings: [...known.values()] };
}

/** Ids have letters only: 27 is `bb`. */
function letterName(index: number): string {
  const letter = String.fromCodePoint(97 + (index % 26));
  return index < 26 ? letter : letterName(Math.floor(index / 26)) + letter;
}

function mergeColumns(
  headings: ColumnHeadingDictionary,
  own: OwnEntries["column-headings"],
): ColumnHeadingDictionary {
  const wordingsFor = (role: string): string[] =>
    own.filter(({ entry }) => entry.role === role).map(({ entry }) => entry.heading);
  return {
    ...headings,
    roles: headings.roles.map((entry) => ({
      ...entry,
      wordings: [...entry.wordings, ...wordingsFor(entry.role)],
    })),
    others: [...headings.others, ...wordingsFor("other")],
  };
}
